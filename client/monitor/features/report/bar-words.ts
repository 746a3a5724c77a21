/** How a chart's value is written, as the tables print it: "89,05", "+3,08", "−2 bậc", "88,75%". Pure. */

import { formatCount, formatPoints } from '../../../shared/format-vi.ts'
import type { ReportChart } from '../../../shared/report-types.ts'
import { t } from '../../words/t.ts'

export function barWords({ kind, unit }: Pick<ReportChart, 'kind' | 'unit'>, value: number): string {
  const amount = unit === 'bậc' ? formatCount(Math.abs(value)) : formatPoints(Math.abs(value))
  const sign = value < 0 ? '−' : kind === 'change' && value > 0 ? '+' : ''
  return `${sign}${amount}${unit === '%' ? '%' : unit === 'bậc' ? t` bậc` : ''}`
}

export type Scale = { zero: number; at: (value: number) => number }

/** Shares of the width: from the largest loss (or zero) to the maximum, or to the largest value where there is none. */
export function scaleOf({ bars, max }: Pick<ReportChart, 'bars' | 'max'>): Scale {
  const values = bars.flatMap(({ value, past }) => (past === null ? [value] : [value, past]))
  const low = Math.min(0, ...values)
  const span = Math.max(max ?? 0, 0, ...values) - low || 1
  const at = (value: number) => (value - low) / span
  return { zero: at(0), at }
}
