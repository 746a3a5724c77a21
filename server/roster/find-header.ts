/**
 * Finds the header of a roster: one row, or two where a merged cell ("Liên hệ") stands over the real headings, in any of
 * the first 30 rows, under whatever titles. Pure.
 */
import type { SheetRow } from '../sheets/sheet.ts'
import { type ColumnKind, FIELDS, matchHeading } from './columns.ts'

const SEARCHED_ROWS = 30

export type Header = {
  /** Column index of each kind found. */
  columns: Partial<Record<ColumnKind, number>>
  /** The second column under a "Họ và tên" merged over two: it has no heading of its own. */
  nameTail?: number
  /** What stands over each column, two rows laid over each other where the header has two. */
  titles: string[]
  /** Columns that also look like one that is read, and are not read. */
  ignored: { title: string; used: string }[]
  /** Row number of the header (of its lower row), and the index of the first row under it. */
  row: number
  bodyStart: number
  /** Titles of required columns that are missing; empty when the header is usable. */
  missing: string[]
}

/** The best header of a sheet; undefined when no row has two known headings. */
export function findHeader(rows: SheetRow[]): Header | undefined {
  let best: Header | undefined
  rows.forEach((upper, index) => {
    if (upper.row > SEARCHED_ROWS) return
    const single = readHeader(upper.cells, upper.row, index + 1)
    best = better(best, single)
    const lower = rows[index + 1]
    if (lower?.row === upper.row + 1 && single.missing.length > 0) {
      best = better(best, readHeader(overlay(upper.cells, lower.cells), lower.row, index + 2))
    }
  })
  return best && Object.keys(best.columns).length >= 2 ? best : undefined
}

/** A row that only repeats headings (a page break) or numbers the columns, "(1) (2) (3)", as forms do under their header. */
export function isHeadingRow(cells: string[]): boolean {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length < 2) return false
  return filled.every((cell) => matchHeading(cell)) || filled.every((cell) => /^\(?(\d{1,2}|[A-Z])\)?$/.test(cell))
}

function better(best: Header | undefined, other: Header): Header {
  if (!best) return other
  if (other.missing.length !== best.missing.length) return other.missing.length < best.missing.length ? other : best
  return Object.keys(other.columns).length > Object.keys(best.columns).length ? other : best
}

/** The lower of two header rows speaks where it names a column, else the upper. */
function overlay(upper: string[], lower: string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const under = lower[column] ?? ''
    return matchHeading(under) ? under : (upper[column] ?? '')
  })
}

function readHeader(titles: string[], row: number, bodyStart: number): Header {
  const best: Partial<Record<ColumnKind, { column: number; rank: number; title: string }>> = {}
  const ignored: Header['ignored'] = []
  titles.forEach((title, column) => {
    const match = matchHeading(title)
    if (!match) return
    const taken = best[match.kind]
    if (taken && taken.rank <= match.rank) {
      ignored.push({ title, used: taken.title })
      return
    }
    if (taken) ignored.push({ title: taken.title, used: title })
    best[match.kind] = { column, rank: match.rank, title }
  })
  const columns: Header['columns'] = {}
  for (const kind of Object.keys(best) as ColumnKind[]) columns[kind] = best[kind]?.column
  const tail = columns.name === undefined ? undefined : columns.name + 1
  const nameTail = tail !== undefined && (titles[tail] ?? '') === '' ? tail : undefined
  return { columns, nameTail, titles, ignored, row, bodyStart, missing: missingTitles(columns) }
}

/** The header in the row that a person points to; 0: there is none, and the list begins with the first row. */
export function headerAt(rows: SheetRow[], row: number): Header {
  const index = rows.findIndex((one) => one.row >= row)
  const at = rows[index]
  if (row > 0 && at?.row === row) return readHeader(at.cells, row, index + 1)
  return readHeader([], row, index < 0 ? rows.length : index)
}

/** The row that looks most like a header where no heading is known: the first of those with the most filled cells. */
export function guessHeaderRow(rows: SheetRow[]): number {
  const searched = rows.filter(({ row }) => row <= SEARCHED_ROWS)
  const filled = (row: SheetRow) => row.cells.filter((cell) => cell !== '').length
  const most = Math.max(0, ...searched.map(filled))
  return searched.find((row) => filled(row) === most)?.row ?? 0
}

/** Titles of what a list must have and these columns do not. */
export function missingTitles(columns: Header['columns']): string[] {
  const has = (kind: ColumnKind) => columns[kind] !== undefined
  const missing: string[] = []
  if (!has('name') && !has('givenName')) missing.push(FIELDS.name)
  if (!has('email') && !has('phone')) missing.push(`${FIELDS.email} hoặc ${FIELDS.phone}`)
  if (!has('unit')) missing.push(FIELDS.unit)
  if (!has('group')) missing.push(FIELDS.group)
  return missing
}
