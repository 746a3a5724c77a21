/**
 * Arithmetic over printed figures. They have at most two decimals, so it is done on whole hundredths, and what comes out is
 * what a reader with the printed table and a pocket calculator finds. Pure.
 */

export const hundredthsOf = (points: number): number => Math.round(points * 100)

/** Mean, half up to two decimals; undefined of nothing. */
export function meanOf(points: number[]): number | undefined {
  if (points.length === 0) return undefined
  const sum = points.reduce((total, one) => total + hundredthsOf(one), 0)
  return roundedQuotient(sum, points.length) / 100
}

export function sumOf(points: number[]): number {
  return points.reduce((total, one) => total + hundredthsOf(one), 0) / 100
}

/** `now` less `before`, exact. */
export function differenceOf(now: number, before: number): number {
  return (hundredthsOf(now) - hundredthsOf(before)) / 100
}

/** `part` of `whole` in per cent, half up to two decimals; undefined of nothing. Points or counts. */
export function percentOf(part: number, whole: number): number | undefined {
  if (whole === 0) return undefined
  return roundedQuotient(hundredthsOf(part) * 10_000, hundredthsOf(whole)) / 100
}

/** Half up, of integers; the divisor is positive. */
function roundedQuotient(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor))
}
