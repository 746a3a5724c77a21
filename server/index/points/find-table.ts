/**
 * Finds the table of points in a sheet: a header in any of the first 30 rows, under whatever titles. `wide`: a line a
 * criterion, a column a unit, whose code or name stands in the header or in the two lines under it. `long`: a line a
 * point. Pure.
 */
import type { Matcher } from '../../sheets/match-name.ts'
import { readDecimal } from '../../sheets/read-decimal.ts'
import type { Sheet, SheetRow } from '../../sheets/sheet.ts'
import { type ColumnKind, findColumns, isNoUnit } from './headings.ts'
import type { PlannedBlock, PlannedUnit } from './plan-points.ts'

/** A unit with the block that it is in: what a column or a line of the file is about. */
export type BlockUnit = PlannedUnit & { block: PlannedBlock }
export type Columns = Partial<Record<ColumnKind, number>>

/** A column of a wide table that is headed by something: `units` holds one, or none, or two where its lines disagree. */
export type UnitColumn = { column: number; label: string; units: BlockUnit[]; nearest: BlockUnit | null }

export type WideTable = {
  shape: 'wide'
  sheet: string
  columns: Columns
  header: number
  units: UnitColumn[]
  body: SheetRow[]
}
export type LongTable = { shape: 'long'; sheet: string; columns: Columns; header: number; body: SheetRow[] }
export type PointsTable = WideTable | LongTable

const SEARCHED_ROWS = 30
/** Lines under the header that may still name units. */
const LABEL_ROWS = 2

/** The best table of a sheet; undefined where no row looks like its header. `single`: the one criterion needs no column. */
export function findTable(sheet: Sheet, matchUnit: Matcher<BlockUnit>, single: boolean): PointsTable | undefined {
  let best: { table: PointsTable; score: number } | undefined
  sheet.rows.forEach((row, index) => {
    if (row.row > SEARCHED_ROWS) return
    const columns = findColumns(row)
    for (const table of [longTable(sheet, index, columns, single), wideTable(sheet, index, columns, matchUnit)]) {
      const score = table ? scoreOf(table) : 0
      if (table && score > (best?.score ?? 0)) best = { table, score }
    }
  })
  return best?.table
}

/** How much of the wanted header a table has: units it knows weigh most. */
export function scoreOf(table: PointsTable): number {
  const known = Object.keys(table.columns).length
  if (table.shape === 'long') return known + 10
  return known + 10 * table.units.filter(({ units }) => units.length > 0).length
}

function longTable({ name, rows }: Sheet, index: number, columns: Columns, single: boolean): LongTable | undefined {
  const has = (...kinds: ColumnKind[]) => kinds.some((kind) => columns[kind] !== undefined)
  if (!has('points') || !has('unit', 'unitName')) return undefined
  if (!single && !has('criterion', 'criterionName')) return undefined
  return { shape: 'long', sheet: name, columns, header: rows[index]!.row, body: rows.slice(index + 1) }
}

function wideTable(
  { name, rows }: Sheet,
  index: number,
  columns: Columns,
  matchUnit: Matcher<BlockUnit>,
): WideTable | undefined {
  // A list without codes numbers its criteria "1.1" in the column of numbers.
  const own: Columns =
    columns.criterion === undefined && columns.number !== undefined
      ? { ...columns, criterion: columns.number }
      : columns
  if (own.criterion === undefined && own.criterionName === undefined) return undefined
  const header = rows[index]!
  const labels = labelRows(rows, index, own)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const units = unitColumns([header, ...labels], own, width, matchUnit)
  if (units.every(({ label }) => label === '')) return undefined
  return {
    shape: 'wide',
    sheet: name,
    columns: own,
    header: header.row,
    units,
    body: rows.slice(index + 1 + labels.length),
  }
}

/** Lines right under the header that say nothing of criteria and hold words: the units' names under their codes. */
function labelRows(rows: SheetRow[], index: number, { criterion, criterionName, max }: Columns): SheetRow[] {
  const labels: SheetRow[] = []
  for (const row of rows.slice(index + 1, index + 1 + LABEL_ROWS)) {
    const own = [criterion, criterionName, max].map((column) => row.cells[column ?? -1] ?? '')
    const words = row.cells.filter((cell) => cell !== '' && 'refused' in readDecimal(cell) && !/^\(\d+\)$/.test(cell))
    if (own.some((cell) => cell !== '') || words.length === 0) break
    labels.push(row)
  }
  return labels
}

/** Every column but the criteria's own: also one without any heading, in case that it holds points. */
function unitColumns(rows: SheetRow[], columns: Columns, width: number, matchUnit: Matcher<BlockUnit>): UnitColumn[] {
  const own = new Set([columns.criterion, columns.criterionName, columns.max, columns.number])
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    if (own.has(column)) return []
    const labels = rows.map(({ cells }) => cells[column] ?? '').filter((label) => label !== '')
    const matches = labels.map(matchUnit)
    const units = [...new Set(matches.flatMap(({ found }) => found ?? []))]
    if (units.length === 0 && labels.some(isNoUnit)) return []
    const nearest =
      matches.flatMap((match) => (match.found ? [] : (match.nearest ?? match.several[0] ?? [])))[0] ?? null
    return [{ column, label: labels.at(-1) ?? '', units, nearest }]
  })
}
