/**
 * How many of a stratum's members are asked, exactly. Pure. The formula is Yamane's, n = N / (1 + N·e²) (T. Yamane,
 * Statistics: An Introductory Analysis, 2nd ed., Harper & Row 1967, p. 886), often called Slovin's; it holds at 95 %
 * confidence (z = 2) and the most cautious share p = 0.5. Rounded up, because rounding down would miss the margin asked for.
 */
import Fraction from 'fraction.js'
import type { SampleMethod, StratumView } from './schemas.ts'

type Stratum = Pick<StratumView, 'unit' | 'group' | 'staff'>

/** Of each stratum: never more than there are, and within the method's own bounds. */
export function sizeStrata(strata: Stratum[], method: SampleMethod): StratumView[] {
  const whole = new Set(method.kind === 'everybody' ? [] : method.whole?.split(','))
  return strata.map(({ unit, group, staff }) => {
    const drawn = whole.has(group) ? staff : sizeStratum(staff, method)
    return { unit, group, staff, drawn }
  })
}

/** `staff` is N, a count ≥ 0. Bounds that contradict each other: the lower one holds. */
export function sizeStratum(staff: number, method: SampleMethod): number {
  if (method.kind === 'everybody') return staff
  const formula = method.kind === 'margin' ? byMargin(staff, method.e) : byShare(staff, method.percent)
  const least = Number(method.atLeast ?? 0)
  const most = Number(method.atMost ?? Number.POSITIVE_INFINITY)
  return Math.min(staff, Math.max(least, Math.min(formula, most)))
}

/** The method as it is recorded and repeated: the campaign's own lower bound, which may change later, is part of it. */
export function withLeast(method: SampleMethod, minimumCell: number): SampleMethod {
  if (method.kind === 'everybody' || method.atLeast !== undefined) return method
  return { ...method, atLeast: String(minimumCell) }
}

const byMargin = (staff: number, e: string): number => {
  const error = new Fraction(e)
  return new Fraction(staff).div(error.mul(error).mul(staff).add(1)).ceil().valueOf()
}

const byShare = (staff: number, percent: string): number => new Fraction(percent).mul(staff).div(100).ceil().valueOf()
