/** The points of one unit, domain by domain, and what they can still become; all but rank and class, which need the others. Pure. */
import type Fraction from 'fraction.js'
import type { BlockPlan } from '../../scoring/plan-block.ts'
import { totalOf } from '../../scoring/points.ts'
import { roundedPartsDiffer, roundHalfUp, toHundredths } from '../../scoring/round.ts'
import type { ScoredUnit } from '../../scoring/score-blocks.ts'
import { type LeafContext, type LeafState, leafState } from './leaf-states.ts'
import type { BlockIndexPlan, Leaf } from './plan-index.ts'
import type { StandingRange } from './rank-range.ts'
import type { Standing } from './rank-units.ts'
import type { IndexUnitView } from './schemas.ts'
import { type ExactPoints, exactText, publishPoints, sumPoints } from './sum-points.ts'
import type { ExtremeLevels, SilenceContext } from './survey-range.ts'
import { surveyOfUnit, unitRanges } from './unit-ranges.ts'

export type AssessContext = Pick<LeafContext, 'appraised' | 'self' | 'settled' | 'freeze'> & {
  plan: BlockIndexPlan
  scoring: BlockPlan
  extremes: ExtremeLevels
  minimum: number
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

export function assessUnit(scored: ScoredUnit, context: AssessContext): AssessedUnit {
  const { sources, criteria } = scored.score
  const { plan, scoring, extremes, settled, minimum, freeze } = context
  const silence: SilenceContext = { shares: scoring.shares, extremes, invited: scored.invited, settled, minimum }
  const ofSurvey = surveyOfUnit(scored.score, silence)
  const leafContext: LeafContext = {
    ...context,
    silent: ofSurvey.silent,
    criteria: new Map(criteria.map((one) => [one.criterion.code, one])),
  }
  const leaves = plan.leaves.map((leaf) => leafState(leaf, leafContext))

  const appraised = leaves.filter(({ leaf }) => leaf.origin === 'appraised')
  const survey = sumPoints(knownOf(leaves.filter(({ leaf }) => leaf.origin !== 'appraised')))
  const surveyKnown = sources.every((source) => source.points !== null)
  const missing = leaves.filter(({ points }) => points === null)
  const exact = missing.length < leaves.length ? sumPoints([survey, ...knownOf(appraised)]) : null
  const { view: ranges, standings } = unitRanges(leaves, ofSurvey)
  const parts: IndexUnitView['parts'] = {
    appraised: sumOfAll(appraised.map(({ points }) => points)),
    self: sumOfAll(appraised.map(({ self }) => self)),
    survey: surveyKnown ? roundHalfUp(survey) : null,
    sources: sources.map(({ source, points }) => ({ code: source.code, points: points && roundHalfUp(points) })),
  }
  return {
    view: viewUnit(scored, { plan, leaves, exact, parts, missing }),
    ranges,
    standing: { points: exact ? toHundredths(roundHalfUp(exact)) : 0, survey: toHundredths(roundHalfUp(survey)) },
    standings,
    whole: exact !== null && (freeze || (surveyKnown && appraised.every(({ points }) => points !== null))),
    missingOrigins: new Set(missing.map(({ leaf }) => leaf.origin)),
  }
}

type Summed = {
  plan: BlockIndexPlan
  leaves: LeafState[]
  exact: Fraction | null
  parts: IndexUnitView['parts']
  missing: LeafState[]
}

function viewUnit({ unit, invited, answered, counted }: ScoredUnit, summed: Summed): AssessedUnit['view'] {
  const { plan, leaves, exact, parts, missing } = summed
  const points = exact && roundHalfUp(exact)
  const domains = plan.domains.map(({ domain, leaves: own }) =>
    viewDomain(
      domain.code,
      own.map((at) => leaves[at]!),
    ),
  )
  const rounded = domains.flatMap((domain) => (domain.points === null ? [] : [domain.points]))
  return {
    code: unit.code,
    name: unit.name,
    points,
    exact: exact?.toFraction() ?? null,
    complete: missing.length === 0,
    ...(points !== null && roundedPartsDiffer(rounded, points) && { roundedPartsDiffer: true as const }),
    parts,
    participation: { invited: totalOf(invited), answered, counted },
    domains,
    criteria: leaves.map(viewLeaf),
    missing: missing.map(({ leaf }) => leaf.code),
  }
}

function viewDomain(code: string, leaves: LeafState[]) {
  const known = knownOf(leaves)
  if (known.length === 0) return { code, points: null, exact: null }
  const exact = sumPoints(known)
  const points = roundHalfUp(exact)
  const differ = roundedPartsDiffer(known.map(publishPoints), points)
  return { code, points, exact: exact.toFraction(), ...(differ && { roundedPartsDiffer: true as const }) }
}

/** Members in the order of canonical JSON, which so has nothing to sort in the many of them. */
function viewLeaf({ leaf: { code }, points, self }: LeafState): IndexUnitView['criteria'][number] {
  const exact = points === null ? null : exactText(points)
  const published = points === null ? null : publishPoints(points)
  if (self === null) return { code, exact, points: published }
  return { code, exact, points: published, self: publishPoints(self) }
}

function knownOf(leaves: LeafState[]): ExactPoints[] {
  return leaves.flatMap(({ points }) => (points === null ? [] : [points]))
}

/** Null while one of them is missing. */
function sumOfAll(values: (ExactPoints | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === values.length && known.length > 0 ? publishPoints(sumPoints(known)) : null
}
