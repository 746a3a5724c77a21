/** What the printed figures leave for one unit's points: in the whole index, in each domain, in the survey. */
import { type Column, columnsOf, indexColumn } from './columns.ts'
import { asPrinted, between, fractionOf, type Interval } from './interval.ts'
import { type BlockContext, unitsNamed } from './report-context.ts'

/** `place`: the figure that bounds it best. */
export type PlacedInterval = { interval: Interval; place: string }

/** The unit's points in a column: its own where it is named highest or lowest, else between these two. */
export function boundsIn(column: Column, unit: string, { unitOf }: BlockContext): Interval {
  const { highest, lowest, max, extremeDecimals: decimals } = column
  const isNamed = (end: typeof highest): boolean => end !== undefined && unitsNamed(end).map(unitOf).includes(unit)
  if (highest && isNamed(highest)) return asPrinted(highest.points, decimals)
  if (lowest && isNamed(lowest)) return asPrinted(lowest.points, decimals)
  const widest = between(0, max?.value ?? 100_000)
  const low = lowest ? asPrinted(lowest.points, decimals).low : widest.low
  const high = highest ? asPrinted(highest.points, decimals).high : widest.high
  return low.lte(high) ? { low, high } : widest
}

/** The unit's total as printed: in the table, as highest or lowest, or no more than that its class allows. */
export function totalOf(unit: string, block: BlockContext): PlacedInterval | null {
  const { path, figures, decimals, unitOf } = block
  const row = figures.units?.find(({ code }) => code === unit)
  if (row?.points !== undefined)
    return { interval: asPrinted(row.points, decimals.unitPoints), place: `${path}.units[${unit}].points` }
  for (const end of ['highest', 'lowest'] as const) {
    const extreme = figures.index?.[end]
    if (extreme && unitsNamed(extreme).map(unitOf).includes(unit))
      return { interval: asPrinted(extreme.points, decimals.indexExtreme), place: `${path}.index.${end}.points` }
  }
  return row?.class === undefined ? null : totalOfClass(unit, row.class, block)
}

function totalOfClass(unit: string, code: string, block: BlockContext): PlacedInterval | null {
  const bounds = block.classBounds.find((entry) => entry.code === code)
  const index = indexColumn(block)
  if (!bounds) return null
  const { indexExtreme } = block.decimals
  const within = index ? boundsIn(index, unit, block) : between(0, 100_000)
  const low = asPrinted(bounds.from, indexExtreme).low
  const high = fractionOf(bounds.below ?? 100_000).add(asPrinted(0, indexExtreme).high)
  const interval = { low: low.gt(within.low) ? low : within.low, high: high.lt(within.high) ? high : within.high }
  return interval.low.gt(interval.high) ? null : { interval, place: `${block.path}.units[${unit}].class` }
}

export function domainColumnsOf(block: BlockContext): Column[] {
  return columnsOf(block).filter(({ kind }) => kind === 'domain')
}
