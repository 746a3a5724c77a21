/** Figures in Vietnamese words: 17,75 and 1.574, ranges, lists, days as dd/mm/yyyy. */
import type { Finding, Possible } from './schemas.ts'

const numbers = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 })

export function sayNumber(value: number): string {
  return numbers.format(value)
}

export function sayDay(date: string): string {
  return date.split('-').reverse().join('/')
}

export function sayPrinted(printed: Finding['printed']): string {
  if (typeof printed === 'number') return sayNumber(printed)
  return typeof printed === 'string' ? sayText(printed) : printed.map(sayText).join('; ')
}

export function sayPossible(possible: Possible): string {
  if ('oneOf' in possible) {
    const values = possible.oneOf.map((value) => (typeof value === 'number' ? sayNumber(value) : sayText(value)))
    return values.length > 0 ? values.join('; ') : 'không có giá trị nào'
  }
  if ('dates' in possible) return sayRange(possible.dates, sayDay)
  return sayRange(possible, sayNumber)
}

function sayRange<T extends number | string>(
  { from, to }: { from: T | null; to: T | null },
  say: (value: T) => string,
): string {
  if (from === null && to === null) return 'bất kỳ'
  if (to === null) return `từ ${say(from!)} trở lên`
  if (from === null) return `không quá ${say(to)}`
  if (from > to) return 'không có giá trị nào'
  return from === to ? say(from) : `từ ${say(from)} đến ${say(to)}`
}

function sayText(text: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(text) ? sayDay(text) : text
}
