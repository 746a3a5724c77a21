/** The points of one unit, domain by domain, and what they can still become; all but rank and class, which need the others. Pure. */
import type Fraction from 'fraction.js'
import type { BlockPlan } from '../../scoring/plan-block.ts'
import { roundedPartsDiffer, roundHalfUp } from '../../scoring/round.ts'
import type { ScoredUnit } from '../../scoring/score-blocks.ts'
import { type CriterionScore, sumOf } from '../../scoring/score-unit.ts'
import { halfWidth } from './confidence-interval.ts'
import type { BlockIndexPlan, Leaf } from './plan-index.ts'
import type { StandingRange } from './rank-range.ts'
import type { Standing } from './rank-units.ts'
import type { IndexUnitView, RangeView } from './schemas.ts'
import { type ExactPoints, exactText, publishPoints, readPoints, sumPoints, toHundredths } from './sum-points.ts'
import { type ExactRange, type SilenceContext, surveyRange } from './survey-range.ts'

export type AssessContext = {
  plan: BlockIndexPlan
  scoring: BlockPlan
  /** Leaf → points as a decimal text, of this unit. */
  appraised: Readonly<Record<string, string>>
  self: Readonly<Record<string, string>>
  settled: boolean
  minimum: number
  /** Nothing that is missing will come any more. */
  freeze: boolean
}

export type AssessedUnit = {
  view: Omit<IndexUnitView, 'rank' | 'tied' | 'class' | 'change' | 'incomparable' | 'ranges'>
  ranges: Pick<IndexUnitView['ranges'], 'survey' | 'interval' | 'total'>
  standing: Standing
  standings: StandingRange
  /** Neither an appraised nor an imported nor a survey part is missing. */
  whole: boolean
  missingOrigins: Set<Leaf['origin']>
}

type LeafState = { leaf: Leaf; points: ExactPoints | null; low: ExactPoints; high: ExactPoints }

export function assessUnit(
  { unit, score, invited, answered, counted }: ScoredUnit,
  context: AssessContext,
): AssessedUnit {
  const { plan, settled, minimum, freeze } = context
  const silence: SilenceContext = { shares: context.scoring.shares, invited, settled, minimum }
  const criteria = new Map(score.criteria.map((one) => [one.criterion.code, one]))
  const ofSurvey = score.criteria.filter(({ origin }) => origin === 'survey')
  const silent = new Map(ofSurvey.map((one) => [one, surveyRange(one, silence)]))

  const leaves = plan.leaves.map((leaf) => leafState(leaf, criteria, silent, context))
  const known = knownOf(leaves)
  const exact = known.length > 0 ? sumPoints(known) : null
  const domains = plan.domains.map((domain) =>
    domainView(
      domain.domain.code,
      domain.leaves.map((at) => leaves[at]!),
    ),
  )
  const points = exact && roundHalfUp(exact)
  const missing = leaves.filter((one) => one.points === null)
  const appraised = leaves.filter(({ leaf }) => leaf.origin === 'appraised')
  const sources = score.sources.map((source) => ({
    code: source.source.code,
    points: source.points && roundHalfUp(source.points),
  }))
  const surveyKnown = score.sources.every((source) => source.points !== null)
  const surveyLeaves = leaves.filter(({ leaf }) => leaf.origin !== 'appraised')
  const ends = (some: LeafState[]): RangeView => ({
    low: roundHalfUp(sumPoints(some.map(({ low }) => low))),
    high: roundHalfUp(sumPoints(some.map(({ high }) => high))),
  })
  const total = ends(leaves)
  const survey = ends(surveyLeaves)
  return {
    view: {
      code: unit.code,
      name: unit.name,
      points,
      exact: exact?.toFraction() ?? null,
      complete: missing.length === 0,
      ...(points !== null && partsDiffer(domains, points) && { roundedPartsDiffer: true as const }),
      parts: {
        appraised: wholeSum(appraised.map((one) => one.points)),
        self: wholeSum(appraised.map(({ leaf }) => ownPoints(context.self, leaf.code))),
        survey: surveyKnown ? roundHalfUp(sumOf(score.sources.map((source) => source.points))) : null,
        sources,
      },
      participation: { invited: invited.values().reduce((sum, count) => sum + count, 0), answered, counted },
      domains,
      criteria: leaves.map(({ leaf, points: value }) => ({
        code: leaf.code,
        points: value === null ? null : publishPoints(value),
        exact: value === null ? null : exactText(value),
        ...(leaf.origin === 'appraised' && selfOf(context.self, leaf.code)),
      })),
      missing: missing.map(({ leaf }) => leaf.code),
    },
    ranges: {
      survey: ofSurvey.every(({ absent }) => absent) ? null : publishRange(sumRanges([...silent.values()])),
      interval: interval(score.sources, silent, silence),
      total,
    },
    standing: standingOf(points ?? 0, publishPoints(sumPoints(knownOf(surveyLeaves)))),
    standings: { low: standingOf(total.low, survey.low), high: standingOf(total.high, survey.high) },
    whole: freeze || (appraised.every((one) => one.points !== null) && surveyKnown),
    missingOrigins: new Set(missing.map(({ leaf }) => leaf.origin)),
  }
}

