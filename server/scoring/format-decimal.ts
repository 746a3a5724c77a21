/** Exact numbers as a Vietnamese reader writes them: decimal comma; a fraction that never ends stays a fraction. Pure. */
import type Fraction from 'fraction.js'

/** "0,75", "3", "17/3". */
export function formatExact(value: Fraction): string {
  const text = value.toString()
  return text.includes('(') ? value.toFraction() : text.replace('.', ',')
}

/** A rounded number: 17.75 → "17,75". */
export function formatRounded(value: number): string {
  return String(value).replace('.', ',')
}
