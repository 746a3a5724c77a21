/** Biểu số 3: each domain's mean, maximum, highest and lowest. Pure. */
import { countCell, percentCell, pointsCell, textCell } from './compose-cells.ts'
import { type BlockContext, FIRST_DOMAIN_TABLE } from './compose-context.ts'
import { tableNotes } from './compose-table-notes.ts'
import { sumOf } from './compute-figures.ts'
import type { Spread } from './compute-spread.ts'
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from './schemas.ts'
import { nameList, withinSentence } from './words-lists.ts'

const COLUMNS: ReportColumn[] = [
  { key: 'number', title: 'STT', kind: 'number', width: 5 },
  { key: 'name', title: 'Lĩnh vực', kind: 'text', width: 34 },
  { key: 'criteria', title: 'Số tiêu chí', kind: 'count', width: 7 },
  { key: 'components', title: 'Số tiêu chí thành phần', kind: 'count', width: 10 },
  { key: 'max', title: 'Điểm tối đa', kind: 'points', width: 8 },
  { key: 'mean', title: 'Điểm trung bình', kind: 'points', width: 8 },
  {
    ...{ key: 'percent', title: 'Đạt tỷ lệ', kind: 'percent', width: 8 },
    formula: { by: 'percent', of: 'mean', whole: 'max' },
  },
  { key: 'highest', title: 'Điểm cao nhất', kind: 'points', width: 8 },
  { key: 'highestUnits', title: 'Đơn vị cao nhất', kind: 'text', width: 26 },
  { key: 'lowest', title: 'Điểm thấp nhất', kind: 'points', width: 8 },
  { key: 'lowestUnits', title: 'Đơn vị thấp nhất', kind: 'text', width: 26 },
  { key: 'table', title: 'Biểu số', kind: 'text', width: 6 },
]

export function composeDomainsTable(context: BlockContext): ReportTable {
  const { index, block, statistics } = context
  const rows = statistics.domains.map(
    ({ code, name, max, criteria, componentCriteria, spread }, at): ReportRow => ({
      key: code,
      kind: 'domain',
      unit: null,
      cells: {
        number: countCell(at + 1),
        name: textCell(name),
        criteria: countCell(criteria),
        components: countCell(componentCriteria),
        table: textCell(context.table(FIRST_DOMAIN_TABLE + at)),
        ...spreadCells(spread, max),
      },
    }),
  )
  return {
    code: context.table(3),
    block: block.code,
    title: `Tổng hợp kết quả theo lĩnh vực năm ${index.year} của ${withinSentence(block.name)}`,
    columns: COLUMNS,
    rows: [...rows, totalRow(context)],
    notes: tableNotes(context, {}),
    print: null,
  }
}

function totalRow({ index, block, statistics }: BlockContext): ReportRow {
  const sum = (count: (domain: (typeof block.domains)[number]) => number) => sumOf(block.domains.map(count))
  return {
    key: 'total',
    kind: 'total',
    unit: null,
    cells: {
      number: textCell(''),
      name: textCell('Chỉ số CCHC'),
      criteria: countCell(sum(({ criteria }) => criteria)),
      components: countCell(sum(({ componentCriteria }) => componentCriteria)),
      table: textCell(''),
      ...spreadCells(statistics.total, index.rules.total),
    },
  }
}

function spreadCells(spread: Spread | undefined, max: number): Record<string, ReportCell> {
  return {
    max: pointsCell(max),
    mean: pointsCell(spread?.mean),
    percent: percentCell(spread?.percent),
    highest: pointsCell(spread?.highest.points),
    highestUnits: textCell(nameList(spread?.highest.units ?? [])),
    lowest: pointsCell(spread?.lowest.points),
    lowestUnits: textCell(nameList(spread?.lowest.units ?? [])),
  }
}