/** `low` and `high` are what the leaf can end at: as it is once it is known and no answer can arrive. */
function leafState(
  leaf: Leaf,
  criteria: ReadonlyMap<string, CriterionScore>,
  silent: ReadonlyMap<CriterionScore, ExactRange>,
  { appraised, settled, freeze }: AssessContext,
): LeafState {
  const counted = leaf.from === null ? undefined : criteria.get(leaf.from)
  const points = leaf.from === null ? ownPoints(appraised, leaf.code) : shownPoints(counted)
  if (leaf.origin === 'survey' && counted && !settled) return { leaf, points, ...silent.get(counted)! }
  if (points !== null) return { leaf, points, low: points, high: points }
  return { leaf, points, low: 0, high: freeze || leaf.origin === 'survey' ? 0 : leaf.max }
}

function ownPoints(table: Readonly<Record<string, string>>, code: string): ExactPoints | null {
  return Object.hasOwn(table, code) ? readPoints(table[code]!) : null
}

function shownPoints(score: CriterionScore | undefined): Fraction | null {
  return score?.showing === 'shown' ? score.points : null
}

function selfOf(table: Readonly<Record<string, string>>, code: string): { self?: number } {
  const points = ownPoints(table, code)
  return points === null ? {} : { self: publishPoints(points) }
}

function domainView(code: string, leaves: LeafState[]) {
  const known = knownOf(leaves)
  if (known.length === 0) return { code, points: null, exact: null }
  const exact = sumPoints(known)
  const points = roundHalfUp(exact)
  const differ = roundedPartsDiffer(known.map(publishPoints), points)
  return { code, points, exact: exact.toFraction(), ...(differ && { roundedPartsDiffer: true as const }) }
}

function partsDiffer(domains: { points: number | null }[], points: number): boolean {
  return roundedPartsDiffer(
    domains.flatMap((domain) => (domain.points === null ? [] : [domain.points])),
    points,
  )
}

function knownOf(leaves: LeafState[]): ExactPoints[] {
  return leaves.flatMap(({ points }) => (points === null ? [] : [points]))
}

/** Null while one of them is missing. */
function wholeSum(values: (ExactPoints | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === values.length && known.length > 0 ? publishPoints(sumPoints(known)) : null
}

function sumRanges(ranges: ExactRange[]): ExactRange {
  return { low: sumOf(ranges.map(({ low }) => low)), high: sumOf(ranges.map(({ high }) => high)) }
}

function publishRange({ low, high }: ExactRange): RangeView {
  return { low: roundHalfUp(low), high: roundHalfUp(high) }
}

/** Never beyond what the silent could make of the points. */
function interval(
  sources: ScoredUnit['score']['sources'],
  silent: ReadonlyMap<CriterionScore, ExactRange>,
  silence: SilenceContext,
): RangeView | null {
  const counted = sources.filter(({ source }) => source.origin === 'survey')
  if (counted.some(({ points }) => points === null)) return null
  const widths = [...silent.keys()].map((score) => halfWidth(score, silence))
  if (widths.includes(null)) return null
  const points = sumOf(counted.map((source) => source.points))
  const half = sumOf(widths)
  const ends = sumRanges([...silent.values()])
  const [low, high] = [points.sub(half), points.add(half)]
  return publishRange({ low: low.lt(ends.low) ? ends.low : low, high: high.gt(ends.high) ? ends.high : high })
}

function standingOf(points: number, survey: number): Standing {
  return { points: toHundredths(points), survey: toHundredths(survey) }
}
