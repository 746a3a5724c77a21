/** Points as people and spreadsheets write them: "17,75", "17.75", " 17.50 ", 17.749999999999998 for 17.75. Pure. */

/** `text`: canonical, "17.75", no zeros to spare; comparing two is comparing what they mean. */
export type DecimalReading = { text: string; decimals: number } | { refused: 'not-a-number' | 'negative' }

const PLAIN = /^\+?(\d{1,15})(?:[.,](\d{1,30}))?$/
const EXPONENT = /^\+?\d(?:[.,]\d{1,20})?[eE][+-]?\d{1,3}$/
const NEGATIVE = /^[-\u2212\u2013]\s?\d/
/** What a spreadsheet shows of a number; beyond it stands the noise of binary fractions. */
const SHOWN_DIGITS = 15
/** What is left where a formula subtracts a number from itself. */
const NOISE = 1e-9

/** Never throws; an empty text is not a number. */
export function readDecimal(cell: string): DecimalReading {
  const text = cell.trim()
  if (NEGATIVE.test(text))
    return Number(toJs(text.slice(1))) < NOISE ? { text: '0', decimals: 0 } : { refused: 'negative' }
  if (EXPONENT.test(text)) return canonical(withoutNoise(text))
  if (!PLAIN.test(text)) return { refused: 'not-a-number' }
  return canonical(text.replace(/\D/g, '').replace(/^0+/, '').length > SHOWN_DIGITS ? withoutNoise(text) : text)
}

/** The nearest number of 15 digits, written out. */
function withoutNoise(text: string): string {
  const number = Number(Number(toJs(text)).toPrecision(SHOWN_DIGITS))
  return number < 1e15 ? number.toFixed(12) : 'x'
}

function canonical(text: string): DecimalReading {
  const [, whole = '', fraction = ''] = PLAIN.exec(text) ?? []
  if (whole === '') return { refused: 'not-a-number' }
  const decimals = fraction.replace(/0+$/, '')
  const integer = whole.replace(/^0+(?=\d)/, '')
  return { text: decimals === '' ? integer : `${integer}.${decimals}`, decimals: decimals.length }
}

const toJs = (text: string): string => text.trim().replace(',', '.')
