/**
 * Answers into points, exactly (domain/README "Turning answers into points"):
 *   P(u,c) = Max_c × Σ_g w_g × ( Σ_k n(u,c,g,k)·h_k / Σ_k n(u,c,g,k) )
 * Counts are integers, shares, weights and maxima decimal texts; nothing here is a float and nothing is rounded.
 */
import Fraction from 'fraction.js'
import type { Level } from '../campaigns/definition.ts'

/** Answers by level of one question; "no opinion" and "" (left empty) may be among them and are not valid answers. */
export type LevelCounts = ReadonlyMap<string, number>

/** The counts of one cell: "*" (everyone), a group's code, or merged groups' codes joined by "+". */
export type CellCounts = { cell: string; counts: LevelCounts }

/** Shares over one common denominator, so that summing a question's answers is integer arithmetic. */
export type Shares = { denominator: bigint; numerators: ReadonlyMap<string, bigint> }

/** How groups come together: all answers alike, or each group's mean by a fixed weight. `asked`: groups that see the question. */
export type Weighting = { kind: 'pooled' } | { kind: 'fixed'; weights: ReadonlyMap<string, Fraction>; asked: string[] }

/** One term of the formula: its mean share (0…1) and its weight, scaled so that all terms' weights sum to 1. */
export type Term = { cell: string; valid: number; mean: Fraction; weight: Fraction }

export type CriterionPoints = {
  /** Exact; null when nobody gave a valid answer. */
  points: Fraction | null
  valid: number
  terms: Term[]
  /** Fixed weights: a group that is asked gave no valid answer, so the others were scaled up. */
  reweighted: boolean
}

export function sharesOf(levels: Level[]): Shares {
  const shares = levels.map(({ value, share }) => [value, new Fraction(share)] as const)
  const denominator = shares.reduce((common, [, share]) => common.lcm(share.d), new Fraction(1)).n
  return {
    denominator,
    numerators: new Map(shares.map(([value, share]) => [value, (share.n * denominator) / share.d])),
  }
}

/** Points of one unit on one criterion. In a fixed weighting a merged cell carries the weights of those of its groups that see the question. */
export function criterionPoints(
  max: Fraction,
  cells: CellCounts[],
  shares: Shares,
  weighting: Weighting,
): CriterionPoints {
  const cellsApart = weighting.kind === 'pooled' ? [pool(cells)] : cells
  const means = cellsApart.flatMap((cell) => meanShare(cell, shares))
  const valid = means.reduce((sum, mean) => sum + mean.valid, 0)
  if (means.length === 0) return { points: null, valid, terms: [], reweighted: false }
  if (weighting.kind === 'pooled') {
    const [mean] = means
    return { points: mean!.mean.mul(max), valid, terms: [{ ...mean!, weight: ONE }], reweighted: false }
  }
  const weights = means.map(({ cell }) => weightOf(cell, weighting))
  const whole = weights.reduce((sum, weight) => sum.add(weight))
  const terms = means.map((mean, index) => ({ ...mean, weight: weights[index]!.div(whole) }))
  const answered = new Set(means.flatMap(({ cell }) => cell.split('+')))
  return {
    points: terms.reduce((sum, { mean, weight }) => sum.add(mean.mul(weight)), ZERO).mul(max),
    valid,
    terms,
    reweighted: weighting.asked.some((group) => !answered.has(group)),
  }
}

/** Answers that are levels; the rest ("no opinion", left empty) count neither above nor below the line. */
export function validAnswers(counts: LevelCounts, shares: Shares): number {
  let valid = 0
  for (const [level, count] of counts) if (shares.numerators.has(level)) valid += count
  return valid
}

/** All counts together: of levels, valid or not, how many were asked; of groups, how many people. */
export function totalOf(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const count of counts.values()) total += count
  return total
}

const ZERO = new Fraction(0)
const ONE = new Fraction(1)

/** All cells' answers together. */
export function pool(cells: CellCounts[]): CellCounts {
  if (cells.length === 1) return cells[0]!
  const counts = new Map<string, number>()
  for (const cell of cells)
    for (const [level, count] of cell.counts) counts.set(level, (counts.get(level) ?? 0) + count)
  return { cell: '*', counts }
}

function meanShare({ cell, counts }: CellCounts, shares: Shares): { cell: string; valid: number; mean: Fraction }[] {
  let earned = 0n
  for (const [level, count] of counts) earned += BigInt(count) * (shares.numerators.get(level) ?? 0n)
  const valid = validAnswers(counts, shares)
  return valid === 0 ? [] : [{ cell, valid, mean: new Fraction(earned, shares.denominator * BigInt(valid)) }]
}

function weightOf(cell: string, { weights, asked }: Extract<Weighting, { kind: 'fixed' }>): Fraction {
  return cell.split('+').reduce((sum, group) => {
    const weight = weights.get(group)
    if (!weight) throw new Error(`no weight for group ${group}`)
    return asked.includes(group) ? sum.add(weight) : sum
  }, ZERO)
}
