/**
 * Sums of a Biểu số: across, by the columns that a cell says it adds up, and down, criteria from their component criteria and
 * totals from all. They add up what is exact, as the published points were, so that a sum among them gives way to its own
 * parts. Pure.
 */
import type { ReportCell, ReportRow, ReportTable } from '../schemas.ts'
import { sumInSheet } from './xlsx-arithmetic.ts'
import { cellId, listPlaces, MAX_ARGUMENTS, type Place } from './xlsx-place.ts'

export type Operand = { id: string; cell: ReportCell; place: Place }
export type Sum = { formula: string; operands: Operand[] }

/** "row,column" → the sum that gives the cell's published value; `firstRow`: number of the table's first row of values. */
export function planSums(table: ReportTable, firstRow: number): Map<string, Sum> {
  const columns = new Map(table.columns.map(({ key }, at) => [key, at]))
  const formulaOf = new Map(table.columns.map(({ key, formula }) => [key, formula]))
  const below = leavesBelow(table.rows)
  const operand = (row: number, key: string): Operand[] => {
    const cell = table.rows[row]!.cells[key]
    const parts = partsOf(row, key)
    if (parts.length > 0) return parts
    if (!cell || typeof cell.value !== 'number' || !columns.has(key)) return []
    return [{ id: cellId(row, key), cell, place: { column: columns.get(key)!, row: firstRow + row } }]
  }
  /** What the cell adds up: its row's columns, or the rows of its column; sums among them give way to their own parts, which are exact. */
  function partsOf(row: number, key: string): Operand[] {
    const { cells, kind } = table.rows[row]!
    const formula = formulaOf.get(key)
    const keys = cells[key]?.sum ?? (formula?.by === 'sum' && kind !== 'mean' ? formula.of : [])
    if (keys.length > 0) return keys.filter((other) => other !== key).flatMap((other) => operand(row, other))
    if (table.columns[columns.get(key)!]?.formula || !summable(table, row, key)) return []
    return (below.get(row) ?? []).flatMap((other) => operand(other, key))
  }
  const sums = new Map<string, Sum>()
  for (const [row, { cells }] of table.rows.entries())
    for (const { key } of table.columns) {
      const operands = partsOf(row, key)
      const value = cells[key]?.value
      if (operands.length === 0 || typeof value !== 'number') continue
      if (sumInSheet(operands.map(({ cell }) => cell.exact ?? (cell.value as number))) !== value) continue
      const list = listPlaces(operands.map(({ place }) => place))
      if (list.split(',').length <= MAX_ARGUMENTS)
        sums.set(cellId(row, key), { formula: `ROUND(SUM(${list}),2)`, operands })
    }
  return sums
}

/** Points, maxima and counts add up down a column; shares, ranks and, over domains, means do not. */
function summable(table: ReportTable, row: number, key: string): boolean {
  const kind = table.columns.find((column) => column.key === key)?.kind
  if (kind === 'count') return true
  return (
    kind === 'points' &&
    (key === 'max' || table.rows.some((other) => other.kind === 'criterion') || table.rows[row]!.kind !== 'total')
  )
}

/** Row → the rows it adds up: a criterion its component criteria, a domain its criteria, a total all. */
function leavesBelow(rows: ReportRow[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const following = (from: number, kinds: ReportRow['kind'][]) => {
    const end = rows.findIndex((row, at) => at > from && !kinds.includes(row.kind))
    return Array.from({ length: (end < 0 ? rows.length : end) - from - 1 }, (_, at) => from + 1 + at)
  }
  for (const [at, { kind }] of rows.entries()) {
    if (kind === 'criterion') found.set(at, following(at, ['component']))
    if (kind === 'domain')
      found.set(
        at,
        following(at, ['criterion', 'component']).filter((row) => rows[row]!.kind === 'criterion'),
      )
    if (kind === 'total') found.set(at, topRows(rows))
  }
  return found
}

function topRows(rows: ReportRow[]): number[] {
  const of = (kind: ReportRow['kind']) => [...rows.keys()].filter((at) => rows[at]!.kind === kind)
  return [of('criterion'), of('domain'), of('unit')].find((all) => all.length > 0) ?? []
}
