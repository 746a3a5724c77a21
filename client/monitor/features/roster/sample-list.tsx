/** Every draw of the campaign: when, by whom, how; its paper, and the way to repeat it. */
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import type { SampleView } from '../../../shared/sample-types.ts'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import table from '../../shared/table.module.css'
import { t } from '../../words/t.ts'
import { methodWords } from './sample-draft.ts'
import { useSamples } from './sample-queries.ts'
import { SampleRepeat } from './sample-repeat.tsx'

export function SampleList({ code }: { code: string }) {
  const { data, error, refetch } = useSamples(code)
  const [repeated, setRepeated] = useState<SampleView | null>(null)
  const [opened, setOpened] = useState(false)
  const repeat = (sample: SampleView) => {
    setRepeated(sample)
    setOpened(true)
  }
  return (
    <Panel flush title={t`Các lần đã rút`}>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {!data && !error && <PageLoading />}
      {data?.length === 0 && <p className={table.empty}>{t`Chưa rút lần nào.`}</p>}
      {data && data.length > 0 && (
        <table className={`${table.table} ${table.cards}`} aria-label={t`Các lần đã rút`}>
          <thead>
            <tr>
              <th scope="col">{t`Lúc`}</th>
              <th scope="col">{t`Cách tính`}</th>
              <th scope="col" className={table.number}>{t`Đã chọn`}</th>
              <th scope="col" className={table.number}>{t`Việc`}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((sample) => (
              <tr key={sample.id}>
                <th scope="row">
                  {formatMoment(sample.at)}
                  <small>{sample.actor}</small>
                </th>
                <td data-label={t`Cách tính`}>
                  {methodWords(sample.method)}
                  <small>{t`số gieo ${sample.seed}`}</small>
                </td>
                <td data-label={t`Đã chọn`} className={table.number}>
                  {t`${formatCount(sumOf(sample, 'drawn'))} trên ${formatCount(sumOf(sample, 'staff'))}`}
                </td>
                <td>
                  <div className={table.acts}>
                    <Button
                      variant="default"
                      size="xs"
                      component="a"
                      href={campaignPath(code, `/samples/${sample.id}/method`)}
                      target="_blank"
                      rel="noreferrer"
                    >
                      {t`Biên bản`}
                    </Button>
                    <Button variant="default" size="xs" onClick={() => repeat(sample)}>
                      {t`Lặp lại để kiểm tra`}
                    </Button>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Modal opened={opened} onClose={() => setOpened(false)} title={t`Lặp lại để kiểm tra`} size="lg">
        {repeated && <SampleRepeat key={repeated.id} code={code} sample={repeated} />}
      </Modal>
    </Panel>
  )
}

const sumOf = ({ strata }: SampleView, of: 'staff' | 'drawn'): number =>
  strata.reduce((sum, stratum) => sum + stratum[of], 0)
