/**
 * A 95 % interval for a unit's survey points, if those who were silent would have answered like those who did. Pure.
 *
 * Of one criterion: the mean share of n valid answers out of N people (those n and all who have not been counted) has
 * the variance s²/n · (1 − n/N), s² with n − 1: the textbook estimator for sampling without replacement, unbiased, and 0
 * when all have answered. Criteria are answered by the same people, so their errors go together in a way that a tally
 * cannot show; half-widths are *added*, which covers every correlation (Cauchy–Schwarz) and is never too narrow for it.
 * The square root is taken in integers and rounded up, so that the same counts give the same bytes everywhere.
 */
import Fraction from 'fraction.js'
import { type LevelCounts, type Shares, validAnswers } from '../../scoring/points.ts'
import type { CriterionScore } from '../../scoring/score-unit.ts'
import { type SilenceContext, silentCells } from './survey-range.ts'

/** 95 % of a normal distribution, squared. */
const Z_SQUARED = new Fraction('1.959964').pow(2)!
const ZERO = new Fraction(0)
/** Widths are whole trillionths of a point: sums of them stay integers. */
export const TRILLION = 10n ** 12n

/** Estimated variance of the mean share; null with fewer than two valid answers. `silent`: people not yet counted. */
export function meanVariance(counts: LevelCounts, shares: Shares, silent: number): Fraction | null {
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
  return new Fraction(spread, size * size * (size - 1n) * population * shares.denominator ** 2n)
}

/**
 * Half the width of the interval of one criterion, in trillionths of a point; null where there is none: the criterion is not shown, a term
 * has fewer than two answers, a group that was invited has given none, or its groups are hidden still.
 */
export function halfWidth(score: CriterionScore, { shares, invited, settled }: SilenceContext): bigint | null {
  if (score.absent) return 0n
  if (score.showing !== 'shown' || (score.weighting.kind === 'fixed' && !settled)) return null
  const weights = new Map(score.terms.map(({ cell, weight }) => [cell, weight]))
  let variance = ZERO
  for (const { cell, counts, silent } of silentCells(score, invited)) {
    const weight = score.weighting.kind === 'pooled' ? new Fraction(1) : weights.get(cell)
    if (weight === undefined && silent === 0) continue
    const own = weight && meanVariance(counts, shares, silent)
    if (!weight || !own) return null
    variance = score.weighting.kind === 'pooled' ? own : variance.add(own.mul(weight).mul(weight))
  }
  return rootUp(variance.mul(Z_SQUARED).mul(score.max.mul(score.max)))
}

/** The square root in trillionths, rounded up. */
export function rootUp(value: Fraction): bigint {
  const scaled = value.n * TRILLION * TRILLION
  const whole = (scaled + value.d - 1n) / value.d
  const root = integerRoot(whole)
  return root * root < whole ? root + 1n : root
}

/** Floor of the square root, by Newton's method from above. */
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value
  let root = 1n << BigInt((value.toString(2).length >> 1) + 1)
  for (;;) {
    const next = (root + value / root) >> 1n
    if (next >= root) return root
    root = next
  }
}
