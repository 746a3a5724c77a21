/** A number as a program writes it, written out as a person would: only what is known to be a number may come here. Pure. */

const EXPONENT = /^([-+]?)(\d+)(?:\.(\d+))?[eE]([-+]?\d{1,3})$/
/** Beyond it a number is 0, or too large for anything counted here. */
const MOST_SHIFTED = 30

/**
 * "9.12345678E8" → "912345678", "1E-4" → "0.0001", "1.250" → "1.25": the same number without an exponent and without zeros
 * beyond two decimals, which a typed text may not have. Any other text as it is.
 */
export function plainNumber(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent] = EXPONENT.exec(text) ?? []
  if (exponent === undefined) return text.replace(/^(-?\d+\.\d\d\d*?)0+$/, '$1')
  const shift = Number(exponent)
  if (shift < -MOST_SHIFTED) return '0'
  if (shift > MOST_SHIFTED) return text
  const digits = `${'0'.repeat(MOST_SHIFTED)}${whole}${fraction}${'0'.repeat(MOST_SHIFTED)}`
  const point = MOST_SHIFTED + whole.length + shift
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const decimals = digits.slice(point).replace(/0+$/, '')
  return `${sign === '-' ? '-' : ''}${integer}${decimals === '' ? '' : `.${decimals}`}`
}
