/** Cells of the report's tables. Pure. */
import Fraction from 'fraction.js'
import type { ReportCell } from './schemas.ts'
import { formatChange, formatFixed, formatNumber, formatPercent } from './words-numbers.ts'

/** What stands where nothing is known. */
export const BLANK: ReportCell = { value: null, text: '–' }

export const textCell = (text: string): ReportCell => ({ value: text, text })

export const countCell = (count: number | null): ReportCell =>
  count === null ? BLANK : { value: count, text: String(count) }

/** `exact` as the index document holds it: a fraction or a decimal. */
export function pointsCell(points: number | null | undefined, exact?: string | null): ReportCell {
  if (points === null || points === undefined) return BLANK
  return { value: points, text: formatFixed(points), ...(exact && { exact: numberOf(exact) }) }
}

export const percentCell = (percent: number | undefined): ReportCell =>
  percent === undefined ? BLANK : { value: percent, text: formatPercent(percent) }

export const changeCell = (change: number | null): ReportCell =>
  change === null ? BLANK : { value: change, text: formatChange(change) }

export const placesCell = (places: number | null): ReportCell =>
  places === null ? BLANK : { value: places, text: formatChange(places, formatNumber) }

/** The nearest number of at most 15 digits, as many as a sheet keeps. */
export function numberOf(exact: string): number {
  return Number(new Fraction(exact).valueOf().toPrecision(15))
}
