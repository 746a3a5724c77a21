/** III. Results of each block: a) as a whole, b) by domain. Pure. */
import type { IndexDocument } from '../compute/schemas.ts'
import { classItems } from './compose-class-items.ts'
import { type BlockContext, FIRST_DOMAIN_TABLE } from './compose-context.ts'
import { fieldPart, type Narratives } from './compose-field.ts'
import { moveItems } from './compose-move-items.ts'
import { countFigure, endItems, heading, item, paragraph, pointsFigure, say } from './compose-runs.ts'
import {
  evenRuns,
  extremePoints,
  meanPercentRuns,
  meanRuns,
  type SpreadPlace,
  sideCount,
} from './compose-spread-runs.ts'
import type { Spread } from './compute-spread.ts'
import type { DomainStatistics } from './compute-statistics.ts'
import type { ReportPart, Run } from './schemas.ts'
import { direction } from './words-changes.ts'
import { nameChain, nameList, together, withinSentence } from './words-lists.ts'
import { formatCount, formatNumber } from './words-numbers.ts'
import { INCOMPARABLE_WORDS } from './words-rules.ts'

export function composeResults(index: IndexDocument, contexts: BlockContext[], narratives: Narratives): ReportPart[] {
  return [
    heading(1, `III. KẾT QUẢ CHỈ SỐ CCHC NĂM ${index.year}`),
    fieldPart(narratives, 'boi-canh'),
    ...contexts.flatMap((context) => [
      heading(2, `${context.number}. Đối với ${withinSentence(context.block.name)}`),
      heading(3, `a) Kết quả chung (Biểu số ${context.table(1)}, ${context.table(2)})`),
      ...overall(context),
      heading(3, `b) Kết quả theo lĩnh vực (Biểu số ${context.table(3)})`),
      ...endItems(context.statistics.domains.map((domain, at) => item(domainRuns(context, domain, at)))),
    ]),
  ]
}

/** The spread of a block's totals and where it stands. */
export function totalPlace(context: BlockContext, spread: Spread): SpreadPlace {
  return { spread, path: (unit) => context.path(`.units[${unit}].points`), table: context.table(1) }
}

function overall(context: BlockContext): ReportPart[] {
  const { total, unranked } = context.statistics
  const waiting =
    unranked.length === 0
      ? []
      : [
          paragraph(
            say`Có ${formatCount(unranked.length)} đơn vị chưa đủ điểm nên chưa được xếp hạng và không tính vào các số liệu dưới đây: ${nameList(unranked)}.`,
          ),
        ]
  if (!total) return [paragraph(say`Chưa có đơn vị nào đủ điểm để xếp hạng.`)]
  const place = totalPlace(context, total)
  return [
    ...waiting,
    paragraph(
      say`Tổng điểm trung bình của ${withinSentence(context.block.name)} đạt ${meanRuns(place)} điểm, ${meanChange(context)}${pastSize(context)}; ${aboveAndBelow(place)}; cụ thể:`,
    ),
    ...endItems([...classItems(context), ...moveItems(context)]),
  ]
}

/** "tăng 3,08 điểm so với năm 2023". */
export function meanChange(context: BlockContext): Run[] {
  const { comparison, total } = context.statistics
  if (!comparison) return say`so với năm trước ${INCOMPARABLE_WORDS}`
  const { past, change } = comparison.mean
  const formula = `${formatNumber(total!.mean)} − ${formatNumber(past)} = ${formatNumber(change)} (trung bình năm ${comparison.year} của ${comparison.units} đơn vị)`
  if (change === 0) return say`bằng năm ${String(comparison.year)}`
  const by = pointsFigure(Math.abs(change), {
    path: context.path('.past.units[*].points'),
    formula,
    table: context.table(2),
  })
  return say`${direction(change)} ${by} điểm so với năm ${String(comparison.year)}`
}

/** A mean of other units than this year's compares only so far; whoever reads it is told. */
function pastSize({ statistics: { comparison, total }, path, table }: BlockContext): Run[] {
  if (!comparison || comparison.units === total!.values.length) return []
  const count = countFigure(comparison.units, {
    path: path('.past.units'),
    formula: `Số đơn vị của khối năm ${comparison.year}: ${formatCount(comparison.units)}`,
    table: table(2),
  })
  return say` (năm ${String(comparison.year)} khối có ${count} đơn vị)`
}

function aboveAndBelow(place: SpreadPlace): Run[] {
  const { equal } = place.spread
  const even = evenRuns(place, 'được xếp hạng')
  if (even) return even
  const atMean = say`; có ${sideCount(place, 'equal')} đơn vị đạt kết quả bằng mức trung bình: ${nameList(equal)}`
  return say`${sideRuns(place, 'above')}; ${sideRuns(place, 'below')}${equal.length === 0 ? [] : atMean}`
}

const SIDES = {
  above: { extreme: 'highest', side: 'trên', end: 'cao nhất' },
  below: { extreme: 'lowest', side: 'dưới', end: 'thấp nhất' },
} as const

/** The mean may round to the highest or lowest points: then they are on no side of it. */
function sideRuns(place: SpreadPlace, which: keyof typeof SIDES): Run[] {
  const { extreme, side, end } = SIDES[which]
  const { units } = place.spread[extreme]
  const best = say`${nameChain(units)} ${together(units)}đạt ${end} với ${extremePoints(place, extreme)} điểm`
  return place.spread[which].length === 0
    ? say`không có đơn vị nào đạt kết quả ${side} mức trung bình; ${best}`
    : say`có ${sideCount(place, which)} đơn vị đạt kết quả ${side} mức trung bình, trong đó ${best}`
}

function domainRuns(context: BlockContext, { code, name, spread }: DomainStatistics, at: number): Run[] {
  const table = context.table(FIRST_DOMAIN_TABLE + at)
  const title = say`${name} (Biểu số ${table})`
  if (!spread) return say`${title}: chưa đủ điểm`
  const path = (unit: string) => context.path(`.units[${unit}].domains[${code}].points`)
  const place: SpreadPlace = { spread, path, table }
  const mean = say`${title}: điểm trung bình đạt được là ${meanRuns(place)} điểm, đạt ${meanPercentRuns(place)}`
  const even = evenRuns(place, 'có điểm')
  if (even) return say`${mean}; ${even}`
  const end = (side: 'highest' | 'lowest', word: string) =>
    say`${nameChain(spread[side].units)} ${together(spread[side].units)}${word} (${extremePoints(place, side)} điểm)`
  return say`${mean}; ${end('highest', 'cao nhất')}; ${end('lowest', 'thấp nhất')}`
}
