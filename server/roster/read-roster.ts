/** Reads the sheets of a file as a roster: finds the list and its header, and reads every row under it. Pure. */
import { errors } from '../errors.ts'
import { inFile, LIMITS, type Sheet, type SheetRow } from '../sheets/sheet.ts'
import type { RatingsReader } from './catalogue.ts'
import { FIELDS } from './columns.ts'
import { findHeader, type Header, isHeadingRow } from './find-header.ts'
import type { Rejection } from './problem.ts'
import { type RosterRow, readRow } from './read-row.ts'

export type ReadWarning = { row: number; column: string; code: 'column-ignored' | 'row-ignored'; message: string }

/** `count`: rows that are about someone, read or rejected. */
export type Reading = { count: number; rows: RosterRow[]; rejected: Rejection[]; warnings: ReadWarning[] }

/** Throws header-missing (with what was found and what is missing), several-rosters or too-large. */
export function readRoster(sheets: Sheet[], readRatings: RatingsReader): Reading {
  const { header, body } = findList(sheets)
  const reading: Reading = { count: 0, rows: [], rejected: [], warnings: ignoredColumns(header) }
  for (const sheetRow of body) {
    const result = readRow(sheetRow, header, readRatings)
    if (result === 'nobody') {
      if (saysSomething(sheetRow, header)) reading.warnings.push(ignoredRow(sheetRow))
      continue
    }
    reading.count++
    if ('entry' in result) reading.rows.push(result.entry)
    else reading.rejected.push(...result.rejected)
  }
  if (reading.count > LIMITS.rows) {
    throw errors.tooLarge(inFile(`Danh sách có ${reading.count} dòng; mỗi lần nhập được tối đa ${LIMITS.rows} dòng.`))
  }
  return reading
}

function findList(sheets: Sheet[]): { header: Header; body: SheetRow[] } {
  const found = sheets.flatMap((sheet) => {
    const header = findHeader(sheet.rows)
    if (!header) return []
    const body = sheet.rows.slice(header.bodyStart).filter(({ cells }) => !isHeadingRow(cells))
    return [{ sheet: sheet.name, header, body }]
  })
  const lists = found.filter(({ header }) => header.missing.length === 0)
  const filled = lists.filter(({ body }) => body.length > 0)
  if (filled.length > 1) {
    throw errors.severalRosters(filled.map(({ sheet }) => ({ path: sheet, problem: `Trang “${sheet}”` })))
  }
  const list = filled[0] ?? lists[0]
  if (list) return list
  const [closest] = found.sort((a, b) => a.header.missing.length - b.header.missing.length)
  throw errors.headerMissing(
    closest ? describeMissing(closest.header) : inFile('Không có dòng nào giống dòng tiêu đề.'),
  )
}

function describeMissing({ row, missing }: Header): { path: string; problem: string }[] {
  return missing.map((title) => ({ path: 'header', problem: `Dòng ${row} thiếu cột “${title}”.` }))
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

function ignoredRow({ row }: SheetRow): ReadWarning {
  return {
    row,
    column: FIELDS.name,
    code: 'row-ignored',
    message: 'Bỏ qua dòng không có họ tên, email và số điện thoại.',
  }
}
