/** The live screen of a campaign. */

import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useCampaign, useProgress, useScores } from '../../shared/campaign-queries.ts'
import { domainNames } from '../../shared/domain-names.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { isSettled } from '../../shared/hidden-words.ts'
import { late } from '../../shared/late.tsx'
import { useMaySeeScores } from '../../shared/may-change.ts'
import { PageLoading } from '../../shared/page-loading.tsx'
import { t } from '../../words/t.ts'
import { BlockColumn } from './block-column.tsx'
import { DeliveryFunnel } from './delivery-funnel.tsx'
import { DraftSteps } from './draft-steps.tsx'
import { Headline } from './headline.tsx'
import classes from './overview-page.module.css'
import { PointsSummary } from './points-summary.tsx'
import { WaitingLegend } from './waiting-legend.tsx'

const UnitDrawer = late(
  'overview-unit-drawer',
  async () => (await import('./unit-drawer.tsx')).UnitDrawer,
  ({ opened }) => opened,
)

export function OverviewPage() {
  const { code } = useParams({ from: '/campaigns/$code' })
  const { wall } = useSearch({ from: '/campaigns/$code' })
  const campaign = useCampaign(code).data!
  const draft = campaign.status === 'draft'
  const progress = useProgress(code)
  const maySeeScores = useMaySeeScores()
  const scores = useScores(code, maySeeScores && !draft)
  const [openUnit, setOpenUnit] = useState<string | null>(null)
  const [drawer, setDrawer] = useState(false)
  const showUnit = (unitCode: string) => {
    setOpenUnit(unitCode)
    setDrawer(true)
  }

  if (draft) return <DraftSteps campaign={campaign} />
  if (!progress.data) {
    return progress.error ? (
      <ErrorNote error={progress.error} onRetry={() => void progress.refetch()} />
    ) : (
      <PageLoading />
    )
  }
  const settled = isSettled(campaign.status)
  const block = progress.data.blocks.find(({ units }) => units.some((one) => one.code === openUnit))
  const unit = block?.units.find((one) => one.code === openUnit)
  const score = scores.data?.blocks.flatMap((block) => block.units).find(({ code: c }) => c === openUnit)
  return (
    <div className={classes.overview} data-wall={wall || undefined}>
      <Headline campaign={campaign} progress={progress.data} />
      <div className={classes.body}>
        <div className={classes.blocks}>
          {progress.data.blocks.map((block) => (
            <BlockColumn
              key={block.code}
              block={block}
              scores={scores.data?.blocks.find((other) => other.code === block.code)}
              settled={settled}
              onOpenUnit={wall ? undefined : showUnit}
            />
          ))}
        </div>
        <div className={classes.aside}>
          <DeliveryFunnel deliveries={progress.data.deliveries} />
          {scores.data && <PointsSummary scores={scores.data} settled={settled} />}
          <ErrorNote error={scores.error} />
          <p className={classes.legend}>
            {t`Đơn vị cần giúp đứng trước. Cột nhỏ: tỷ lệ của từng nhóm. Chấm: điểm, trên thang từ 0 tới mức tối đa; vạch đứng: trung bình khối.`}
          </p>
          {scores.data && <WaitingLegend scores={scores.data} settled={settled} />}
        </div>
      </div>
      <UnitDrawer
        unit={unit}
        score={score}
        settled={settled}
        minimum={campaign.minimumCell}
        domainName={domainNames(campaign, block?.code ?? '')}
        opened={drawer}
        onClose={() => setDrawer(false)}
      />
    </div>
  )
}
