/** What the survey, and each other source of its points, gave in one block (S2 II.3.c). Pure. */
import type { BlockContext } from './compose-context.ts'
import { endItems, item, paragraph, say } from './compose-runs.ts'
import {
  evenRuns,
  extremeNames,
  extremePercent,
  extremePoints,
  meanPercentRuns,
  meanRuns,
  type SpreadPlace,
  sideCount,
} from './compose-spread-runs.ts'
import type { SourceStatistics } from './compute-statistics.ts'
import type { ReportPart, Run } from './schemas.ts'
import { together, withinSentence } from './words-lists.ts'
import { formatCount } from './words-numbers.ts'

export function composeSourceItems(context: BlockContext): ReportPart[] {
  const items = context.statistics.sources.map((source) => item(sourceRuns(context, source)))
  const block = withinSentence(context.block.name)
  return [paragraph(say`Điểm điều tra xã hội học của ${block}:`), ...endItems(items)]
}

function sourceRuns(context: BlockContext, { code, name, spread }: SourceStatistics): Run[] {
  if (!spread) return say`${name}: chưa có điểm của đơn vị nào`
  const path = (unit: string) => context.path(`.units[${unit}].parts.sources[${code}].points`)
  const place: SpreadPlace = { spread, path, table: context.table(2) }
  const all = context.statistics.units
  const known = spread.values.length === all ? '' : ` (mới có điểm của ${spread.values.length}/${all} đơn vị)`
  const mean = say`${name}: điểm trung bình ${meanRuns(place)} điểm, đạt ${meanPercentRuns(place)}${known}`
  const even = evenRuns(place, 'có điểm')
  if (even) return say`${mean}; ${even}`
  const below =
    spread.below.length === 0
      ? say`không có đơn vị nào có điểm thấp hơn điểm trung bình`
      : say`có ${sideCount(place, 'below')}/${formatCount(spread.values.length)} đơn vị có điểm thấp hơn điểm trung bình`
  return say`${mean}; ${below}; ${endRuns(place, 'highest', 'cao nhất')}; ${endRuns(place, 'lowest', 'thấp nhất')}`
}

function endRuns(place: SpreadPlace, end: 'highest' | 'lowest', word: string): Run[] {
  const extreme = place.spread[end]
  return say`${extremeNames(extreme)} ${together(extreme.units)}có điểm ${word}, được ${extremePoints(place, end)} điểm, đạt ${extremePercent(place, end)}`
}
