/**
 * Which cells of a Biểu số a sheet can make again, and with what formula. A formula is written only where it gives exactly
 * what is published, so that a program that calculates and one that shows what is stored agree; where it would not (a total
 * whose printed parts are rounded) the published value stands as a plain number. Pure.
 */
import type { IndexDocument } from '../../compute/schemas.ts'
import type { ColumnFormula, ReportCell, ReportTable } from '../schemas.ts'
import { meanInSheet, roundInSheet } from './xlsx-arithmetic.ts'
import { cellId, listPlaces, placeName } from './xlsx-place.ts'
import { ranksInSheet, writeRank } from './xlsx-rank.ts'
import { planSums } from './xlsx-sums.ts'

export type Rules = IndexDocument['rules']

/** Where the table stands: `firstRow` the number of its first row of values; `classes` names the cells of the bounds on another sheet. */
export type Setting = { firstRow: number; rules: Rules; classes: { code: string; from: string }[] }

/** `formulas`: "row,column" → formula without "="; `exact`: the cells that hold their unrounded value, because a formula adds them up. */
export type Formulas = { formulas: Map<string, string>; exact: Set<string> }

export function planFormulas(table: ReportTable, setting: Setting): Formulas {
  const sums = planSums(table, setting.firstRow)
  const formulas = new Map([...sums].map(([id, { formula }]) => [id, formula]))
  const exact = new Set(
    [...sums.values()].flatMap(({ operands }) =>
      operands.filter(({ cell }) => cell.exact !== undefined).map(({ id }) => id),
    ),
  )
  const context: Context = { table, setting, exact, columns: new Map(table.columns.map(({ key }, at) => [key, at])) }
  for (const [row, { cells }] of table.rows.entries())
    for (const { key } of table.columns) {
      const id = cellId(row, key)
      const formula = formulas.has(id) || !cells[key] ? null : otherFormula(context, row, key, cells[key])
      if (formula) formulas.set(id, formula)
    }
  return { formulas, exact }
}

type Context = { table: ReportTable; setting: Setting; exact: Set<string>; columns: Map<string, number> }

function otherFormula(context: Context, row: number, key: string, cell: ReportCell): string | null {
  const { table } = context
  const { kind } = table.rows[row]!
  if (kind === 'note') return null
  if (kind === 'mean')
    return meanFormula(
      context,
      unitRows(table).map((unit) => [unit, key]),
      cell,
    )
  const formula = table.columns[context.columns.get(key)!]!.formula
  return formula ? columnFormula(context, row, cell, formula) : null
}

function columnFormula(context: Context, row: number, cell: ReportCell, formula: ColumnFormula): string | null {
  switch (formula.by) {
    case 'mean':
      return meanFormula(
        context,
        formula.of.map((key) => [row, key]),
        cell,
      )
    case 'difference':
      return pairFormula(
        context,
        row,
        cell,
        [formula.of, formula.less],
        (a, b) => a - b,
        (a, b) => `${a}-${b}`,
      )
    case 'percent':
      return pairFormula(
        context,
        row,
        cell,
        [formula.of, formula.whole],
        (a, b) => (a / b) * 100,
        (a, b) => `${a}/${b}*100`,
      )
    case 'class':
      return classFormula(context, row, cell, formula.of)
    case 'rank':
      return rankFormula(context, row, cell, formula)
    case 'sum':
      return null
  }
}

const unitRows = ({ rows }: ReportTable): number[] => [...rows.keys()].filter((at) => rows[at]!.kind === 'unit')

const nameOf = ({ columns, setting }: Context, row: number, key: string): string | null =>
  columns.has(key) ? placeName({ column: columns.get(key)!, row: setting.firstRow + row }) : null

const numberAt = ({ table }: Context, row: number, key: string): number | null => {
  const value = table.rows[row]?.cells[key]?.value
  return typeof value === 'number' ? value : null
}

/** The mean of published points: cells that hold more digits than they show are rounded first. */
function meanFormula(context: Context, cells: [number, string][], cell: ReportCell): string | null {
  const { columns, setting, exact } = context
  const known = cells.filter(([row, key]) => columns.has(key) && numberAt(context, row, key) !== null)
  if (known.length === 0 || meanInSheet(known.map(([row, key]) => numberAt(context, row, key)!)) !== cell.value)
    return null
  const list = listPlaces(
    cells
      .filter(([, key]) => columns.has(key))
      .map(([row, key]) => ({ column: columns.get(key)!, row: setting.firstRow + row })),
  )
  if (!known.some(([row, key]) => exact.has(cellId(row, key)))) return `ROUND(AVERAGE(${list}),2)`
  return list.includes(',') ? null : `ROUND(SUMPRODUCT(ROUND(${list},2))/COUNT(${list}),2)`
}

function pairFormula(
  context: Context,
  row: number,
  cell: ReportCell,
  [first, second]: [string, string | number],
  compute: (a: number, b: number) => number,
  write: (a: string, b: string) => string,
): string | null {
  const side = (key: string | number) =>
    typeof key === 'number'
      ? { value: key, name: String(key) }
      : { value: numberAt(context, row, key), name: shown(context, row, key) }
  const [a, b] = [side(first), side(second)]
  if (a.value === null || b.value === null || a.name === null || b.name === null) return null
  return roundInSheet(compute(a.value, b.value)) === cell.value ? `ROUND(${write(a.name, b.name)},2)` : null
}

/** The cell as it is published, also where it holds more digits. */
function shown(context: Context, row: number, key: string): string | null {
  const name = nameOf(context, row, key)
  return name && context.exact.has(cellId(row, key)) ? `ROUND(${name},2)` : name
}

/** From the best class down, by the bounds on the sheet of sources; the last has none. */
function classFormula(context: Context, row: number, cell: ReportCell, of: string): string | null {
  const { rules, classes } = context.setting
  const points = numberAt(context, row, of)
  const name = shown(context, row, of)
  if (points === null || name === null || rules.classes.find(({ from }) => points >= from)?.code !== cell.value)
    return null
  const last = classes.at(-1)
  return classes.slice(0, -1).reduceRight((rest, { code, from }) => `IF(${name}>=${from},${code},${rest})`, last!.code)
}

function rankFormula(
  context: Context,
  row: number,
  cell: ReportCell,
  formula: Extract<ColumnFormula, { by: 'rank' }>,
): string | null {
  const { table, setting, columns, exact } = context
  const rows = unitRows(table)
  if (table.rows[row]!.kind !== 'unit' || rows.length === 0 || rows.at(-1)! - rows[0]! + 1 !== rows.length) return null
  const range = (key: string | undefined) => {
    if (key === undefined || !columns.has(key)) return null
    const values = rows.map((other) => numberAt(context, other, key))
    const [first, last] = [rows[0]!, rows.at(-1)!].map((at) => setting.firstRow + at)
    return {
      column: columns.get(key)!,
      first: first!,
      last: last!,
      values,
      exact: rows.some((other) => exact.has(cellId(other, key))),
    }
  }
  const [of, survey] = [range(formula.of), range(formula.survey)]
  if (!of || ranksInSheet(of, survey, setting.rules.ties)[rows.indexOf(row)] !== cell.value) return null
  return writeRank(of, survey, setting.rules.ties, setting.firstRow + row)
}
