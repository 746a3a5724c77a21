/** Reads a table with a line a criterion and a column a unit. Pure. */
import type { SheetRow } from '../../sheets/sheet.ts'
import type { RowFinder } from './find-row.ts'
import type { BlockUnit, WideTable } from './find-table.ts'
import { findColumns } from './headings.ts'
import { unknownCriterion, unknownUnit, wrongMax } from './line-problems.ts'
import type { PlannedBlock, PlannedRow } from './plan-points.ts'
import { criterionOf, placeOf, problemOf, titleOf } from './problem.ts'
import { createProblemList, note, type ProblemList } from './problem-list.ts'
import type { PointCell, Reader, TablesReading } from './read-tables.ts'
import type { PointProblem } from './schemas.ts'

type Line = { code: string; name: string; max: string; row: number; cells: string[] }
type Column = { column: number; label: string; unit: BlockUnit }

export function readWideTable(table: WideTable, { plan, findRow }: Reader): TablesReading {
  const lines = linesOf(table)
  // Below its last criterion a table has signatures and remarks.
  const end = lines.findLastIndex((line) =>
    plan.blocks.some((one) => rowOf(one, line, table, findRow.get(one)!).length > 0),
  )
  const inside = new Set(lines.slice(0, end + 1))
  const { columns, problems } = takeColumns(table, lines, inside)
  const cells: PointCell[] = []
  const blocks = plan.blocks.filter((block) => columns.some(({ unit }) => unit.block === block))
  const seen = new Map(blocks.map((block) => [block, new Set<PlannedRow>()]))
  for (const line of lines) {
    const found = blocks.flatMap((block) => rowOf(block, line, table, findRow.get(block)!))
    if (found.length === 0)
      note(problems, ...unknownLine(table, line, { blocks, columns, inside: inside.has(line) }, findRow))
    for (const { block, row } of found) {
      if (seen.get(block)!.has(row)) {
        note(problems, doubleLine(table, line, row))
        continue
      }
      seen.get(block)!.add(row)
      const wrong = wrongMax(line.max, row)
      if (wrong)
        note(
          problems,
          problemOf('max-differs', placeOf(table.sheet, line.row, table.columns.max), aboutMax(line, row), wrong),
        )
      for (const { column, label, unit } of columns) {
        if (unit.block !== block) continue
        const place = placeOf(table.sheet, line.row, column, label)
        cells.push({ place, block, unit, row, text: line.cells[column] ?? '' })
      }
    }
  }
  return { cells, problems }
}

/** Lines that may be about a criterion: not repeated headings, nor a line that numbers the columns. */
function linesOf({ body, columns }: WideTable): Line[] {
  const cell = ({ cells }: SheetRow, column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''))
  return body.flatMap((row) => {
    const [code, name] = [cell(row, columns.criterion), cell(row, columns.criterionName)]
    if (/^\(?\d+\)?$/.test(name) || /^\(\d+\)$/.test(code)) return []
    if (Object.keys(findColumns(row)).length >= 2) return []
    return [{ code, name, max: cell(row, columns.max), row: row.row, cells: row.cells }]
  })
}

/**
 * The columns of units that are known and named once; the others are problems where they hold something: under a heading
 * whatever it is, without one what looks like points. `inside`: the lines down to the last criterion.
 */
function takeColumns(
  table: WideTable,
  lines: Line[],
  inside: ReadonlySet<Line>,
): { columns: Column[]; problems: ProblemList } {
  const columns: Column[] = []
  const problems = createProblemList()
  for (const { column, label, units, nearest } of table.units) {
    const [unit, other] = units
    const place = placeOf(table.sheet, table.header, column)
    if (unit && !other) {
      const double = columns.find((taken) => taken.unit === unit)
      if (!double) columns.push({ column, label, unit })
      else if (lines.some(({ cells }) => (cells[column] ?? '') !== ''))
        note(
          problems,
          problemOf(
            'duplicate',
            place,
            { unit: unit.code, value: label },
            `Đơn vị “${unit.name}” có hai cột. Hãy bỏ một cột.`,
          ),
        )
    } else if (unit && other) {
      const names = `“${unit.name}” và “${other.name}”`
      note(problems, problemOf('unknown-unit', place, { value: label }, `Cột này ghi hai đơn vị khác nhau: ${names}.`))
    } else if (lines.some((line) => isMeant(line.cells[column] ?? '', label !== '' && inside.has(line)))) {
      note(problems, problemOf('unknown-unit', place, { value: label }, unknownUnit(label, nearest)))
      if (label !== '' && nearest) problems.likely.add(nearest.code)
    }
  }
  return { columns, problems }
}

/** A column of serial numbers may stand in for codes: where it contradicts the name, the name speaks. */
function rowOf(
  block: PlannedBlock,
  line: Line,
  { columns }: WideTable,
  find: RowFinder,
): { block: PlannedBlock; row: PlannedRow }[] {
  const found = find(line.code, line.name)
  if (found.row) return [{ block, row: found.row }]
  const serial = columns.criterion === columns.number && /^\d+$/.test(line.code)
  const named = serial && found.clash ? find('', line.name).row : null
  return named ? [{ block, row: named }] : []
}

function unknownLine(
  table: WideTable,
  line: Line,
  { blocks, columns, inside }: { blocks: PlannedBlock[]; columns: Column[]; inside: boolean },
  findRow: Reader['findRow'],
): PointProblem[] {
  const filled = columns.find(({ column }) => isMeant(line.cells[column] ?? '', inside || looksLikeCode(line.code)))
  if (!filled || blocks.length === 0) return []
  const place = placeOf(table.sheet, line.row, table.columns.criterion ?? table.columns.criterionName)
  const found = findRow.get(blocks[0]!)!(line.code, line.name)
  return [unknownCriterion(place, line, found)]
}

const doubleLine = (table: WideTable, line: Line, row: PlannedRow): PointProblem =>
  problemOf(
    'duplicate',
    placeOf(table.sheet, line.row, table.columns.criterion ?? table.columns.criterionName),
    { criterion: criterionOf(row), value: line.code || line.name },
    `Tiêu chí “${titleOf(row)}” có hai dòng. Hãy bỏ một dòng.`,
  )

const aboutMax = (line: Line, row: PlannedRow) => ({ criterion: criterionOf(row), value: line.max })

/** Whether a cell was meant to hold points: `any` text will do, or it must begin as a number does ("1 điểm", "1/2"). */
const isMeant = (text: string, any: boolean): boolean => (any ? text !== '' : /^[-+\u2212\u2013]?\s?\d/.test(text))

/** "9.9", "3a", "IV": one word with a digit, or a Roman number. */
const looksLikeCode = (code: string): boolean => /^\S*\d\S*$|^[IVXLC]+[.)]?$/.test(code)
