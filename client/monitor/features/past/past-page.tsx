/** Năm trước: the published results with which this year is compared, and which unit continues which. */

import { Button, Group } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatCount, formatMoment } from '../../../shared/format-vi.ts'
import type { PastView } from '../../../shared/index-types.ts'
import { BroughtHead } from '../../shared/brought-head.tsx'
import { campaignPath } from '../../shared/campaign-queries.ts'
import { DownloadButton } from '../../shared/download-button.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import { UploadIcon } from '../../shared/icons.tsx'
import { useMayChange } from '../../shared/may-change.ts'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { StatePill } from '../../shared/state-pill.tsx'
import { t } from '../../words/t.ts'
import { useIndex } from '../index/index-query.ts'
import { FromCampaign } from './from-campaign.tsx'
import { PastImporter } from './past-importer.tsx'
import classes from './past-page.module.css'
import { usePast } from './past-queries.ts'
import { PastUnits } from './past-units.tsx'
import { PastVersions } from './past-versions.tsx'

export function PastPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const index = useIndex(code)
  const { data, error, isLoading, refetch } = usePast(code)
  return (
    <div className={page.stack}>
      <p className={page.lead}>
        {t`Kết quả đã công bố của năm trước, để so sánh điểm và thứ hạng. Đơn vị nào năm nay tiếp nối đơn vị nào do bộ tiêu chí của đợt này quy định.`}
      </p>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isLoading && <PageLoading />}
      {data && <Current code={code} past={data} year={index.data?.year} />}
      {data?.current && index.data && <PastUnits index={index.data} />}
    </div>
  )
}

type Way = 'file' | 'campaign' | null

function Current({ code, past, year }: { code: string; past: PastView; year: number | undefined }) {
  const mayChange = useMayChange() && !past.frozen
  const [way, setWay] = useState<Way>(null)
  const { current, versions, candidates } = past
  const wanted = current?.year ?? (year === undefined ? null : year - 1)
  const turn = (chosen: Way) => setWay(way === chosen ? null : chosen)
  return (
    <Panel label={t`Kết quả năm trước`}>
      <BroughtHead
        title={t`Kết quả năm ${wanted ?? t`trước`}`}
        state={current ? <StatePill tone="good" words={t`Đã có`} /> : <StatePill tone="waiting" words={t`Chưa có`} />}
        about={current ? currentWords(current) : emptyWords(past)}
      >
        <Group gap={8}>
          <DownloadButton href={campaignPath(code, '/past/template.xlsx')}>{t`Tải mẫu`}</DownloadButton>
          {mayChange && candidates.length > 0 && (
            <Button variant="default" aria-expanded={way === 'campaign'} onClick={() => turn('campaign')}>
              {t`Lấy từ đợt trước`}
            </Button>
          )}
          {mayChange && (
            <Button
              variant="default"
              leftSection={<UploadIcon size={16} />}
              aria-expanded={way === 'file'}
              onClick={() => turn('file')}
            >
              {t`Nhập tệp`}
            </Button>
          )}
        </Group>
      </BroughtHead>
      {past.frozen && current && (
        <p className={classes.soft}>{t`Chỉ số đã chốt: kết quả năm trước giữ nguyên, không nhập thêm được.`}</p>
      )}
      {way === 'file' && mayChange && <PastImporter code={code} />}
      {way === 'campaign' && mayChange && <FromCampaign code={code} candidates={candidates} />}
      {versions.length > 0 && <PastVersions versions={versions} />}
    </Panel>
  )
}

function currentWords({ version, actor, at, reason, document }: NonNullable<PastView['current']>): string {
  const units = document.blocks.reduce((sum, block) => sum + block.units.length, 0)
  return t`${formatCount(units)} đơn vị. Bản ${version}, ${actor} nhập lúc ${formatMoment(at)}: “${reason}”`
}

function emptyWords({ candidates, frozen }: PastView): string {
  if (frozen) return t`Chỉ số đã chốt mà không so với năm trước: không nhập thêm được.`
  return candidates.length > 0
    ? t`Lấy từ đợt đã chốt của năm trước trong hệ thống này, hoặc nhập từ tệp.`
    : t`Tải mẫu về, điền điểm, hạng, loại đã công bố của từng đơn vị, rồi kéo tệp vào.`
}
