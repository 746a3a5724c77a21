/** What the printed figures leave for one unit's points: in the whole index, in each domain, in the survey. */
import { type Column, indexColumn } from './columns.ts'
import { asPrinted, between, type Interval } from './interval.ts'
import { type BlockContext, type ClassBounds, codesNamed } from './report-context.ts'
import { LARGEST_POINTS } from './schemas.ts'

/** `place`: the figure that bounds it best. */
export type PlacedInterval = { interval: Interval; place: string }

/** The unit's points in a column: its own where it is named highest or lowest, else between these two. */
export function boundsIn(column: Column, unit: string, block: BlockContext): Interval {
  const { highest, lowest, max, extremeDecimals: decimals } = column
  if (highest && codesNamed(highest, block).includes(unit)) return asPrinted(highest.points, decimals)
  if (lowest && codesNamed(lowest, block).includes(unit)) return asPrinted(lowest.points, decimals)
  const widest = between(0, max?.value ?? LARGEST_POINTS)
  const low = lowest ? asPrinted(lowest.points, decimals).low : widest.low
  const high = highest ? asPrinted(highest.points, decimals).high : widest.high
  return low.lte(high) ? { low, high } : widest
}

/** The unit's total as printed: in the table, as highest or lowest, or no more than that its class allows. */
export function totalOf(unit: string, block: BlockContext): PlacedInterval | null {
  const { path, figures, decimals } = block
  const row = figures.units?.find(({ code }) => code === unit)
  if (row?.points !== undefined)
    return { interval: asPrinted(row.points, decimals.unitPoints), place: `${path}.units[${unit}].points` }
  for (const end of ['highest', 'lowest'] as const) {
    const extreme = figures.index?.[end]
    if (extreme && codesNamed(extreme, block).includes(unit))
      return { interval: asPrinted(extreme.points, decimals.indexExtreme), place: `${path}.index.${end}.points` }
  }
  return row?.class === undefined ? null : totalOfClass(unit, row.class, block)
}

function totalOfClass(unit: string, code: string, block: BlockContext): PlacedInterval | null {
  const bounds = block.classBounds.find((entry) => entry.code === code)
  const index = indexColumn(block)
  if (!bounds) return null
  const { low, high } = endsOfClass(bounds, block)
  const within = index ? boundsIn(index, unit, block) : between(0, LARGEST_POINTS)
  const interval = { low: low.gt(within.low) ? low : within.low, high: high.lt(within.high) ? high : within.high }
  return interval.low.gt(interval.high) ? null : { interval, place: `${block.path}.units[${unit}].class` }
}

/** The points that a class allows, as wide as rounding makes its ends. */
export function endsOfClass({ from, below }: ClassBounds, { decimals: { indexExtreme } }: BlockContext): Interval {
  return { low: asPrinted(from, indexExtreme).low, high: asPrinted(below ?? LARGEST_POINTS, indexExtreme).high }
}
