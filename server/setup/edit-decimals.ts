/** Sums of decimal texts of at most six decimals, exact. Pure. */
const MILLION = 1_000_000n

const millionths = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole) * MILLION + BigInt(fraction.padEnd(6, '0'))
}

/** ["0.75", "1"] → "1.75"; no zeros to spare. */
export function sumDecimals(texts: string[]): string {
  const sum = texts.reduce((so, text) => so + millionths(text), 0n)
  const fraction = String(sum % MILLION)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${sum / MILLION}${fraction === '' ? '' : `.${fraction}`}`
}
