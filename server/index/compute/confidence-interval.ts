/**
 * A 95 % interval for a unit's survey points, if those who were silent would have answered like those who did. Pure.
 *
 * Of one criterion: the mean share of n valid answers out of N people (those n and all who have not been counted) has
 * the variance s²/n · (1 − n/N), s² with n − 1: the textbook estimator for sampling without replacement, unbiased, and 0
 * when all have answered. Criteria are answered by the same people, so their errors go together in a way that a tally
 * cannot show; half-widths are *added*, which covers every correlation (Cauchy–Schwarz) and is never too narrow for it.
 * The square root is taken in integers and rounded up, so that the same counts give the same bytes everywhere.
 */
import { type LevelCounts, type Shares, validAnswers } from '../../scoring/points.ts'
import type { CriterionScore } from '../../scoring/score-unit.ts'
import { type SilenceContext, silentCells } from './survey-range.ts'

/** 95 % of a normal distribution: 1.959964, as millionths. */
const Z_MILLIONTHS = 1_959_964n
/** Widths are whole trillionths of a point: sums of them stay integers. */
export const TRILLION = 10n ** 12n

/** A fraction that nobody has reduced: a unit has twenty of them, and reducing is what takes time. */
type Ratio = { n: bigint; d: bigint }

/** Estimated variance of the mean share; null with fewer than two valid answers. `silent`: people not yet counted. */
export function meanVariance(counts: LevelCounts, shares: Shares, silent: number): Ratio | null {
  const n = validAnswers(counts, shares)
  if (n < 2) return null
  let sum = 0n
  let squares = 0n
  for (const [level, count] of counts) {
    const share = shares.numerators.get(level) ?? 0n
    sum += BigInt(count) * share
    squares += BigInt(count) * share * share
  }
  const [size, population] = [BigInt(n), BigInt(n + silent)]
  // s² = (Σx² − (Σx)²/n) / (n − 1), over the shares' common denominator; then ÷ n × (N − n)/N.
  const spread = (squares * size - sum * sum) * (population - size)
  return { n: spread, d: size * size * (size - 1n) * population * shares.denominator * shares.denominator }
}

/**
 * Half the width of the interval of one criterion, in trillionths of a point; null where there is none: the criterion is not shown, a term
 * has fewer than two answers, a group that was invited has given none, or its groups are hidden still.
 */
export function halfWidth(score: CriterionScore, { shares, invited, settled }: SilenceContext): bigint | null {
  if (score.absent) return 0n
  if (score.showing !== 'shown' || (score.weighting.kind === 'fixed' && !settled)) return null
  const variance = pointsVariance(score, shares, invited)
  if (variance === null) return null
  const scale = Z_MILLIONTHS * score.max.n
  const per = 1_000_000n * score.max.d
  return rootUp({ n: variance.n * scale * scale, d: variance.d * per * per })
}

/** Of the share that makes the points: with fixed weights each term's variance by its weight squared. */
function pointsVariance(score: CriterionScore, shares: Shares, invited: SilenceContext['invited']): Ratio | null {
  const cells = silentCells(score, invited)
  if (score.weighting.kind === 'pooled') return meanVariance(cells[0]!.counts, shares, cells[0]!.silent)
  const weights = new Map(score.terms.map(({ cell, weight }) => [cell, weight]))
  const sum: Ratio = { n: 0n, d: 1n }
  for (const { cell, counts, silent } of cells) {
    const weight = weights.get(cell)
    if (weight === undefined && silent === 0) continue
    const own = weight && meanVariance(counts, shares, silent)
    if (!weight || !own) return null
    const [n, d] = [own.n * weight.n * weight.n, own.d * weight.d * weight.d]
    sum.n = sum.n * d + n * sum.d
    sum.d *= d
  }
  return sum
}

/** The square root in trillionths, rounded up. */
export function rootUp({ n, d }: Ratio): bigint {
  const whole = (n * TRILLION * TRILLION + d - 1n) / d
  const root = integerRoot(whole)
  return root * root < whole ? root + 1n : root
}

/** Floor of the square root: the float's, put right by Newton's steps, which fall from above. */
function integerRoot(value: bigint): bigint {
  if (value === 0n) return 0n
  let root = BigInt(Math.ceil(Math.sqrt(Number(value)))) + 1n
  if (root * root < value) root = value
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}
