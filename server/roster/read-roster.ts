/** Reads the sheets of a file as a roster: finds the list and its header, and reads every row under it. Pure. */
import { errors } from '../errors.ts'
import { inFile, LIMITS, type Sheet, type SheetRow } from '../sheets/sheet.ts'
import type { RatingsReader } from './catalogue.ts'
import { FIELDS } from './columns.ts'
import { type Mending, readCorrections } from './corrections.ts'
import type { Header } from './find-header.ts'
import { describeMissing, findList, type List } from './find-list.ts'
import type { Rejection } from './problem.ts'
import { type RosterRow, readRow } from './read-row.ts'
import type { ColumnChoice, Correction, RosterReport } from './schemas.ts'

export type ReadWarning = { row: number; column: string; code: 'column-ignored' | 'row-ignored'; message: string }

/** `count`: rows that are about someone, read or rejected. */
export type Reading = {
  count: number
  rows: RosterRow[]
  rejected: Rejection[]
  warnings: ReadWarning[]
} & Pick<RosterReport, 'header' | 'sheets' | 'columns'>

/** `choice`: the officer's own, and a wish for a reading without rows where a column is missing. */
export type ReadOptions = { choice?: ColumnChoice | undefined; corrections?: Correction[] | undefined }

const STEP = 1_000
const SAMPLES = 3

/**
 * `onRows` hears how many rows of how many have been read. Throws several-rosters, too-large, and header-missing (with what
 * was found and what is missing) unless there is a choice.
 */
export function readRoster(
  sheets: Sheet[],
  readRatings: RatingsReader,
  { choice, corrections = [] }: ReadOptions = {},
  onRows: (done: number, total: number) => void = () => {},
): Reading {
  const list = findList(sheets, choice)
  const { header, body } = list
  const reading: Reading = {
    count: 0,
    rows: [],
    rejected: [],
    warnings: ignoredColumns(header),
    ...describe(sheets, list),
  }
  if (header.missing.length > 0) {
    if (!choice) throw errors.headerMissing(describeMissing(header))
    return reading
  }
  const mending = readCorrections(corrections)
  body.forEach((row, index) => {
    if (index % STEP === 0) onRows(index, body.length)
    read(row, header, readRatings, mending, reading)
  })
  if (reading.count > LIMITS.rows) {
    throw errors.tooLarge(inFile(`Danh sách có ${reading.count} dòng; mỗi lần nhập được tối đa ${LIMITS.rows} dòng.`))
  }
  return reading
}

function read(row: SheetRow, header: Header, readRatings: RatingsReader, mending: Mending, reading: Reading): void {
  if (mending.skip.has(row.row)) return
  const result = readRow(row, header, readRatings, mending.cells.get(row.row))
  if (result === 'nobody') {
    if (saysSomething(row, header))
      reading.warnings.push(ignoredRow(row, 'Bỏ qua dòng không có họ tên, email và số điện thoại.'))
    return
  }
  if (result === 'total') {
    reading.warnings.push(ignoredRow(row, 'Bỏ qua dòng tổng cộng, không phải một người.'))
    return
  }
  reading.count++
  if ('entry' in result) reading.rows.push(result.entry)
  else reading.rejected.push(...result.rejected)
}

function describe(sheets: Sheet[], { sheet, header, body }: List): Pick<Reading, 'header' | 'sheets' | 'columns'> {
  const near = body.slice(0, 200)
  const width = Math.min(LIMITS.columns, Math.max(header.titles.length, ...near.map(({ cells }) => cells.length)))
  const kinds = new Map(
    Object.entries(header.columns).map(([kind, column]) => [column, kind as keyof Header['columns']]),
  )
  const columns = Array.from({ length: width }, (_, column) => {
    const values = near.map(({ cells }) => cells[column] ?? '').filter((value) => value !== '')
    const samples = [...new Set(values)].slice(0, SAMPLES).map((value) => value.slice(0, 80))
    return { column, header: (header.titles[column] ?? '').slice(0, 200), matched: kinds.get(column) ?? null, samples }
  })
  return {
    header: { sheet, row: header.row, missing: header.missing },
    sheets: sheets.map(({ name }) => name),
    columns: columns.filter(({ header: title, samples }) => title !== '' || samples.length > 0),
  }
}

function ignoredColumns(header: Header): ReadWarning[] {
  return header.ignored.map(({ title, used }) => ({
    row: header.row,
    column: title,
    code: 'column-ignored',
    message: `Cột “${title}” không được đọc vì đã đọc cột “${used}”.`,
  }))
}

/** A serial number alone says nothing; a unit or a remark may be a person whose name was forgotten. */
function saysSomething({ cells }: SheetRow, { columns }: Header): boolean {
  return [columns.unit, columns.group, columns.position, columns.code].some((column) => cells[column ?? -1])
}

function ignoredRow({ row }: SheetRow, message: string): ReadWarning {
  return {
    row,
    column: FIELDS.name,
    code: 'row-ignored',
    message,
  }
}
