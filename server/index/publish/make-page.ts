/** The page of one frozen index, as it would be published. */
import type { Tx } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import { findFrozenIndex } from '../compute/queries.ts'
import { thawIndex } from '../compute/read-index.ts'
import type { IndexDocument } from '../compute/schemas.ts'
import { composeReport } from '../report/compose-report.ts'
import { CHART_STYLE, renderChart } from '../report/render/svg-chart.ts'
import type { ReportChart } from '../report/schemas.ts'
import { judgeChoices } from './judge-choices.ts'
import { renderPage } from './render-page.ts'
import type { PublicationChoices } from './schemas.ts'

/** Throws index-not-frozen (409) and choices-contradict (422) with what is wrong. `on`: the day, null in a preview. */
export async function makePage(
  tx: Tx,
  campaignId: string,
  { choices, reason, on }: { choices: PublicationChoices; reason: string; on: string | null },
): Promise<string> {
  const problems = judgeChoices(choices)
  if (problems.length > 0) throw errors.choicesContradict(problems)
  const index = await readFrozenIndex(tx, campaignId)
  const wanted = choices.change ? ['bars', 'change', 'domains'] : ['bars', 'domains']
  const charts = composeReport({ index, narratives: {} })
    .charts.filter(({ kind }) => wanted.includes(kind) && (kind !== 'domains' || choices.domains))
    .map((chart) => withhold(chart, choices))
  return renderPage({
    ...{ index, choices, reason, on, chartStyle: CHART_STYLE },
    charts: charts.map((chart) => ({ block: chart.block, title: chart.title, svg: renderChart(chart) })),
  })
}

/** A bar tells no more than the table beside it. */
const withhold = (chart: ReportChart, { change, classes }: PublicationChoices): ReportChart => ({
  ...chart,
  bars: chart.bars.map((bar) => ({ ...bar, past: change ? bar.past : null, class: classes ? bar.class : null })),
})

/** Throws index-not-frozen (409). */
export async function readFrozenIndex(tx: Tx, campaignId: string): Promise<IndexDocument> {
  const frozen = await findFrozenIndex(tx, campaignId)
  if (!frozen) throw errors.indexNotFrozen()
  return thawIndex(frozen)
}
