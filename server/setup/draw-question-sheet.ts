/**
 * The table of questions as a workbook: a line a row, drop-downs for what is chosen, and a sheet that lists the choices.
 * A table has 500 rows at most: 30 ms for 50 questions and five groups.
 */
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import type { Block } from '../campaigns/definition.ts'
import { type DropDown, dropDowns } from '../sheets/drop-downs.ts'
import { NEW_KINDS, type QuestionRow } from './question-row.ts'
import { COLUMNS, headings, kindName, SHEET_COLUMNS, type SheetColumn } from './sheet-columns.ts'

const LIST_SHEET = 'Danh mục'
const HEADER_ROW = 3
/** Rows under the last one that are ready for more questions. */
const SPARE_ROWS = 100

export type QuestionSheet = { title: string; block: Block; rows: QuestionRow[] }

/** An .xlsx file. */
export async function drawQuestionSheet({ title, block, rows }: QuestionSheet): Promise<Buffer> {
  const range = { first: HEADER_ROW + 1, last: HEADER_ROW + rows.length + SPARE_ROWS }
  return writeExcelFile(
    [
      {
        sheet: 'Câu hỏi',
        data: [...headRows(title, block), ...rows.map((row) => line(block, row)), ...spareRows(block)],
        columns: [
          ...SHEET_COLUMNS.map((column) => ({ width: COLUMNS[column].width })),
          ...block.groups.map(() => ({ width: 16 })),
        ],
        stickyRowsCount: HEADER_ROW,
        stickyColumnsCount: SHEET_COLUMNS.indexOf('name') + 1,
        orientation: 'landscape' as const,
      },
      {
        sheet: LIST_SHEET,
        data: listRows(block),
        columns: [14, 50, 4, 24, 4, 14, 50].map((width) => ({ width })),
        stickyRowsCount: 1,
      },
    ],
    { features: [dropDowns(choicesOf(block), range)] },
  ).toBuffer()
}

function headRows(title: string, block: Block): Row[] {
  const span = SHEET_COLUMNS.length + block.groups.length
  const note =
    'Mỗi dòng một tiêu chí hoặc một câu hỏi. Đánh dấu x ở nhóm được hỏi. Câu hỏi không chấm điểm: để trống mã tiêu chí, tên tiêu chí, điểm tối đa và nguồn điểm. Giữ nguyên mã câu hỏi của câu đã có; câu mới để trống, hệ thống tự đặt. Xóa dòng là bỏ câu hỏi.'
  return [
    [{ value: `${block.name}: ${title}`, fontWeight: 'bold', fontSize: 14, height: 22, columnSpan: span }],
    [{ value: note, wrap: true, height: 48, alignVertical: 'top', columnSpan: span }],
    headings(block).map(heading),
  ]
}

const heading = (value: string): Cell => ({
  ...{ value, type: String, fontWeight: 'bold', backgroundColor: '#dbe7f3', borderStyle: 'thin' },
  ...{ align: 'center', alignVertical: 'center', wrap: true },
})

/** Codes stay texts: a spreadsheet would make 1.10 into 1.1. */
const text = (value: string): Cell =>
  value === '' ? { type: String, format: '@' } : { value, type: String, format: '@', wrap: true, alignVertical: 'top' }

function line(block: Block, row: QuestionRow): Row {
  const cell = (column: SheetColumn): Cell => {
    if (column === 'max')
      return row.max === ''
        ? { type: Number }
        : { value: Number(row.max), type: Number, format: '0.00####', alignVertical: 'top' }
    if (column === 'required') return mark(row.required)
    return text(column === 'kind' ? kindName(row.kind) : row[column])
  }
  return [...SHEET_COLUMNS.map(cell), ...block.groups.map(({ code }) => mark(row.groups.includes(code)))]
}

const mark = (marked: boolean): Cell =>
  marked ? { value: 'x', type: String, align: 'center', alignVertical: 'top' } : { type: String, align: 'center' }

const spareRows = ({ groups }: Block): Row[] =>
  Array.from({ length: SPARE_ROWS }, () => [
    ...SHEET_COLUMNS.map((column): Cell => (column === 'max' ? { type: Number } : text(''))),
    ...groups.map(() => mark(false)),
  ])

const kindNames = NEW_KINDS.map(kindName)

function listRows({ sources, domains }: Block): Row[] {
  const titles = ['Mã nguồn điểm', 'Nguồn điểm', '', 'Loại câu hỏi', '', 'Mã lĩnh vực', 'Lĩnh vực']
  const rows = Array.from({ length: Math.max(sources.length, domains.length, kindNames.length) }, (_, at) => [
    ...[sources[at]?.code, sources[at]?.name, null, kindNames[at], null, domains[at]?.code, domains[at]?.name].map(
      (value): Cell => (value ? text(value) : null),
    ),
  ])
  return [titles.map((title) => (title === '' ? null : heading(title))), ...rows]
}

function choicesOf({ sources, groups }: Block): DropDown[] {
  const at = (column: SheetColumn) => SHEET_COLUMNS.indexOf(column)
  const choice = (column: number, list: string, message: string): DropDown => ({
    ...{ column, list, style: 'warning', message },
  })
  const listed = (column: string, length: number) => `'${LIST_SHEET}'!$${column}$2:$${column}$${length + 1}`
  const mark = (column: number) => choice(column, '"x"', 'Ghi x nếu có, để trống nếu không.')
  return [
    choice(at('source'), listed('A', sources.length), 'Không có trong danh mục nguồn điểm.'),
    choice(at('kind'), listed('D', kindNames.length), 'Câu mới chỉ dùng được các loại trong danh mục.'),
    mark(at('required')),
    ...groups.map((_, group) => mark(SHEET_COLUMNS.length + group)),
  ]
}
