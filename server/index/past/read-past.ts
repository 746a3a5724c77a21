/** Reads the sheets of a file as last year's published results. Pure. */
import type { Definition } from '../../campaigns/definition.ts'
import { errors } from '../../errors.ts'
import { headingKey } from '../../sheets/heading-key.ts'
import { createMatcher } from '../../sheets/match-name.ts'
import { readDecimal } from '../../sheets/read-decimal.ts'
import { inFile, type Sheet, type SheetRow } from '../../sheets/sheet.ts'
import { NOWHERE, placeOf } from '../points/problem.ts'
import { judgePast, type PastFault } from './judge-past.ts'
import { createDomainFinder, findPastTable, type PastColumn, type PastTable, TITLES } from './past-columns.ts'
import { MOST_UNITS, type PastProblem, type PastProblemCode, type PastResults, type PastUnit } from './schemas.ts'

export type PastReading = { document: PastResults; problems: PastProblem[] }
type Line = { table: PastTable; row: SheetRow; block: string; unit: PastUnit }

/** `year` of the results. Throws header-missing when no sheet holds such a table, too-large for more units than a block may have. */
export function readPast(sheets: Sheet[], definition: Definition, year: number): PastReading {
  const domainOf = createDomainFinder(definition.blocks.flatMap(({ domains }) => domains))
  const tables = sheets.flatMap((sheet) => findPastTable(sheet, domainOf) ?? [])
  if (tables.length === 0) {
    throw errors.headerMissing(inFile('Không thấy dòng tiêu đề có các cột “Mã đơn vị” hoặc “Đơn vị”, và “Điểm”.'))
  }
  const problems: PastProblem[] = []
  const readLine = createLineReader(definition, problems)
  const lines = tables.flatMap((table) => table.body.flatMap((row) => readLine(table, row) ?? []))
  const blocks = definition.blocks.flatMap(({ code }) => {
    const units = lines.filter(({ block }) => block === code).map(({ unit }) => unit)
    return units.length > 0 ? [{ code, units, moves: null }] : []
  })
  const crowded = blocks.find(({ units }) => units.length > MOST_UNITS)
  if (crowded) {
    const { code, units } = crowded
    throw errors.tooLarge(inFile(`Khối “${code}” có ${units.length} đơn vị; chỉ nhận nhiều nhất ${MOST_UNITS}.`))
  }
  const document = { year, blocks }
  if (lines.length === 0 && problems.length === 0) problems.push(EMPTY)
  // Ranks are those of a whole block: while a line of it could not be read, they say nothing.
  const isWhole = problems.length === 0
  for (const fault of judgePast(document, definition))
    if (isWhole || fault.field !== 'rank') problems.push(placeFault(fault, lines))
  return { document, problems }
}

