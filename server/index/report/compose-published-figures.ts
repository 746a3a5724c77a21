/**
 * The figures that the report states, in the format of published figures (examine/schemas.ts), so that the examiner judges
 * what we print as it judges anybody's. Units stand under their codes. Of a provisional index only the units that have a
 * rank stand in it, and of domains and sources those that are known of just these units. Pure.
 */
import type { z } from 'zod'
import type { IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import type {
  BlockFigures,
  ClassFigures,
  DomainFigures,
  IndexFigures,
  Moves as MoveFigures,
  PublishedFigures,
  SurveyFigures,
  UnitFigures,
} from '../examine/schemas.ts'
import { type BlockContext, composeContexts } from './compose-context.ts'
import { cleanNarratives } from './compose-field.ts'
import { documentsOf, stepsOf } from './compose-lists.ts'
import type { ReportInput } from './compose-report.ts'
import type { ClassStatistics } from './compute-classes.ts'
import { percentOf, sumOf } from './compute-figures.ts'
import type { Moves } from './compute-moves.ts'
import type { Extreme, Spread } from './compute-spread.ts'
import { type Comparison, type PastMoves, rankedOf, surveyShares } from './compute-statistics.ts'

const codesOf = (units: { code: string }[]): string[] => units.map(({ code }) => code)

/** What may be left out is left out, never undefined. */
const known = <Value, Key extends string>(key: Key, value: Value | null | undefined): { [K in Key]?: Value } =>
  (value === null || value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }

export function toPublishedFigures({ index, narratives: given }: ReportInput): PublishedFigures {
  const narratives = cleanNarratives(given)
  const { issued, returned, valid } = index.survey
  const shares = surveyShares(index.survey)
  return {
    source: index.digest,
    campaign: {
      ...{ code: index.campaign, title: index.title, year: index.year },
      ...{ ballotsIssued: issued, ballotsReturned: returned, ballotsValid: valid },
      ...known('returnedPercent', shares.returned),
      ...known('validPercent', shares.valid),
    },
    scale: { total: index.rules.total, appraisal: index.rules.appraisedMax, survey: index.rules.surveyMax },
    classes: index.rules.classes.map(({ code, name, from }, at, all) => ({
      ...{ code, name },
      ...(from > 0 && { from }),
      ...known('below', all[at - 1]?.from),
    })),
    blocks: composeContexts(index).map((context) => blockFigures(index, context)),
    documents: documentsOf(narratives.documents).map(({ number, ...rest }) => ({ ...rest, ...(number && { number }) })),
    steps: stepsOf(narratives.steps),
  }
}

function blockFigures(index: IndexDocument, { block, statistics }: BlockContext): BlockFigures {
  const { total, comparison } = statistics
  const units = rankedOf(block.units)
  const whole = (key: 'criteria' | 'componentCriteria') => sumOf(block.domains.map((domain) => domain[key]))
  const sources = statistics.sources.filter(({ origin }) => origin === 'survey')
  const survey = sources.length === 1 ? ofAll(sources[0]!.spread, units.length) : undefined
  return {
    ...{ code: block.code, name: block.name, unitCount: units.length },
    ...{ criteria: whole('criteria'), componentCriteria: whole('componentCriteria') },
    respondentGroups: block.groups.map(({ name }) => name),
    ...(hasSharedRanks(units) && { sharedRanks: true }),
    ...(index.rules.ties === 'same-rank-dense' && { denseRanks: true }),
    ...(survey && { survey: surveyFigures(survey) }),
    ...(total && { index: indexFigures(total, statistics.classes, comparison) }),
    ...(total && { classes: statistics.classes.map(classFigures) }),
    domains: statistics.domains.map(({ code, name, max, criteria, componentCriteria, spread }) => ({
      ...{ code, name, max, criteria, componentCriteria },
      ...domainSpread(ofAll(spread, units.length)),
    })),
    ...(units.length > 0 && { units: units.map(unitFigures) }),
    ...(comparison && comparisonFigures(comparison, statistics.classes, units.length)),
  }
}

const ofAll = (spread: Spread | undefined, units: number): Spread | undefined =>
  spread?.values.length === units ? spread : undefined

/** This year, or last year among the units that are compared with. */
function hasSharedRanks(units: IndexUnitView[]): boolean {
  const past = units.flatMap(({ change }) => change?.past.rank ?? [])
  return units.some(({ tied }) => tied) || new Set(past).size < past.length
}

const extreme = ({ points, percent, units }: Extreme) => ({
  units: codesOf(units),
  points,
  ...known('percent', percent),
})

function surveyFigures(spread: Spread): z.infer<typeof SurveyFigures> {
  return {
    ...{ max: spread.max, mean: spread.mean },
    ...known('meanPercent', spread.percent),
    unitsAboveMean: spread.above.length,
    unitsAtMean: spread.equal.length,
    unitsBelowMean: spread.below.length,
    highest: extreme(spread.highest),
    lowest: extreme(spread.lowest),
  }
}

const CLASS_KEYS = { A: 'classA', B: 'classB', C: 'classC', D: 'classD' } as const

function indexFigures(
  total: Spread,
  classes: ClassStatistics[],
  comparison: Comparison | null,
): z.infer<typeof IndexFigures> {
  const counts = classes.flatMap(({ code, units }) =>
    Object.hasOwn(CLASS_KEYS, code) ? [[CLASS_KEYS[code as keyof typeof CLASS_KEYS], units.length] as const] : [],
  )
  return {
    ...{ mean: total.mean, meanElsewhere: total.mean, gap: total.gap },
    highest: { units: codesOf(total.highest.units), points: total.highest.points },
    lowest: { units: codesOf(total.lowest.units), points: total.lowest.points },
    unitsAboveMean: total.above.length,
    unitsAtMean: total.equal.length,
    unitsBelowMean: total.below.length,
    ...Object.fromEntries(counts),
    ...(comparison && {
      ...{ changeOnYear: comparison.mean.change, gapChange: comparison.gap.change },
      ...{ rose: comparison.points.rose.length, kept: comparison.points.kept.length },
      fell: comparison.points.fell.length,
    }),
  }
}

function classFigures({ code, units, percent, change }: ClassStatistics): ClassFigures {
  return { code, count: units.length, ...known('percent', percent), ...known('change', change), names: codesOf(units) }
}

function domainSpread(spread: Spread | undefined): Partial<DomainFigures> {
  if (!spread) return {}
  return {
    mean: spread.mean,
    ...known('meanPercent', spread.percent),
    highest: { units: codesOf(spread.highest.units), points: spread.highest.points },
    lowest: { units: codesOf(spread.lowest.units), points: spread.lowest.points },
  }
}

function unitFigures({ code, name, points, rank, class: own, parts, domains, change }: IndexUnitView): UnitFigures {
  const all = domains.every((domain) => domain.points !== null)
  return {
    ...{ code, name },
    ...known('points', points),
    ...known('appraised', parts.appraised),
    ...known('survey', parts.survey),
    ...known('rank', rank),
    ...known('class', own),
    ...(change && {
      ...{ pastPoints: change.past.points, change: change.points },
      ...known('pastRank', change.past.rank),
      ...known('pastClass', change.past.class),
      ...known('rankChange', change.rank),
    }),
    ...(all && { domains: Object.fromEntries(domains.map((domain) => [domain.code, domain.points!])) }),
  }
}

function comparisonFigures(
  comparison: Comparison,
  classes: ClassStatistics[],
  all: number,
): Pick<BlockFigures, 'rankMoves' | 'pointMoves' | 'past'> {
  const counts = classes.flatMap(({ code, past }) => (past === null ? [] : [{ code, count: past }]))
  const { incomparable, ranks, points, moves } = comparison
  const notCompared = { count: incomparable.length, names: codesOf(incomparable) }
  const of = (own: Moves, change?: PastMoves): MoveFigures => {
    const share = (count: number) =>
      own === points && own.compared === all ? known('percent', percentOf(count, all)) : {}
    const most = (furthest: Moves['mostRose']) =>
      known('most', furthest && { units: codesOf(furthest.units), by: furthest.by })
    const side = (key: 'rose' | 'kept' | 'fell') => ({
      ...{ count: own[key].length, names: codesOf(own[key]) },
      ...share(own[key].length),
      ...known('change', change?.[key]),
    })
    return {
      rose: { ...side('rose'), ...most(own.mostRose) },
      kept: side('kept'),
      fell: { ...side('fell'), ...most(own.mostFell) },
      ...(incomparable.length > 0 && { notCompared }),
    }
  }
  return {
    pointMoves: of(points),
    // Where last year's ranks are known of some units only, those moves say nothing of the block.
    ...(ranks.compared === points.compared && { rankMoves: of(ranks, moves?.change) }),
    past: {
      ...{ units: comparison.units, mean: comparison.mean.past, gap: comparison.gap.past },
      ...(counts.length === classes.length && { classes: counts }),
      ...known('rankMoves', moves?.past),
    },
  }
}
