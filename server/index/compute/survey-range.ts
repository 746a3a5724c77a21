/**
 * What one criterion's points become if all who were invited to judge it and have not been counted answer lowest, or
 * highest. Pure; the extremes go through the same criterionPoints as the points themselves. Any other completion (other
 * levels, no opinion, silence) lies between.
 *
 * It may tell no more than the scores and their account do (tally/suppress.ts). A criterion that is not shown can be
 * anything from 0 to its maximum. With fixed weights each group's mean is hidden while the campaign is open, and the
 * exact extremes beside the points would give them away like two equations; so then the ends are made of published
 * figures alone and are wider than need be.
 */
import Fraction from 'fraction.js'
import { type CellCounts, criterionPoints, type Shares, totalOf } from '../../scoring/points.ts'
import type { CriterionScore } from '../../scoring/score-unit.ts'

export type ExtremeLevels = { lowest: string; highest: string }
export type ExactRange = { low: Fraction; high: Fraction }
/** `invited`: people by group of the roster, in this unit. `minimum`: k. `extremes`: extremeLevels of the shares. */
export type SilenceContext = {
  shares: Shares
  extremes: ExtremeLevels
  invited: ReadonlyMap<string, number>
  settled: boolean
  minimum: number
}

const ZERO = new Fraction(0)

/** For a criterion that the survey counts, not an imported one. Nobody invited to judge it: 0, for good. */
export function surveyRange(score: CriterionScore, context: SilenceContext): ExactRange {
  if (score.absent) return { low: ZERO, high: ZERO }
  if (score.showing !== 'shown' || score.points === null) return { low: ZERO, high: score.max }
  if (score.weighting.kind === 'fixed' && !context.settled) return publicRange(score, score.points, context)
  const cells = silentCells(score, context.invited)
  const { lowest, highest } = context.extremes
  const completed = (level: string) =>
    criterionPoints(
      score.max,
      cells.map(({ silent, ...cell }) => withMore(cell, level, silent)),
      context.shares,
      score.weighting,
    ).points!
  return { low: completed(lowest), high: completed(highest) }
}

/** The cells that make the points, each with how many of it have not been counted; groups of which nobody was are cells too. */
export function silentCells(
  { weighting, everyone, groups, asked, audience }: CriterionScore,
  invited: ReadonlyMap<string, number>,
): (CellCounts & { silent: number })[] {
  const invitedOf = (codes: string[]) => codes.reduce((sum, code) => sum + (invited.get(code) ?? 0), 0)
  if (weighting.kind === 'pooled')
    return [{ cell: '*', counts: everyone, silent: Math.max(0, invitedOf(audience.invited) - asked) }]
  const counted = new Set(groups.flatMap(({ cell }) => cell.split('+')))
  return [
    ...groups.map((group) => {
      const members = group.cell.split('+').filter((code) => audience.invited.includes(code))
      return { ...group, silent: Math.max(0, invitedOf(members) - totalOf(group.counts)) }
    }),
    ...audience.invited
      .filter((code) => !counted.has(code))
      .map((code) => ({ cell: code, counts: new Map<string, number>(), silent: invitedOf([code]) })),
  ]
}

/**
 * At least `share` of each group's people are in its mean, because n and the numbers invited are known: so at least that
 * much of the points stays, and at most the rest of the maximum comes to it. A group without an answer may yet bring
 * its whole weight, and hide the criterion again.
 */
function publicRange(score: CriterionScore, points: Fraction, { invited, minimum }: SilenceContext): ExactRange {
  if (score.reweighted) return { low: ZERO, high: score.max }
  const sizes = score.audience.invited.map((code) => invited.get(code) ?? 0)
  const everyone = sizes.reduce((sum, size) => sum + size, 0)
  const share = sizes
    .filter((size) => size > 0)
    .map((size) => new Fraction(Math.min(size, Math.max(minimum, score.valid - (everyone - size))), size))
    .reduce((least, one) => (one.lt(least) ? one : least), new Fraction(1))
  const low = points.mul(share)
  return { low, high: low.add(score.max.mul(new Fraction(1).sub(share))) }
}

function withMore({ cell, counts }: CellCounts, level: string, more: number): CellCounts {
  if (more === 0) return { cell, counts }
  return { cell, counts: new Map(counts).set(level, (counts.get(level) ?? 0) + more) }
}

/** The levels of the least and the greatest share. */
export function extremeLevels({ numerators }: Shares): ExtremeLevels {
  const levels = [...numerators].sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([level]) => level)
  return { lowest: levels[0]!, highest: levels.at(-1)! }
}
