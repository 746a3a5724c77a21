/** The live screen of a campaign. */

import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { type CSSProperties, useCallback, useMemo, useState } from 'react'
import { surveyRangesQuery, useCampaign, useProgress, useScores } from '../../shared/campaign-queries.ts'
import { domainNames } from '../../shared/domain-names.ts'
import { ErrorNote } from '../../shared/error-note.tsx'
import { isSettled } from '../../shared/hidden-words.ts'
import { late } from '../../shared/late.tsx'
import { useMaySeeScores } from '../../shared/may-change.ts'
import { PageLoading } from '../../shared/page-loading.tsx'
import { BarsLegend } from './bars-legend.tsx'
import { BehindStrip } from './behind-strip.tsx'
import { BlockColumn } from './block-column.tsx'
import { DeliveryFunnel } from './delivery-funnel.tsx'
import { DraftSteps } from './draft-steps.tsx'
import { expectedShare, unitsBehind } from './even-pace.ts'
import { Headline } from './headline.tsx'
import classes from './overview-page.module.css'
import { PointsSummary } from './points-summary.tsx'
import { useNow } from './use-now.ts'
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
  // The same function each time, so that rows of which nothing has changed are not drawn anew.
  const showUnit = useCallback((unitCode: string) => {
    setOpenUnit(unitCode)
    setDrawer(true)
  }, [])
  const ranges = useQuery({
    ...surveyRangesQuery(code, !isSettled(campaign.status)),
    enabled: maySeeScores && !draft,
  }).data
  const rangeOf = useMemo(() => new Map(ranges?.units.map((unit) => [unit.code, unit])), [ranges])
  const intervals = useMemo(() => new Map(ranges?.units.map((unit) => [unit.code, unit.interval])), [ranges])
  const now = useNow()

  if (draft) return <DraftSteps campaign={campaign} />
  if (!progress.data) {
    return progress.error ? (
      <ErrorNote error={progress.error} onRetry={() => void progress.refetch()} />
    ) : (
      <PageLoading />
    )
  }
  const settled = isSettled(campaign.status)
  const expected = expectedShare(campaign, progress.data.answered, now)
  const block = progress.data.blocks.find(({ units }) => units.some((one) => one.code === openUnit))
  const unit = block?.units.find((one) => one.code === openUnit)
  const score = scores.data?.blocks.flatMap((block) => block.units).find(({ code: c }) => c === openUnit)
  const rows = Math.max(1, ...progress.data.blocks.map(({ units }) => units.length))
  return (
    <div className={classes.overview} data-wall={wall || undefined} style={{ '--rows': rows } as CSSProperties}>
      <Headline campaign={campaign} progress={progress.data} now={now} expected={expected} />
      <BehindStrip
        campaign={campaign}
        units={unitsBehind(
          progress.data.blocks.flatMap(({ units }) => units),
          expected,
        )}
        wall={wall === 1}
      />
      <div className={classes.body}>
        <div className={classes.blocks}>
          {!wall && <BarsLegend planned={expected !== null} points={scores.data !== undefined} />}
          {progress.data.blocks.map((block) => (
            <BlockColumn
              key={block.code}
              block={block}
              scores={scores.data?.blocks.find((other) => other.code === block.code)}
              intervals={intervals}
              settled={settled}
              expected={expected}
              onOpenUnit={wall ? undefined : showUnit}
            />
          ))}
        </div>
        <div className={classes.aside}>
          <DeliveryFunnel code={code} progress={progress.data} wall={wall === 1} />
          {scores.data && <PointsSummary scores={scores.data} settled={settled} wall={wall === 1} />}
          <ErrorNote error={scores.error} />
          {scores.data && !wall && <WaitingLegend scores={scores.data} settled={settled} />}
        </div>
      </div>
      <UnitDrawer
        unit={unit}
        score={score}
        ranges={unit && rangeOf.get(unit.code)}
        campaign={campaign}
        settled={settled}
        minimum={campaign.minimumCell}
        domainName={domainNames(campaign, block?.code ?? '')}
        opened={drawer}
        onClose={() => setDrawer(false)}
      />
    </div>
  )
}
