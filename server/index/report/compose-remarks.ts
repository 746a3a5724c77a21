/** IV. Remarks, with the figures that they rest on; V. What comes next. Pure. */
import type { IndexDocument } from '../compute/schemas.ts'
import type { BlockContext } from './compose-context.ts'
import { fieldPart, type Narratives } from './compose-field.ts'
import { meanChange, totalPlace } from './compose-results.ts'
import { countFigure, endItems, heading, item, paragraph, pointsFigure, say } from './compose-runs.ts'
import { evenRuns, meanRuns, sideCount } from './compose-spread-runs.ts'
import type { Spread } from './compute-spread.ts'
import type { ReportPart, Run } from './schemas.ts'
import { gapDirection } from './words-changes.ts'
import { nameList, withinSentence } from './words-lists.ts'
import { formatCount, formatNumber } from './words-numbers.ts'
import { INCOMPARABLE_WORDS } from './words-rules.ts'

export function composeRemarks(index: IndexDocument, contexts: BlockContext[], narratives: Narratives): ReportPart[] {
  const items = contexts.flatMap((context) => {
    const runs = blockRuns(context)
    return runs ? [item(say`Đối với ${withinSentence(context.block.name)}: ${runs}`)] : []
  })
  return [
    heading(1, 'IV. NHẬN XÉT, ĐÁNH GIÁ'),
    heading(2, '1. Những kết quả đạt được'),
    ...(items.length === 0 ? [] : [paragraph(say`Kết quả Chỉ số CCHC năm ${String(index.year)}:`), ...endItems(items)]),
    fieldPart(narratives, 'nhan-xet-ket-qua'),
    heading(2, '2. Một số tồn tại, hạn chế và nguyên nhân'),
    heading(3, 'a) Tồn tại, hạn chế'),
    fieldPart(narratives, 'ton-tai-han-che'),
    heading(3, 'b) Nguyên nhân'),
    fieldPart(narratives, 'nguyen-nhan'),
    heading(1, 'V. PHƯƠNG HƯỚNG THỜI GIAN TỚI'),
    fieldPart(narratives, 'phuong-huong'),
  ]
}

function blockRuns(context: BlockContext): Run[] | undefined {
  const { total, low, comparison } = context.statistics
  if (!total) return undefined
  const place = totalPlace(context, total)
  const gap = total.values.length > 1 ? say`; ${gapRuns(context, total)}` : []
  const rose = comparison ? say`; ${risen(context)}` : []
  const under = low ? say`; ${lowRuns(context, low)}` : []
  const above =
    total.above.length === 0
      ? say`không có đơn vị nào đạt trên giá trị trung bình`
      : say`có ${sideCount(place, 'above')} đơn vị đạt trên giá trị trung bình`
  return say`giá trị trung bình Chỉ số CCHC là ${meanRuns(place)} điểm, ${meanChange(context)}${gap}${rose}${under}; ${evenRuns(place, 'được xếp hạng') ?? above}`
}

function gapRuns(context: BlockContext, { highest, lowest, gap }: Spread): Run[] {
  const own = pointsFigure(gap, {
    path: context.path('.units[*].points'),
    formula: `${formatNumber(highest.points)} − ${formatNumber(lowest.points)} = ${formatNumber(gap)}`,
    ...{ table: context.table(1), units: [...highest.units, ...lowest.units] },
  })
  return say`khoảng cách giữa đơn vị cao nhất và thấp nhất là ${own} điểm (${gapChange(context)})`
}

function gapChange({ statistics: { comparison, total }, path, table }: BlockContext): Run[] {
  if (!comparison) return say`so với năm trước ${INCOMPARABLE_WORDS}`
  const { past, change } = comparison.gap
  if (change === 0) return say`bằng năm ${String(comparison.year)}`
  const by = pointsFigure(Math.abs(change), {
    path: path('.past.units[*].points'),
    formula: `${formatNumber(total!.gap)} − ${formatNumber(past)} (năm ${comparison.year}) = ${formatNumber(change)}`,
    table: table(2),
  })
  return say`${gapDirection(change)} ${by} điểm so với năm ${String(comparison.year)}`
}

function risen({ statistics, path, table }: BlockContext): Run[] {
  const { points, year } = statistics.comparison!
  if (points.rose.length === 0) return say`không có đơn vị nào tăng điểm so với năm ${String(year)}`
  const count = countFigure(points.rose.length, {
    path: path('.units[*].change.points'),
    formula: `Số đơn vị tăng điểm: ${formatCount(points.rose.length)}`,
    ...{ table: table(2), units: points.rose },
  })
  return say`có ${count} đơn vị tăng điểm so với năm ${String(year)}`
}

function lowRuns(
  { path, table }: BlockContext,
  { bound, units }: { bound: number; units: { code: string; name: string }[] },
): Run[] {
  const limit = formatNumber(bound)
  if (units.length === 0) return say`không có đơn vị nào đạt kết quả Chỉ số CCHC dưới ${limit} điểm`
  const count = countFigure(units.length, {
    path: path('.units[*].points'),
    formula: `Số đơn vị có điểm dưới ${limit}: ${formatCount(units.length)}`,
    ...{ table: table(1), units },
  })
  return say`có ${count} đơn vị đạt kết quả Chỉ số CCHC dưới ${limit} điểm (${nameList(units)})`
}
