/** Biểu số 2: what makes the total, rank and class, and the change on the year before. Pure. */
import type { IndexUnitView } from '../compute/schemas.ts'
import { BLANK, changeCell, countCell, placesCell, pointsCell, textCell } from './compose-cells.ts'
import type { BlockContext } from './compose-context.ts'
import { tableNotes } from './compose-table-notes.ts'
import { byRank } from './compute-statistics.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from './schemas.ts'
import { withinSentence } from './words-lists.ts'
import { formatNumber } from './words-numbers.ts'
import { INCOMPARABLE, INCOMPARABLE_WORDS } from './words-rules.ts'

export function composeOverallTable(context: BlockContext): ReportTable {
  const { index, block } = context
  const hasSelf = block.units.some(({ parts }) => parts.self !== null)
  return {
    code: context.table(2),
    block: block.code,
    title: `Tổng hợp kết quả Chỉ số cải cách hành chính năm ${index.year} của ${withinSentence(block.name)}`,
    columns: [...pointColumns(context, hasSelf), ...(comparedWith(context) ? pastColumns(context) : [])],
    rows: [...byRank(block.units).map((unit) => unitRow(context, unit)), meanRow(context)],
    notes: tableNotes(context, { more: comparisonNotes(context) }),
    print: null,
  }
}

/** The year that the block's results stand beside; undefined where there are none. */
const comparedWith = ({ index, block }: BlockContext): number | undefined =>
  block.past ? index.sets.past?.year : undefined

function pointColumns({ index, block }: BlockContext, hasSelf: boolean): ReportColumn[] {
  const { total, appraisedMax, surveyMax } = index.rules
  const points = (key: string, title: string, max: number): ReportColumn => ({
    ...{ key, title: `${title} (${formatNumber(max)})`, kind: 'points', width: 10 },
  })
  const sources = block.sources.map(({ code, name, max }) => points(`s:${code}`, name, max))
  return [
    {
      ...{ key: 'rank', title: 'Xếp hạng', kind: 'rank', width: 7 },
      formula: { by: 'rank', of: 'total', ...(index.rules.ties === 'higher-survey' && { survey: 'survey' }) },
    },
    { key: 'name', title: 'Đơn vị', kind: 'text', width: 34 },
    ...(hasSelf ? [points('self', 'Điểm tự đánh giá', appraisedMax)] : []),
    points('appraised', 'Điểm thẩm định', appraisedMax),
    ...sources,
    {
      ...points('survey', 'Điểm điều tra xã hội học', surveyMax),
      ...(sources.length > 0 && { formula: { by: 'sum', of: sources.map(({ key }) => key) } }),
    },
    { ...points('total', 'Tổng điểm', total), formula: { by: 'sum', of: ['appraised', 'survey'] } },
    { key: 'class', title: 'Xếp loại', kind: 'text', width: 7, formula: { by: 'class', of: 'total' } },
  ]
}

function pastColumns(context: BlockContext): ReportColumn[] {
  const year = comparedWith(context)
  return [
    { key: 'pastPoints', title: `Điểm năm ${year}`, kind: 'points', width: 9 },
    { key: 'pastRank', title: `Hạng năm ${year}`, kind: 'rank', width: 7 },
    { key: 'pastClass', title: `Loại năm ${year}`, kind: 'text', width: 7 },
    {
      ...{ key: 'change', title: 'Tăng, giảm điểm', kind: 'change', width: 10 },
      formula: { by: 'difference', of: 'total', less: 'pastPoints' },
    },
    {
      ...{ key: 'places', title: 'Tăng, giảm bậc', kind: 'change', width: 8 },
      formula: { by: 'difference', of: 'pastRank', less: 'rank' },
    },
  ]
}

function unitRow(context: BlockContext, unit: IndexUnitView): ReportRow {
  const cells: Record<string, ReportCell> = {
    rank: countCell(unit.rank),
    name: textCell(unit.name),
    self: pointsCell(unit.parts.self),
    appraised: pointsCell(unit.parts.appraised),
    survey: pointsCell(unit.parts.survey),
    total: pointsCell(unit.points, unit.exact),
    class: unit.class === null ? BLANK : textCell(unit.class),
  }
  for (const { code, points } of unit.parts.sources) cells[`s:${code}`] = pointsCell(points)
  return { key: unit.code, kind: 'unit', unit: unit.code, cells: { ...cells, ...pastCells(context, unit) } }
}

function pastCells(context: BlockContext, { change, incomparable }: IndexUnitView): Record<string, ReportCell> {
  if (!comparedWith(context)) return {}
  if (!change) {
    const words = incomparable ? textCell(INCOMPARABLE_WORDS) : BLANK
    return { pastPoints: BLANK, pastRank: BLANK, pastClass: BLANK, change: words, places: BLANK }
  }
  return {
    pastPoints: pointsCell(change.past.points),
    pastRank: countCell(change.past.rank),
    pastClass: change.past.class === null ? BLANK : textCell(change.past.class),
    change: changeCell(change.points),
    places: placesCell(change.rank),
  }
}

function meanRow(context: BlockContext): ReportRow {
  const { statistics } = context
  const cells: Record<string, ReportCell> = {
    rank: BLANK,
    name: textCell('Trung bình'),
    self: pointsCell(statistics.self?.mean),
    appraised: pointsCell(statistics.appraised?.mean),
    survey: pointsCell(statistics.surveyPart?.mean),
    total: pointsCell(statistics.total?.mean),
    class: BLANK,
  }
  for (const { code, spread } of statistics.sources) cells[`s:${code}`] = pointsCell(spread?.mean)
  if (comparedWith(context)) for (const { key } of pastColumns(context)) cells[key] = BLANK
  return { key: 'mean', kind: 'mean', unit: null, cells }
}

function comparisonNotes(context: BlockContext): string[] {
  const { block } = context
  const year = comparedWith(context)
  if (year === undefined) return ['So với năm trước: không so sánh được vì chưa có kết quả của năm trước.']
  const reasons = block.units.flatMap(({ name, incomparable }) =>
    incomparable ? [`${name} (${INCOMPARABLE[incomparable]})`] : [],
  )
  const renamed = block.units.flatMap(({ name, change }) =>
    change && change.past.name !== name ? [`${name} so với ${change.past.name}`] : [],
  )
  return [
    ...(reasons.length > 0 ? [`Không so sánh được với năm ${year}: ${reasons.join('; ')}.`] : []),
    ...(renamed.length > 0 ? [`Đơn vị kế tục: ${renamed.join('; ')}.`] : []),
  ]
}
