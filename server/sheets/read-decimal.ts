/** Points as people and spreadsheets write them: "17,75", "17.75", " 17.50 ", 17.749999999999998 for 17.75. Pure. */

/** `text`: canonical, "17.75", no zeros to spare; comparing two is comparing what they mean. */
export type DecimalReading = { text: string; decimals: number } | { refused: 'not-a-number' | 'negative' }

const PLAIN = /^\+?(\d{1,15})(?:[.,](\d{1,50}))?$/
/** 1250 with its thousands parted, or 1,25? */
const AMBIGUOUS = /^\+?0*[1-9]\d*[.,]\d\d+0$/
const NEGATIVE = /^[-\u2212\u2013]\s?\d/
/** What a spreadsheet shows of a number; beyond it stands the noise of binary fractions. */
const SHOWN_DIGITS = 15
/** What is left where a formula subtracts a number from itself. */
const NOISE = 1e-9

/** Whether somebody typed "1,250", which nobody but they can read; not a number to readDecimal. An .xlsx's own numbers have no such zeros (plain-number.ts). */
export const isAmbiguous = (cell: string): boolean => AMBIGUOUS.test(cell.trim())

/** Never throws; an empty text is not a number, and neither is one with an exponent (plain-number.ts writes those of programs out). */
export function readDecimal(cell: string): DecimalReading {
  const text = cell.trim()
  if (NEGATIVE.test(text))
    return PLAIN.test(text.slice(1)) && Number(toJs(text.slice(1))) < NOISE
      ? { text: '0', decimals: 0 }
      : { refused: 'negative' }
  if (!PLAIN.test(text) || isAmbiguous(text)) return { refused: 'not-a-number' }
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
