/**
 * Rounding at the point of publication: half up, two decimals, from the exact rational (domain/README "Turning answers
 * into points"). Done on integers, because a float cannot hold 1.005: `(1.005).toFixed(2)` is "1.00".
 */
import type Fraction from 'fraction.js'

/** The nearest hundredth, halves up; the number prints with at most two decimals. For values of at least 0. */
export function roundHalfUp(value: Fraction): number {
  return Number((200n * value.n + value.d) / (2n * value.d)) / 100
}

/** Whether already rounded parts fail to add up to the total that was rounded from the exact one. */
export function roundedPartsDiffer(parts: number[], total: number): boolean {
  const hundredths = parts.reduce((sum, part) => sum + toHundredths(part), 0)
  return hundredths !== toHundredths(total)
}

/** Published points in whole hundredths, for comparing and subtracting without a float's dust. */
export function toHundredths(published: number): number {
  return Math.round(published * 100)
}
