/** What a unit's survey points and total can become, or could have become (schemas.ts `ranges`). Pure. */
import Fraction from 'fraction.js'
import { roundHalfUp, toHundredths } from '../../scoring/round.ts'
import { type CriterionScore, type SourceScore, sumOf, type UnitScore } from '../../scoring/score-unit.ts'
import { halfWidth, TRILLION } from './confidence-interval.ts'
import type { LeafState } from './leaf-states.ts'
import type { StandingRange } from './rank-range.ts'
import type { IndexUnitView, RangeView } from './schemas.ts'
import { sumPoints } from './sum-points.ts'
import { type ExactRange, type SilenceContext, surveyRange } from './survey-range.ts'

type Survey = {
  /** Criteria that are counted here. */
  criteria: CriterionScore[]
  silent: ReadonlyMap<string, ExactRange>
  sources: SourceScore[]
  silence: SilenceContext
}

export function unitRanges(
  leaves: LeafState[],
  survey: Survey,
): { view: Pick<IndexUnitView['ranges'], 'survey' | 'interval' | 'total'>; standings: StandingRange } {
  const surveyEnds = endsOf(leaves.filter(({ leaf }) => leaf.origin !== 'appraised'))
  const appraisedEnds = endsOf(leaves.filter(({ leaf }) => leaf.origin === 'appraised'))
  const total = publishRange(sumRanges([surveyEnds, appraisedEnds]))
  const whole = publishRange(surveyEnds)
  return {
    view: {
      ...surveyRanges(survey),
      total,
    },
    standings: {
      low: { points: toHundredths(total.low), survey: toHundredths(whole.low) },
      high: { points: toHundredths(total.high), survey: toHundredths(whole.high) },
    },
  }
}

/** The part that the survey alone decides. */
export function surveyRanges(survey: Survey): Pick<IndexUnitView['ranges'], 'survey' | 'interval'> {
  const silent = sumRanges([...survey.silent.values()])
  return {
    survey: survey.criteria.every(({ absent }) => absent) ? null : publishRange(silent),
    interval: intervalOf(survey, silent),
  }
}

/** Of a unit's score; `silence.invited` is the unit's own. */
export function surveyOfUnit({ criteria, sources }: UnitScore, silence: SilenceContext): Survey {
  const counted = criteria.filter(({ origin }) => origin === 'survey')
  const silent = new Map(counted.map((score) => [score.criterion.code, surveyRange(score, silence)]))
  return { criteria: counted, silent, sources, silence }
}

function endsOf(leaves: LeafState[]): ExactRange {
  const low = sumPoints(leaves.map((leaf) => leaf.low))
  if (leaves.every((leaf) => leaf.low === leaf.high)) return { low, high: low }
  return { low, high: sumPoints(leaves.map((leaf) => leaf.high)) }
}

function sumRanges(ranges: ExactRange[]): ExactRange {
  return { low: sumOf(ranges.map(({ low }) => low)), high: sumOf(ranges.map(({ high }) => high)) }
}

function publishRange({ low, high }: ExactRange): RangeView {
  return { low: roundHalfUp(low), high: roundHalfUp(high) }
}

/** Never beyond what the silent could make of the points. */
function intervalOf({ criteria, sources, silence }: Survey, ends: ExactRange): RangeView | null {
  const counted = sources.filter(({ source }) => source.origin === 'survey')
  if (counted.some(({ points }) => points === null)) return null
  let width = 0n
  for (const score of criteria) {
    const half = halfWidth(score, silence)
    if (half === null) return null
    width += half
  }
  const points = sumOf(counted.map((source) => source.points))
  const half = new Fraction(width, TRILLION)
  const [low, high] = [points.sub(half), points.add(half)]
  return publishRange({ low: low.lt(ends.low) ? ends.low : low, high: high.gt(ends.high) ? ends.high : high })
}
