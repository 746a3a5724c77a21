/** Mean, highest, lowest, above and below in runs, each figure with where it comes from. Pure. */
import { countFigure, percentFigure, pointsFigure, say } from './compose-runs.ts'
import { hundredthsOf, sumOf } from './compute-figures.ts'
import type { Extreme, Spread, UnitRef } from './compute-spread.ts'
import type { Run } from './schemas.ts'
import { nameChain } from './words-lists.ts'
import { formatCount, formatNumber, formatPercent } from './words-numbers.ts'

/** `path` of a unit's points in the index document, of all units for "*"; `table`: Biểu số that shows them. */
export type SpreadPlace = { spread: Spread; path: (unit: string) => string; table: string }

/** "17,75/20". */
export function meanRuns({ spread, path, table }: SpreadPlace): Run[] {
  const { values, mean, max } = spread
  const sum = formatNumber(sumOf(values.map(({ points }) => points)))
  const rounded = hundredthsOf(mean) * values.length !== values.reduce((all, one) => all + hundredthsOf(one.points), 0)
  const formula = `Trung bình cộng của ${values.length} đơn vị: ${sum} ÷ ${values.length} ${rounded ? '≈' : '='} ${formatNumber(mean)}`
  const own = pointsFigure(mean, { path: path('*'), formula, table, units: values })
  return say`${own}/${formatNumber(max)}`
}

/** "88,75%"; nothing where there is no maximum. */
export function meanPercentRuns({ spread, path, table }: SpreadPlace): Run[] {
  return percentRuns(spread.mean, spread.percent, { path: path('*'), table, units: [], max: spread.max })
}

/** What is said where nothing tells units apart, of one or of several; `known`: what they have, of one alone. Undefined else. */
export function evenRuns({ spread: { values, gap } }: SpreadPlace, known: string): Run[] | undefined {
  if (values.length === 1) return say`khối chỉ có một đơn vị ${known}: ${nameChain(values)}`
  return gap === 0 ? say`tất cả ${formatCount(values.length)} đơn vị có điểm bằng nhau` : undefined
}

/** "Sở A và Sở B". */
export const extremeNames = ({ units }: Extreme): string => nameChain(units)

export function extremePoints({ spread, path, table }: SpreadPlace, end: 'highest' | 'lowest'): Run {
  const { points, units } = spread[end]
  const word = end === 'highest' ? 'Cao nhất' : 'Thấp nhất'
  return pointsFigure(points, {
    path: path(units[0]!.code),
    formula: `${word} trong ${spread.values.length} đơn vị: ${formatNumber(points)}`,
    ...{ table, units },
  })
}

export function extremePercent({ spread, path, table }: SpreadPlace, end: 'highest' | 'lowest'): Run[] {
  const { points, percent, units } = spread[end]
  return percentRuns(points, percent, { path: path(units[0]!.code), table, units, max: spread.max })
}

type PercentPlace = { path: string; table: string; units: UnitRef[]; max: number }

function percentRuns(points: number, percent: number | undefined, { max, ...place }: PercentPlace): Run[] {
  if (percent === undefined) return []
  const formula = `${formatNumber(points)} ÷ ${formatNumber(max)} × 100% = ${formatPercent(percent)}`
  return [percentFigure(percent, { ...place, formula })]
}

const SIDES = { above: 'cao hơn', below: 'thấp hơn', equal: 'bằng' } as const

/** How many units are above, below or at the mean. */
export function sideCount({ spread, path, table }: SpreadPlace, side: keyof typeof SIDES): Run {
  const units = spread[side]
  const formula = `Số đơn vị có điểm ${SIDES[side]} ${formatNumber(spread.mean)}: ${formatCount(units.length)}`
  return countFigure(units.length, { path: path('*'), formula, table, units })
}
