/** Class counts, shares, changes and names of a block (S2 III.1.a). Pure. */
import type { BlockContext } from './compose-context.ts'
import { countFigure, item, percentFigure, type ReportItem, say } from './compose-runs.ts'
import type { ClassStatistics } from './compute-classes.ts'
import type { Run } from './schemas.ts'
import { direction } from './words-changes.ts'
import { nameList } from './words-lists.ts'
import { formatCount, formatNumber, formatPercent } from './words-numbers.ts'
import { classBounds } from './words-rules.ts'

export function classItems(context: BlockContext): ReportItem[] {
  return context.statistics.classes.map((own) => item(classRuns(context, own)))
}

function classRuns(context: BlockContext, own: ClassStatistics): Run[] {
  const { code, units, percent } = own
  const title = say`Loại ${code} (${classBounds(own.from, own.below)})`
  const change = changeRuns(context, own)
  if (units.length === 0) return say`${title}: không có đơn vị nào${change}`
  const ranked = context.statistics.total!.values.length
  const source = { path: context.path('.units[*].class'), table: context.table(2), units }
  const count = countFigure(units.length, {
    ...source,
    formula: `Số đơn vị loại ${code}: ${formatCount(units.length)}`,
  })
  const formula = `${units.length} ÷ ${ranked} × 100% = ${formatPercent(percent!)}`
  const share = percentFigure(percent!, { ...source, formula })
  return say`${title}: có ${count} đơn vị, chiếm tỷ lệ ${share}${change}, gồm: ${nameList(units)}`
}

function changeRuns({ statistics, path, table }: BlockContext, { code, units, past, change }: ClassStatistics): Run[] {
  if (change === null || past === null || !statistics.comparison) return []
  const { year } = statistics.comparison
  if (change === 0 && units.length === 0) return say` (năm ${String(year)} cũng không có)`
  if (change === 0) return say`, bằng năm ${String(year)}`
  const by = countFigure(Math.abs(change), {
    path: path('.past.units[*].class'),
    formula: `Số đơn vị loại ${code}: ${units.length} − ${past} (năm ${year}) = ${formatNumber(change)}`,
    ...{ table: table(2), units },
  })
  return say`, ${direction(change)} ${by} đơn vị so với năm ${String(year)}`
}
