/** Kết quả: every unit ranked, its points by source and domain, its criteria; copied as a spreadsheet. */

import { useMediaQuery } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { CampaignDetail } from '../../../shared/api-types.ts'
import { formatMoment } from '../../../shared/format-vi.ts'
import { useCampaign, useScores } from '../../shared/campaign-queries.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { domainNames } from '../../shared/domain-names.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { isSettled } from '../../shared/hidden-words.ts'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { SegmentedControl } from '../../shared/segmented-control.ts'
import { isRated } from '../../shared/survey-points.ts'
import { toTsv } from '../../shared/to-tsv.ts'
import { UnitSearch } from '../../shared/unit-search.tsx'
import { t } from '../../words/t.ts'
import { arrange, columnsOf, pointsFirst, rankUnits, type Sort, spreadsheetRows } from './result-table.ts'
import classes from './results-page.module.css'
import { ResultsTable } from './results-table.tsx'

/** As in results-table.module.css. */
const NARROW = '(max-width: 620px)'

function leadOf(campaign: CampaignDetail): string {
  if (campaign.status === 'draft') return t`Chưa có điểm. Điểm hiện dần sau khi mở đợt điều tra và có người trả lời.`
  if (campaign.status === 'final') return t`Điểm đã chốt và không đổi nữa.`
  if (campaign.status === 'closed') return t`Điểm của mọi phiếu đã nhận; chờ chốt.`
  const until = campaign.closesAt ? t`, tới ${formatMoment(campaign.closesAt)}` : ''
  return t`Điểm tạm thời, đổi trong khi mọi người trả lời${until}. Đơn vị chưa đủ ${campaign.minimumCell} phiếu được ẩn.`
}

export function ResultsPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const campaign = useCampaign(code).data!
  const scores = useScores(code, campaign.status !== 'draft')
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false })
  const [chosen, setChosen] = useState<string | null>(null)
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<Sort>({ key: 'points', descending: true })
  const blocks = (scores.data?.blocks ?? [])
    .map((one) => ({ ...one, units: one.units.filter(isRated) }))
    .filter(({ units }) => units.length > 0)
  const block = blocks.find((other) => other.code === chosen) ?? blocks[0]
  const domainName = domainNames(campaign, block?.code ?? '')
  const columns = block ? columnsOf(block, domainName) : []
  const rows = block ? arrange(rankUnits(block.units), columns, sort, search) : []

  return (
    <div className={page.stack}>
      <p className={page.lead}>{leadOf(campaign)}</p>
      <ErrorNote error={scores.error} onRetry={() => void scores.refetch()} />
      {scores.isLoading && <PageLoading />}
      {block && (
        <Panel flush label={t`Kết quả ${block.name}`}>
          <div className={classes.tools}>
            {blocks.length > 1 && (
              <SegmentedControl
                value={block.code}
                onChange={setChosen}
                data={blocks.map(({ code: value, name: label }) => ({ value, label }))}
                aria-label={t`Khối`}
              />
            )}
            <UnitSearch value={search} onChange={setSearch} shown={rows.length} all={block.units.length} />
            <CopyButton text={() => toTsv(spreadsheetRows(rows, columns, isSettled(campaign.status)))} />
          </div>
          <ResultsTable
            rows={rows}
            columns={narrow ? pointsFirst(columns) : columns}
            sort={sort}
            onSort={setSort}
            settled={isSettled(campaign.status)}
            minimum={campaign.minimumCell}
            domainName={domainName}
          />
          <p className={classes.note}>
            {t`Số trong ngoặc là điểm tối đa. LV: lĩnh vực. Điểm làm tròn tới hai chữ số ở bước cuối, nên tổng có thể lệch 0,01 so với cộng từng số đã làm tròn.`}
          </p>
          <p className={classes.note}>
            {t`Dấu *: hạng hoặc điểm chỉ tính phần đã có; phần còn thiếu ghi dưới tên đơn vị. Điểm viết như 13,93 / 19 là trên tổng tối đa của phần đã có. Đơn vị thiếu điểm của tiêu chí thì chưa có hạng.`}
          </p>
        </Panel>
      )}
    </div>
  )
}
