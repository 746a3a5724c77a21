/**
 * A mean can be made by some figures between the lowest and the highest of which as many lie above and below it, and as
 * many have each class, as the report says. A mean outside lowest and highest is left to mean-between.
 */
import { type Column, columnsOf, type PlacedValue } from '../columns.ts'
import { feasibleMeans, type MeanQuestion } from '../feasible-means.ts'
import { asPrinted, exactly, type Interval } from '../interval.ts'
import { type BlockContext, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { endsOfClass } from '../unit-bounds.ts'
import { sayNumber, sayPossible } from '../words.ts'
import { meansLeft } from './mean-between.ts'

export const meanFeasible: Rule = {
  name: 'mean-feasible',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => columnsOf(block).flatMap((column) => examineColumn(column, block))),
}

function examineColumn(column: Column, block: BlockContext): Remark[] {
  const { size } = block
  const { means, lowest } = column
  const highest = reachable(column)
  if (!size || size.count === 0 || means.length === 0 || !highest || !lowest) return []
  const possible = feasibleMeans({
    size: size.count,
    highest: highest.interval,
    lowest: asPrinted(lowest.points, column.extremeDecimals),
    atHighest: highest.units,
    atLowest: unitsNamed(lowest).length,
    ...countsOf(column, size.count),
    classes: column.kind === 'index' ? classesOf(block) : [],
    meanDecimals: column.meanDecimals,
    extremeDecimals: column.extremeDecimals,
  })
  return possible ? means.flatMap((mean) => judge(mean, possible, column)) : []
}

function judge(mean: PlacedValue, possible: { from: number; to: number }, column: Column): Remark[] {
  const { value, place } = mean
  const left = meansLeft(column)
  const isBeyondExtremes = (left.from !== null && value < left.from) || (left.to !== null && value > left.to)
  if (isBeyondExtremes || (value >= possible.from && value <= possible.to)) return []
  return [
    {
      place,
      against: [
        ...(column.max ? [column.max.place] : []),
        `${column.path}.highest.points`,
        `${column.path}.lowest.points`,
      ],
      printed: value,
      possible,
      message: `Điểm trung bình (${column.title}) ${sayNumber(value)} không thể có được với mức cao nhất, thấp nhất, tối đa và số đơn vị đã in; chỉ có thể ${sayPossible(possible)}.`,
    },
  ]
}

/** The highest figure and how many have it; or the maximum, which none need have, where that is lower or none is printed. */
function reachable({ highest, max, extremeDecimals }: Column): { interval: Interval; units: number } | null {
  const limit = max && { interval: exactly(max.value), units: 0 }
  if (!highest) return limit
  const printed = asPrinted(highest.points, extremeDecimals)
  if (limit && printed.low.gt(limit.interval.high)) return limit
  return { interval: printed, units: unitsNamed(highest).length }
}

/** Counts that exceed the block are left to partition-counts. */
function countsOf({ above, at, below }: Column, size: number): Pick<MeanQuestion, 'above' | 'below'> {
  return (above ?? 0) + (at ?? 0) + (below ?? 0) > size ? {} : { above, below }
}

function classesOf(block: BlockContext): MeanQuestion['classes'] {
  const { classBounds, classCounts, size } = block
  const classes: MeanQuestion['classes'] = []
  for (const bounds of classBounds) {
    const count = classCounts.get(bounds.code)?.count
    if (count === undefined) break
    classes.push({ count, ends: endsOfClass(bounds, block) })
  }
  const total = classes.reduce((sum, { count }) => sum + count, 0)
  return total > (size?.count ?? 0) ? [] : classes
}
