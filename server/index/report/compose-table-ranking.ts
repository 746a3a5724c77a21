/** Biểu số 1: units by rank, with their points in each domain. Pure. */
import type { IndexUnitView } from '../compute/schemas.ts'
import { BLANK, countCell, pointsCell, textCell } from './compose-cells.ts'
import type { BlockContext } from './compose-context.ts'
import { tableNotes } from './compose-table-notes.ts'
import { byRank } from './compute-statistics.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from './schemas.ts'
import { withinSentence } from './words-lists.ts'
import { formatNumber } from './words-numbers.ts'

/** More domains than this do not fit a page beside each other. */
const DOMAINS_PER_PART = 10

export function composeRankingTable(context: BlockContext): ReportTable {
  const { index, block, statistics } = context
  const domainKeys = block.domains.map(({ code }) => `d:${code}`)
  const columns: ReportColumn[] = [
    { key: 'rank', title: 'Xếp hạng', kind: 'rank', width: 7, formula: { by: 'rank', of: 'total' } },
    { key: 'name', title: 'Đơn vị', kind: 'text', width: 34 },
    {
      ...{ key: 'total', title: `Tổng điểm (${formatNumber(index.rules.total)})`, kind: 'points', width: 9 },
      formula: { by: 'sum', of: domainKeys },
    },
    ...block.domains.map(({ code, name, max }) => ({
      ...{ key: `d:${code}`, title: `${name} (${formatNumber(max)})`, kind: 'points' as const, width: 11 },
    })),
  ]
  const rows = byRank(block.units).map((unit) => unitRow(unit))
  const unranked = statistics.unranked.length > 0 ? ['Đơn vị chưa có thứ hạng là đơn vị chưa đủ điểm.'] : []
  return {
    code: context.table(1),
    block: block.code,
    title: `Xếp hạng Chỉ số cải cách hành chính năm ${index.year} của ${withinSentence(block.name)}`,
    columns,
    rows: [...rows, meanRow(context)],
    notes: tableNotes(context, {
      partsDiffer: block.units.some(({ roundedPartsDiffer }) => roundedPartsDiffer),
      more: unranked,
    }),
    print: block.domains.length > DOMAINS_PER_PART ? { repeat: 3, perPart: DOMAINS_PER_PART } : null,
  }
}

function unitRow(unit: IndexUnitView): ReportRow {
  const domains = unit.domains.map(({ code, points, exact }) => [`d:${code}`, pointsCell(points, exact)] as const)
  return {
    key: unit.code,
    kind: 'unit',
    unit: unit.code,
    cells: {
      rank: countCell(unit.rank),
      name: textCell(unit.name),
      total: pointsCell(unit.points, unit.exact),
      ...Object.fromEntries(domains),
    },
  }
}

function meanRow({ statistics }: BlockContext): ReportRow {
  const cells: Record<string, ReportCell> = { rank: BLANK, name: textCell('Trung bình') }
  cells.total = pointsCell(statistics.total?.mean)
  for (const { code, spread } of statistics.domains) cells[`d:${code}`] = pointsCell(spread?.mean)
  return { key: 'mean', kind: 'mean', unit: null, cells }
}
