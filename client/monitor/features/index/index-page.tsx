/** Chỉ số: every block's ranking, its domains, and how far the survey behind it can be trusted. */

import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { IndexBlock, IndexDocument, IndexUnit } from '../../../shared/index-types.ts'
import { campaignPath, useCampaign } from '../../shared/campaign-queries.ts'
import { CopyButton } from '../../shared/copy-button.tsx'
import { DownloadButton } from '../../shared/download-button.tsx'
import { ErrorNote } from '../../shared/error-note.tsx'
import page from '../../shared/page.module.css'
import { PageLoading } from '../../shared/page-loading.tsx'
import { Panel } from '../../shared/panel.tsx'
import { SegmentedControl } from '../../shared/segmented-control.ts'
import { toTsv } from '../../shared/to-tsv.ts'
import { UnitSearch } from '../../shared/unit-search.tsx'
import { t } from '../../words/t.ts'
import { figuresOf } from './block-figures.ts'
import { BlockHead } from './block-head.tsx'
import { HeatTable } from './heat-table.tsx'
import classes from './index-page.module.css'
import { useIndex } from './index-query.ts'
import { type IndexSearch, readIndexSearch, type View } from './index-search.ts'
import { arrangeUnits, type RankSort, rankSpreadsheet } from './rank-rows.ts'
import { RankTable } from './rank-table.tsx'
import { SavePicture } from './save-picture.tsx'
import { StatePanel } from './state-panel.tsx'
import { SurveyTable } from './survey-table.tsx'
import { UnitDrawer } from './unit-drawer.tsx'

const VIEW_NAMES: { value: View; label: string }[] = [
  { value: 'ranks', label: t`Xếp hạng` },
  { value: 'domains', label: t`Lĩnh vực` },
  { value: 'survey', label: t`Điểm phiếu` },
]

export function IndexPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const draft = useCampaign(code).data?.status === 'draft'
  const { data: index, error, isLoading, refetch } = useIndex(code)
  return (
    <div className={page.stack}>
      {draft && (
        <p className={page.lead}>
          {t`Chưa có gì để tính. Chỉ số hiện dần sau khi mở đợt điều tra; điểm thẩm định có thể nhập từ bây giờ.`}
        </p>
      )}
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {isLoading && <PageLoading />}
      {index && <StatePanel index={index} />}
      {index && <Blocks index={index} code={code} />}
    </div>
  )
}

function Blocks({ index, code }: { index: IndexDocument; code: string }) {
  const navigate = useNavigate()
  const search = readIndexSearch(useSearch({ strict: false }))
  const block = index.blocks.find((one) => one.code === search.block) ?? index.blocks[0]
  const unit = block?.units.find((one) => one.code === search.unit)
  const [shown, setShown] = useState<IndexUnit | undefined>(unit)
  useEffect(() => {
    if (unit) setShown(unit)
  }, [unit])
  const go = (next: Partial<Record<keyof IndexSearch, string | undefined>>) =>
    void navigate({
      to: '/campaigns/$code/results/index',
      params: { code },
      search: { ...search, ...next },
      replace: true,
      resetScroll: false,
    })
  if (!block) return null
  return (
    <>
      <BlockPanel
        key={block.code}
        index={index}
        block={block}
        view={search.view}
        onView={(view) => go({ view })}
        onBlock={(chosen) => go({ block: chosen, unit: undefined })}
        onOpen={(opened) => go({ unit: opened })}
      />
      <UnitDrawer
        index={index}
        block={block}
        unit={unit ?? shown}
        opened={unit !== undefined}
        onClose={() => go({ unit: undefined })}
      />
    </>
  )
}

type BlockPanelProps = {
  index: IndexDocument
  block: IndexBlock
  view: View
  onView: (view: View) => void
  onBlock: (block: string) => void
  onOpen: (unit: string) => void
}

function BlockPanel({ index, block, view, onView, onBlock, onOpen }: BlockPanelProps) {
  const { code } = useParams({ from: '/campaigns/$code' })
  const [typed, setTyped] = useState('')
  const [sort, setSort] = useState<RankSort>({ key: 'rank', descending: false })
  const rows = arrangeUnits(block.units, sort, typed)
  const figures = figuresOf(block, index.rules)
  const moving = index.status === 'provisional'
  return (
    <Panel flush label={t`Chỉ số ${block.name}`}>
      <div className={classes.choices}>
        {index.blocks.length > 1 && (
          <SegmentedControl
            value={block.code}
            onChange={onBlock}
            data={index.blocks.map(({ code: value, name: label }) => ({ value, label }))}
            aria-label={t`Khối`}
          />
        )}
        <SegmentedControl
          value={view}
          onChange={(chosen) => onView(chosen as View)}
          data={VIEW_NAMES}
          aria-label={t`Cách xem`}
        />
      </div>
      <BlockHead figures={figures} onOpen={onOpen} />
      <div className={classes.tools}>
        <UnitSearch value={typed} onChange={setTyped} shown={rows.length} all={block.units.length} />
        <CopyButton text={() => toTsv(rankSpreadsheet(block, rows, moving))} />
        {view === 'ranks' && <SavePicture index={index} block={block} rows={rows} />}
        <DownloadButton href={campaignPath(code, '/index.xlsx')} size="xs">
          {t`Tải Excel`}
        </DownloadButton>
        <DownloadButton href={campaignPath(code, '/index.csv')} size="xs">
          {t`Tải CSV`}
        </DownloadButton>
      </div>
      {view === 'ranks' && (
        <RankTable
          index={index}
          all={block.units}
          rows={rows}
          mean={figures.mean}
          sort={sort}
          onSort={setSort}
          onOpen={onOpen}
        />
      )}
      {view === 'domains' && <HeatTable block={block} rows={rows} onOpen={onOpen} />}
      {view === 'survey' && <SurveyTable block={block} rows={rows} onOpen={onOpen} />}
      {rows.length === 0 && <p className={classes.none}>{t`Không có đơn vị nào khớp. Thử gõ ít chữ hơn.`}</p>}
    </Panel>
  )
}
