/** Numbers and dates as a Vietnamese document writes them. Made here, not by Intl: the same bytes on every machine. Pure. */
import { hundredthsOf } from './compute-figures.ts'

/** 17.75 → "17,75", 13.5 → "13,5", 1574 → "1.574"; a minus sign where it is below 0. */
export function formatNumber(value: number): string {
  const [whole, decimals] = partsOf(value)
  return sign(value) + grouped(whole) + (decimals === '00' ? '' : `,${decimals.replace(/0$/, '')}`)
}

/** Two decimals always, for columns: 13.5 → "13,50". */
export function formatFixed(value: number): string {
  const [whole, decimals] = partsOf(value)
  return `${sign(value)}${grouped(whole)},${decimals}`
}

/** Changes in columns: 3.08 → "+3,08", 0 → "0", -1.62 → "−1,62". */
export function formatChange(value: number, write: (value: number) => string = formatFixed): string {
  if (value === 0) return '0'
  return value > 0 ? `+${write(value)}` : write(value)
}

/** Counts in sentences have two digits at least, as offices write them: 7 → "07". */
export function formatCount(count: number): string {
  return count < 10 ? `0${count}` : grouped(String(count))
}

/** 88.75 → "88,75%". */
export function formatPercent(value: number): string {
  return `${formatNumber(value)}%`
}

/** "2024-12-20" → "20/12/2024". */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('/')
}

/** "2024-12-05" → "ngày 05 tháng 12 năm 2024"; day and the first two months keep two digits (Decree 30/2020). */
export function formatLongDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

function partsOf(value: number): [whole: string, decimals: string] {
  const hundredths = Math.abs(hundredthsOf(value))
  return [String(Math.floor(hundredths / 100)), String(hundredths % 100).padStart(2, '0')]
}

const sign = (value: number): string => (hundredthsOf(value) < 0 ? '−' : '')

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, '.')