/** Reads a line as a unit; undefined for a line about none, and for one whose problems it notes. */
function createLineReader(definition: Definition, problems: PastProblem[]) {
  const matchBlock = createMatcher(definition.blocks)
  const matchUnit = createMatcher(
    definition.blocks.flatMap((block) => block.units.map((unit) => ({ ...unit, block: block.code }))),
  )
  const classes = createMatcher(
    (definition.index?.classes ?? []).map((one) => ({ ...one, aliases: [`Loại ${one.code}`] })),
  )

  return (table: PastTable, row: SheetRow): Line | undefined => {
    const cell = (column: PastColumn) => row.cells[table.columns[column] ?? -1] ?? ''
    const note = (column: PastColumn | number, code: PastProblemCode, value: string, message: string, unit = '') =>
      problems.push({ ...placeIn(table, row, column), unit: unit || null, code, value: value.slice(0, 100), message })
    const [ownCode, name] = [cell('code'), cell('name')]
    if ((ownCode === '' && name === '') || isNumbering(row)) return undefined
    const known = matchUnit(ownCode || name).found ?? (name === '' ? null : matchUnit(name).found)
    const isUnit = known !== null || CODE.test(ownCode)
    if (!isUnit && ownCode === '' && SUMMARY.test(headingKey(name))) return undefined
    // A title or a signature. A unit that lost its figures is told, never left out.
    if (!isUnit && !hasResult(table, row)) return undefined
    const code = ownCode || known?.code || ''
    const before = problems.length
    const block = blockOf(cell('block'), table, known?.block)
    if (block === null)
      note(
        'block',
        'unknown-block',
        cell('block'),
        'Không rõ đơn vị này thuộc khối nào. Hãy ghi mã hoặc tên khối.',
        code,
      )
    if (code === '')
      note(
        'name',
        'unknown-unit',
        name,
        `Không có đơn vị “${name.slice(0, 100)}” trong đợt này. Hãy ghi mã đơn vị của năm trước.`,
      )
    else if (!CODE.test(code))
      note('code', 'unknown-unit', code, 'Mã đơn vị gồm chữ không dấu và số, nhiều nhất 32 ký tự.')
    const number = (column: PastColumn | number, text: string): number | null => {
      if (text === '') return null
      const read = readDecimal(text)
      if ('text' in read) return Number(read.text)
      const message = read.refused === 'negative' ? 'Số không được âm.' : `“${text.slice(0, 50)}” không phải là số.`
      note(column, read.refused, text, message, code)
      return null
    }
    const points = number('points', cell('points'))
    if (cell('points') === '')
      note('points', 'missing', '', 'Thiếu điểm. Đơn vị không có kết quả năm ấy: xóa cả dòng.', code)
    const rank = number('rank', cell('rank'))
    if (rank !== null && !(Number.isInteger(rank) && rank > 0))
      note('rank', 'not-a-number', cell('rank'), 'Xếp hạng là số nguyên từ 1.', code)
    const survey = number('survey', cell('survey'))
    const domains = [...table.domains].flatMap(([domain, column]) => {
      const value = number(column, row.cells[column] ?? '')
      return value === null ? [] : [[domain, value] as const]
    })
    if (problems.length > before || points === null || block === null) return undefined
    const text = cell('class')
    const unit: PastUnit = {
      ...{ code, name: (name || known?.name || code).slice(0, 300), points, rank },
      class: text === '' ? null : (classes(text).found?.code ?? text.slice(0, 32)),
      ...(survey !== null && { survey }),
      ...(domains.length > 0 && { domains: Object.fromEntries(domains) }),
    }
    return { table, row, block, unit }
  }

  function hasResult({ columns, domains }: PastTable, { cells }: SheetRow): boolean {
    const filled = (column: number | undefined) => (cells[column ?? -1] ?? '') !== ''
    const figures = [columns.points, columns.rank, columns.survey, ...domains.values()]
    return figures.some(filled) || classes(cells[columns.class ?? -1] ?? '').found !== null
  }

  function blockOf(text: string, { sheet }: PastTable, ofUnit: string | undefined): string | null {
    if (text !== '') return matchBlock(text).found?.code ?? null
    const only = definition.blocks.length === 1 ? definition.blocks[0]!.code : null
    return matchBlock(sheet).found?.code ?? ofUnit ?? only
  }
}

const EMPTY: PastProblem = {
  ...{ ...NOWHERE, unit: null, code: 'missing', value: '' },
  message: 'Bảng không có đơn vị nào.',
}

/** What a unit's code can be; other text in that column is a title or a signature. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/

/** Lines under the units that sum them up: "Tổng cộng", "Điểm trung bình các sở"; not "Tổng công ty …". */
const SUMMARY =
  /^(diem|giatri)?(trungbinh|binhquan|tong(cong|so)?(diem)?|caonhat|thapnhat)((chung|cua|cac|toan|khoi|so|tinh).*)?$/

/** "(1) (2) (3)" under a header. */
const isNumbering = ({ cells }: SheetRow): boolean => cells.every((cell) => cell === '' || /^\(\d+\)$/.test(cell))

function placeFault({ block, unit, field, code, value, message }: PastFault, lines: Line[]): PastProblem {
  // Of two lines with one code the later is the duplicate.
  const line = lines.findLast((one) => one.block === block && one.unit.code === unit)
  if (!line) return { ...NOWHERE, unit, code, value, message }
  const [domain] = field === 'domains' ? line.table.domains.values() : []
  const place = placeIn(line.table, line.row, field === 'domains' ? (domain ?? 'points') : field)
  return { ...place, unit, code, value, message }
}

function placeIn({ sheet, columns }: PastTable, { row }: SheetRow, column: PastColumn | number) {
  return typeof column === 'number' ? placeOf(sheet, row, column) : placeOf(sheet, row, columns[column], TITLES[column])
}
