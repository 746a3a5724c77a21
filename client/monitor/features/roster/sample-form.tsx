/** A list that has been read: how large each stratum's sample shall be, under which seed, and the draw. */
import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatCount } from '../../../shared/format-vi.ts'
import type { SampleReport } from '../../../shared/sample-types.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import counts from '../../shared/import-counts.module.css'
import { Panel } from '../../shared/panel.tsx'
import { t } from '../../words/t.ts'
import classes from './sample.module.css'
import { firstDraft, methodOf } from './sample-draft.ts'
import { SampleMethodCards } from './sample-method-cards.tsx'
import { useDraw, useSizes } from './sample-queries.ts'
import { SampleRejected } from './sample-rejected.tsx'
import { SampleResult } from './sample-result.tsx'
import { SampleRoster } from './sample-roster.tsx'
import { SampleSizes } from './sample-sizes.tsx'

type SampleFormProps = { campaign: CampaignDetail; file: File; list: SampleReport; onForget: () => void }

/** The seed goes into a shell command, so only plain signs. */
const SEED = /^[0-9A-Za-z][0-9A-Za-z._:-]{0,99}$/

export function SampleForm({ campaign, file, list, onForget }: SampleFormProps) {
  const { code } = campaign
  const [draft, setDraft] = useState(() => firstDraft(campaign.minimumCell))
  const [seed, setSeed] = useState(list.seed)
  const [partial, setPartial] = useState(false)
  const [roster, setRoster] = useState<'replace' | 'add' | null>(null)
  const { method, problems } = methodOf(draft)
  const sizes = useSizes(code, method, staffOf(list))
  const draw = useDraw(code)
  if (draw.data) return <SampleResult code={code} fileName={file.name} report={draw.data} onAgain={onForget} />
  const filled = campaign.rosterCount.respondents > 0
  const drawn = sizes.data?.strata.reduce((sum, stratum) => sum + stratum.drawn, 0) ?? 0
  const ready =
    method !== null &&
    sizes.data !== undefined &&
    !sizes.isPlaceholderData &&
    drawn > 0 &&
    SEED.test(seed.trim()) &&
    (list.rejectedRows === 0 || partial) &&
    (!filled || roster !== null)
  return (
    <Panel title={t`Rút mẫu từ ${file.name}`}>
      <div className={classes.form}>
        <dl className={counts.counts}>
          <div>
            <dt>{t`Người trong danh sách`}</dt>
            <dd>{formatCount(list.people)}</dd>
          </div>
          <div>
            <dt>{t`Nhóm ở các đơn vị`}</dt>
            <dd>{formatCount(list.strata.length)}</dd>
          </div>
          <div>
            <dt>{t`Dòng trùng`}</dt>
            <dd>{formatCount(list.duplicates)}</dd>
          </div>
          <div data-bad={list.rejectedRows > 0 || undefined}>
            <dt>{t`Dòng chưa đúng`}</dt>
            <dd>{formatCount(list.rejectedRows)}</dd>
          </div>
        </dl>
        {list.rejectedRows > 0 && (
          <>
            <SampleRejected rejected={list.rejected} rows={list.rejectedRows} />
            <Checkbox
              label={t`Vẫn rút, chỉ từ các dòng đúng. Người ở dòng chưa đúng không có cơ hội được chọn.`}
              checked={partial}
              onChange={(event) => setPartial(event.currentTarget.checked)}
            />
          </>
        )}
        <SampleMethodCards draft={draft} problems={problems ?? {}} list={list} onChange={setDraft} />
        <ErrorNote error={sizes.error} onRetry={() => void sizes.refetch()} />
        {sizes.data && <SampleSizes strata={sizes.data.strata} names={list.names} busy={sizes.isPlaceholderData} />}
        <TextInput
          label={t`Số gieo`}
          description={t`Máy chọn ngẫu nhiên. Có thể thay bằng con số bốc thăm trước nhiều người; cùng danh sách và cùng số gieo thì luôn ra cùng những người.`}
          error={SEED.test(seed.trim()) ? null : t`Chỉ gồm chữ không dấu, chữ số và các dấu . _ : -`}
          value={seed}
          className={classes.seed ?? ''}
          onChange={(event) => setSeed(event.currentTarget.value)}
        />
        {filled && <SampleRoster count={campaign.rosterCount} value={roster} onChange={setRoster} />}
        <ErrorNote error={draw.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onForget} disabled={draw.isPending}>
            {t`Chọn tệp khác`}
          </Button>
          <Button
            loading={draw.isPending}
            disabled={!ready}
            onClick={() => method && draw.mutate({ file, method, seed: seed.trim(), partial, roster })}
          >
            {t`Rút ${formatCount(drawn)} phiếu`}
          </Button>
        </Group>
      </div>
    </Panel>
  )
}

const staffOf = ({ strata }: SampleReport) => strata.map(({ unit, group, staff }) => ({ unit, group, staff }))
