/**
 * The empty (or filled) table of points as a workbook: a sheet a block, a line a criterion, a column a unit, and sums as
 * formulas that whoever fills it in can check. write-excel-file builds a workbook whole, so this runs in a thread.
 */
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import type { PointTable } from '../../db/index-schema.ts'
import { columnLetters } from '../../sheets/column-letters.ts'
import { codeOf, type PlannedBlock, type PlannedRow, type PointsPlan } from './plan-points.ts'

const FIRST_UNIT = 3
const FIRST_LINE = 7
const FORMAT = '0.00##'
/** Named for every cell: bold ones would else be of another family in LibreOffice. */
const FONT = { fontFamily: 'Times New Roman', fontSize: 12 }
const GREY = '#eeeeee'
const BLUE = '#dbe7f3'

export type Template = { plan: PointsPlan; title: string; points: PointTable }

/** An .xlsx file. `points` fills the leaves that it has. */
export async function drawTemplate({ plan, title, points }: Template): Promise<Buffer> {
  return writeExcelFile(
    plan.blocks.map((block) => ({
      sheet: sheetName(block, plan.blocks),
      data: [...headRows(plan, block, title), ...block.rows.map((row) => line(block, row, points))],
      columns: [{ width: 10 }, { width: 60 }, { width: 12 }, ...block.units.map(() => ({ width: 14 }))],
      stickyRowsCount: FIRST_LINE - 1,
      stickyColumnsCount: FIRST_UNIT,
      orientation: 'landscape' as const,
    })),
    FONT,
  ).toBuffer()
}

function headRows({ campaign, label }: PointsPlan, { units, name }: PlannedBlock, title: string): Row[] {
  const span = FIRST_UNIT + units.length
  const note =
    'Ghi điểm vào các ô trống, mỗi ô một số (17,75 hoặc 17.75); không có điểm thì ghi 0. Dòng in đậm là tổng, tự cộng. Dòng xám lấy điểm từ khảo sát: để trống.'
  return [
    [{ value: `${title}: ${name}`, fontWeight: 'bold', fontSize: 14, height: 22, columnSpan: span }],
    [{ value: note, wrap: true, height: 32, alignVertical: 'top', columnSpan: span }],
    ['Mã đợt', { value: campaign, type: String, format: '@' }],
    ['Loại điểm', { value: label, type: String }],
    ['Mã', 'Tiêu chí', 'Điểm tối đa', ...units.map(({ code }) => code)].map(heading),
    [null, null, null, ...units.map((unit) => heading(unit.name))],
  ]
}

function line(block: PlannedBlock, row: PlannedRow, points: PointTable): Row {
  const style = row.role === 'leaf' ? {} : { backgroundColor: row.role === 'sum' ? BLUE : GREY }
  const weight = row.role === 'sum' ? ({ fontWeight: 'bold' } as const) : {}
  const number = { ...style, ...weight, format: FORMAT, borderStyle: 'thin' } as const
  const cell = (column: number, value: string | undefined): Cell => {
    if (row.role === 'sum') return { ...number, type: 'Formula', value: sumFormula(block, row, column) }
    return value === undefined ? { ...number, type: Number } : { ...number, type: Number, value: Number(value) }
  }
  const suffix = row.role === 'given' ? ' (lấy từ khảo sát, để trống)' : ''
  return [
    { value: row.codes[0] ?? '', type: String, format: '@', ...style, ...weight },
    { value: `${row.name}${suffix}`, type: String, wrap: true, indent: INDENT[row.level], ...style, ...weight },
    cell(FIRST_UNIT - 1, row.max),
    ...block.units.map(({ code }, at) =>
      cell(FIRST_UNIT + at, row.role === 'leaf' ? points[code]?.[codeOf(row)] : undefined),
    ),
  ]
}

const INDENT = { total: 0, domain: 0, criterion: 1, part: 2 }

/** SUM(D8:D10,D12), as a workbook stores it, without “=”: lines in a row as one range, because SUM takes 255 arguments at most. */
function sumFormula(block: PlannedBlock, { parts }: PlannedRow, column: number): string {
  const wanted = new Set(parts)
  const letters = columnLetters(column)
  const ranges: { from: number; to: number }[] = []
  block.rows.forEach(({ id }, index) => {
    if (!wanted.has(id)) return
    const last = ranges.at(-1)
    const number = FIRST_LINE + index
    if (last?.to === number - 1) last.to = number
    else ranges.push({ from: number, to: number })
  })
  const terms = ranges.map(({ from, to }) => (from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`))
  const parted = Array.from({ length: Math.ceil(terms.length / MOST_TERMS) }, (_, at) =>
    terms.slice(at * MOST_TERMS, (at + 1) * MOST_TERMS),
  )
  return `${parted.map((some) => `SUM(${some.join(',')})`).join('+')}`
}

const MOST_TERMS = 250

const heading = (value: string): Cell => ({
  ...{ value, type: String, fontWeight: 'bold', backgroundColor: BLUE, borderStyle: 'thin' },
  ...{ align: 'center', alignVertical: 'center', wrap: true },
})

/** At most 31 characters, without those that a sheet's name may not hold; the code where two would be alike. */
function sheetName(block: PlannedBlock, all: PlannedBlock[]): string {
  const short = ({ name }: PlannedBlock) =>
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31)
  const name = short(block)
  return name !== '' && all.filter((other) => short(other).toLowerCase() === name.toLowerCase()).length === 1
    ? name
    : block.code
}
