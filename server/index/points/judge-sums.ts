/** Whether the sums that a file prints are those of its lines. Pure. */
import Fraction from 'fraction.js'
import { formatExact } from '../../scoring/format-decimal.ts'
import { readDecimal } from '../../sheets/read-decimal.ts'
import { aboutOf, notNumber } from './line-problems.ts'
import type { PlannedBlock, PlannedRow } from './plan-points.ts'
import { comma, problemOf, titleOf } from './problem.ts'
import type { CellsOfUnit, PointCell } from './read-tables.ts'
import type { PointProblem } from './schemas.ts'

/** Sums are checked where all that they add up is in the file and in order; rows that a file leaves out add nothing. */
export function judgeSums(
  block: PlannedBlock,
  cells: CellsOfUnit,
  known: ReadonlyMap<string, Fraction>,
): PointProblem[] {
  const problems: PointProblem[] = []
  const rows = new Map(block.rows.map((row) => [row.id, row]))
  const sums = new Map<string, Fraction | null>()
  const sumOf = (row: PlannedRow): Fraction | null => {
    if (row.role !== 'sum') return known.get(row.id) ?? (cells.has(row) ? null : ZERO)
    const kept = sums.get(row.id)
    if (kept !== undefined) return kept
    const parts = row.parts.map((id) => sumOf(rows.get(id)!))
    const sum = parts.every((part) => part !== null) ? parts.reduce((all, part) => all.add(part), ZERO) : null
    sums.set(row.id, sum)
    return sum
  }
  const textsUnder = (row: PlannedRow): TextNumber[] =>
    row.parts.flatMap((id) => {
      const part = rows.get(id)!
      if (part.role === 'sum') return textsUnder(part)
      const [cell, value] = [cells.get(part), known.get(id)]
      return cell && value && isTypedAsText(cell) ? [{ cell, value }] : []
    })
  for (const row of block.rows) {
    const cell = cells.get(row)
    if (row.role !== 'sum' || !cell || cell.text === '') continue
    const read = readDecimal(cell.text)
    const sum = sumOf(row)
    if ('refused' in read) problems.push(problemOf('not-a-number', cell.place, aboutOf(cell), notNumber(cell.text)))
    else if (sum && !sum.equals(read.text) && !sum.round(2).equals(read.text)) {
      const message = `“${titleOf(row)}” của “${cell.unit.name}” ghi ${comma(read.text)}, cộng các dòng được ${formatExact(sum)}.${hintAt(sum.sub(read.text), textsUnder(row))}`
      problems.push(problemOf('sum-differs', cell.place, aboutOf(cell), message))
    }
  }
  return problems
}

type TextNumber = { cell: PointCell; value: Fraction }

/** A workbook's own numbers have a point; one with a comma was typed as text. A .csv, which has no sheets, is all text. */
const isTypedAsText = ({ place, text }: PointCell): boolean => place.sheet !== null && text.includes(',')

/** Names the cells that a sum passed over, where they are all that it lacks. */
function hintAt(lacking: Fraction, texts: TextNumber[]): string {
  const passed = texts.reduce((all, { value }) => all.add(value), ZERO)
  if (texts.length === 0 || !(passed.equals(lacking) || passed.round(2).equals(lacking.round(2)))) return TEXT_HINT
  const names = texts.slice(0, MOST_NAMED).map(({ cell: { place } }) => `${place.column?.split(' ')[0]}${place.row}`)
  const more = texts.length > MOST_NAMED ? ` và ${texts.length - MOST_NAMED} ô khác` : ''
  return ` Ô ${names.join(', ')}${more} ghi số ở dạng chữ nên ô tổng không cộng vào. Hãy định dạng ô là số rồi ghi lại.`
}

const MOST_NAMED = 10
const ZERO = new Fraction(0)
/** A spreadsheet's SUM passes over a number that was typed as text. */
const TEXT_HINT = ' Nếu ô tổng là công thức, hãy xem có ô số nào đang ở dạng chữ.'
