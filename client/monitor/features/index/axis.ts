/** The line of points on which units are compared: it begins below the lowest that can still come about. Pure. */
import type { IndexRules, IndexUnit } from '../../../shared/index-types.ts'

export type Axis = { from: number; to: number; ticks: number[]; bands: Band[] }
/** A class between two bounds of the axis; `level` 0 is the best. */
export type Band = { code: string; from: number; to: number; level: number }

const STEPS = [1, 2, 5, 10, 20, 50, 100]
const MOST_TICKS = 6

export function axisOf(units: IndexUnit[], { total, classes }: IndexRules): Axis {
  const lowest = Math.min(total, ...units.map(({ ranges, points }) => Math.min(ranges.total.low, points ?? total)))
  const room = Math.max(1, (total - lowest) * 0.08)
  const step = STEPS.find((one) => (total - lowest + room) / one <= MOST_TICKS - 1) ?? total
  const from = Math.max(0, Math.floor((lowest - room) / step) * step)
  const ticks = Array.from({ length: Math.floor((total - from) / step) + 1 }, (_, at) => from + at * step)
  const bands = classes.map(({ code, from: low }, level) => ({
    code,
    level,
    from: Math.max(low, from),
    to: level === 0 ? total : (classes[level - 1]?.from ?? total),
  }))
  return { from, to: total, ticks, bands: bands.filter((band) => band.to > band.from) }
}

/** Where points stand on the line, 0 to 1. */
export const placeOn = ({ from, to }: Axis, points: number): number =>
  to > from ? Math.min(1, Math.max(0, (points - from) / (to - from))) : 0
