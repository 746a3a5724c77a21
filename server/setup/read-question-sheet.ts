/** An uploaded table of questions as rows, with what in it cannot be read. Pure. */
import type { Block } from '../campaigns/definition.ts'
import { errors } from '../errors.ts'
import { headingKey } from '../sheets/heading-key.ts'
import { readDecimal } from '../sheets/read-decimal.ts'
import { cleanCell, inFile, LIMITS, type Sheet, type SheetRow } from '../sheets/sheet.ts'
import { withoutGuards } from '../sheets/write-csv.ts'
import { MOST_ROWS, type QuestionRow } from './question-row.ts'
import type { TableProblem } from './schemas.ts'
import { COLUMNS, groupTitle, kindOf, NEEDED, readMark, SHEET_COLUMNS, type SheetColumn } from './sheet-columns.ts'
import { problemWords, type TableProblemCode } from './table-problems.ts'

/** `row` is the spreadsheet's own number. */
export type ReadRow = { row: number; cells: QuestionRow }
export type QuestionReading = { rows: ReadRow[]; problems: TableProblem[] }

type Columns = { at: Map<SheetColumn, number>; groups: Map<string, number> }
/** `unknown` and `twice`: places of columns that mean nothing, or what another one means already. */
type Header = Columns & { unknown: number[]; twice: number[] }

/** The header is looked for this far down. */
const HEADER_ROWS = 30

/** How many of the table's columns the rows hold, for telling a .csv's delimiter. */
export function countQuestionColumns(rows: SheetRow[], block: Block): number {
  return Math.max(0, ...rows.slice(0, HEADER_ROWS).map(({ cells }) => matchHeader(cells, block).at.size))
}

/** `before` is the table now. Throws header-missing, and too-large for more rows than a table may have. */
export function readQuestionSheet(sheets: Sheet[], block: Block, before: QuestionRow[]): QuestionReading {
  for (const { rows } of sheets) {
    const header = rows.slice(0, HEADER_ROWS).find(({ cells }) => matchHeader(cells, block).at.size >= NEEDED.length)
    if (!header) continue
    const columns = matchHeader(header.cells, block)
    const below = rows.filter(({ row }) => row > header.row)
    if (below.length > 2 * MOST_ROWS) throw errors.tooLarge(inFile(`Bảng có ${below.length} dòng.`))
    const problems = judgeHeader(header, columns, block)
    if (problems.length > 0) return { rows: [], problems }
    const read = below.map((row) => readRow(row, columns, block))
    const known = alignTo(before)
    return {
      rows: read.map(({ row }) => ({ ...row, cells: known(row.cells) })),
      problems: read.flatMap((one) => one.problems),
    }
  }
  throw errors.headerMissing(inFile(`Cần các cột: ${NEEDED.map((column) => COLUMNS[column].title).join(', ')}.`))
}

function matchHeader(cells: string[], block: Block): Header {
  const at = new Map<SheetColumn, number>()
  const groups = new Map<string, number>()
  const unknown: number[] = []
  const twice: number[] = []
  cells.slice(0, LIMITS.columns).forEach((cell, index) => {
    const key = headingKey(cell)
    if (key === '') return
    const column = SHEET_COLUMNS.find((one) => headingKey(COLUMNS[one].title) === key)
    const group = column ? undefined : groupNamed(block, cell)
    if (column) at.has(column) ? twice.push(index) : at.set(column, index)
    else if (group !== undefined) groups.has(group) ? twice.push(index) : groups.set(group, index)
    else unknown.push(index)
  })
  return { at, groups, unknown, twice }
}

/** "Nhóm LDS: Tập thể lãnh đạo sở", "LDS", or the name alone. */
function groupNamed({ groups }: Block, cell: string): string | undefined {
  const key = headingKey(cell)
  const code = /^(?:nhóm\s+)?([^\s:]+)\s*(?::|$)/i.exec(cell.trim().normalize('NFC'))?.[1]
  return (
    groups.find((group) => group.code === code) ??
    groups.find((group) =>
      [group.name, `Nhóm ${group.name}`, groupTitle(group)].some((text) => headingKey(text) === key),
    )
  )?.code
}

function judgeHeader({ row, cells }: SheetRow, header: Header, block: Block): TableProblem[] {
  const { at, groups, unknown, twice } = header
  const wrong = (code: TableProblemCode, column: string): TableProblem => ({
    ...{ row, column, code, value: column, values: [column], message: problemWords(code, [column]) },
  })
  return [
    ...NEEDED.filter((column) => !at.has(column)).map((column) => wrong('column-missing', COLUMNS[column].title)),
    ...block.groups
      .filter(({ code }) => !groups.has(code))
      .map((group) => wrong('group-column-missing', groupTitle(group))),
    ...unknown.map((index) => wrong('column-unknown', cells[index]!)),
    ...twice.map((index) => wrong('column-twice', cells[index]!)),
  ]
}

function readRow({ row, cells }: SheetRow, { at, groups }: Columns, block: Block) {
  const problems: TableProblem[] = []
  const wrong = (column: string, code: TableProblemCode, value: string) =>
    problems.push({ row, column, code, value, values: [value], message: problemWords(code, [value]) })
  const textOf = (column: SheetColumn) => withoutGuards(cells[at.get(column) ?? -1] ?? '')
  const required = readMark(textOf('required'))
  if (required === undefined) wrong(COLUMNS.required.title, 'required-invalid', textOf('required'))
  const marked = block.groups.filter((group) => {
    const cell = cells[groups.get(group.code) ?? -1] ?? ''
    const is = readMark(cell)
    if (is === undefined) wrong(groupTitle(group), 'group-mark-invalid', cell)
    return is
  })
  const source = textOf('source')
  const read: QuestionRow = {
    ...{ domain: textOf('domain'), domainName: textOf('domainName'), criterion: textOf('criterion') },
    ...{ name: textOf('name'), max: textOf('max'), title: textOf('title'), description: textOf('description') },
    source: block.sources.find(({ name }) => headingKey(name) === headingKey(source))?.code ?? source,
    question: textOf('question'),
    kind: kindOf(textOf('kind')),
    required: required === true,
    groups: marked.map(({ code }) => code),
  }
  return { row: { row, cells: read }, problems }
}

/** A cell cannot hold every text (no-break spaces, blanks at the ends, an apostrophe that looks like a guard): one that is still the same is taken as it was. */
function alignTo(before: QuestionRow[]): (row: QuestionRow) => QuestionRow {
  const byQuestion = new Map(before.filter(({ question }) => question).map((row) => [row.question, row]))
  const byCriterion = new Map(before.filter(({ criterion }) => criterion).map((row) => [row.criterion, row]))
  return (row) => {
    const was = byQuestion.get(row.question) ?? byCriterion.get(row.criterion)
    if (!was) return row
    const texts = (['domainName', 'name', 'title', 'description'] as const).filter(
      (column) => row[column] !== was[column] && row[column] === cellText(was[column]),
    )
    const max = sameNumber(row.max, was.max) ? was.max : row.max
    return { ...row, max, ...Object.fromEntries(texts.map((column) => [column, was[column]])) }
  }
}

const cellText = (text: string): string => withoutGuards(cleanCell(text))

function sameNumber(one: string, other: string): boolean {
  const [a, b] = [readDecimal(one), readDecimal(other)]
  return 'text' in a && 'text' in b && a.text === b.text
}
