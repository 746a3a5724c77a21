/**
 * Decimals as people type them ("0,75") and as a definition writes them ("0.75"), and exact sums: in whole millionths,
 * because a definition's decimals have at most six places. Pure.
 */
const TYPED = /^\d{1,6}([.,]\d{0,6})?$|^[.,]\d{1,6}$/
const MILLION = 1_000_000

/** `0,75` → `0.75`; null for what is no decimal of at most six places. */
export function decimalOf(typed: string): string | null {
  const text = typed.trim()
  if (!TYPED.test(text)) return null
  const [whole, part] = text.replace(',', '.').split('.')
  return part ? `${whole || '0'}.${part}` : whole!
}

/** `0.75` → `0,75`. */
export const typedOf = (decimal: string): string => decimal.replace('.', ',')

/** In millionths; null for what is no decimal. */
export function millionthsOf(typed: string): number | null {
  const decimal = decimalOf(typed)
  if (decimal === null) return null
  const [whole, part = ''] = decimal.split('.')
  return Number(whole) * MILLION + Number(part.padEnd(6, '0'))
}

/** The sum in millionths of what can be read; cells that can't are left out. */
export const sumOf = (typed: readonly string[]): number =>
  typed.reduce((sum, text) => sum + (millionthsOf(text) ?? 0), 0)

/** Millionths as a definition writes them, without needless zeros. */
export function decimalFrom(millionths: number): string {
  const part = String(millionths % MILLION)
    .padStart(6, '0')
    .replace(/0+$/, '')
  const whole = String(Math.floor(millionths / MILLION))
  return part ? `${whole}.${part}` : whole
}

/** Millionths as an office writes them: `17,75`. */
export const pointsFrom = (millionths: number): string =>
  `${millionths < 0 ? '−' : ''}${typedOf(decimalFrom(Math.abs(millionths)))}`
