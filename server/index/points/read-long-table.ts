/** Reads a table with a line a point: unit, criterion, points. Pure. */
import type { SheetRow } from '../../sheets/sheet.ts'
import type { BlockUnit, LongTable } from './find-table.ts'
import { type ColumnKind, matchHeading } from './headings.ts'
import { unknownCriterion, unknownUnit, wrongCampaign, wrongMax } from './line-problems.ts'
import { wrongSet } from './name-set.ts'
import { leavesOf } from './plan-points.ts'
import { criterionOf, placeOf, problemOf } from './problem.ts'
import { createProblemList, note } from './problem-list.ts'
import type { PointCell, Reader, TablesReading } from './read-tables.ts'
import type { PointProblem } from './schemas.ts'

export function readLongTable(table: LongTable, reader: Reader): TablesReading {
  const reading: TablesReading = { cells: [], problems: createProblemList() }
  let stranger: PointProblem | undefined
  for (const line of table.body) {
    const result = readLine(table, line, reader, reading.problems.likely)
    if (result === null) continue
    if (Array.isArray(result)) {
      note(reading.problems, ...result)
      stranger ??= result.find(({ code }) => code === 'wrong-campaign' || code === 'wrong-kind')
    } else reading.cells.push(result)
  }
  // A file of another campaign or set says so in each of its lines.
  return stranger ? { cells: reading.cells, problems: { kept: [stranger], count: 1, likely: new Set() } } : reading
}

/** A cell, its problems, or null for a line about nothing. `likely` takes the unit that an unknown name seems to mean. */
function readLine(
  table: LongTable,
  line: SheetRow,
  reader: Reader,
  likely: Set<string>,
): PointCell | PointProblem[] | null {
  const cell = (kind: ColumnKind) => line.cells[table.columns[kind] ?? -1] ?? ''
  const place = (kind: ColumnKind) => placeOf(table.sheet, line.row, table.columns[kind])
  const [points, code, name] = [cell('points'), cell('criterion'), cell('criterionName')]
  const [unitCode, unitName] = [cell('unit'), cell('unitName')]
  const said = [points, code, name, unitCode, unitName].filter((text) => text !== '')
  if (said.length < 2 || said.every((text) => matchHeading(text) || /^\(\d+\)$/.test(text))) return null

  const campaign = cell('campaign')
  if (campaign !== '' && campaign !== reader.plan.campaign) {
    return [wrongCampaign(place('campaign'), campaign, reader.plan.campaign)]
  }
  const elsewhere = wrongSet(cell('set'), reader.plan.label)
  if (elsewhere) return [problemOf('wrong-kind', place('set'), { value: cell('set') }, elsewhere)]
  const matches = [unitCode, unitName].filter((text) => text !== '').map(reader.matchUnit)
  const units = [...new Set(matches.flatMap(({ found }) => found ?? []))]
  const [unit, other] = units
  const unitColumn: ColumnKind = table.columns.unitName === undefined ? 'unit' : 'unitName'
  const label = unitName || unitCode
  if (other) {
    const message = `Mã “${unitCode}” và tên “${unitName.slice(0, 100)}” là hai đơn vị khác nhau.`
    return [problemOf('unknown-unit', place(unitColumn), { value: label }, message)]
  }
  if (!unit) {
    const failed = matches.map((match) => (match.found ? null : (match.nearest ?? match.several[0] ?? null)))
    // A signature or a remark under the table holds no points.
    if (points === '') return null
    const nearest = failed.find((one) => one !== null) ?? null
    if (nearest) likely.add(nearest.code)
    return [
      problemOf(
        'unknown-unit',
        place(unitColumn),
        { value: label, criterion: code || undefined },
        unknownUnit(label, nearest),
      ),
    ]
  }
  const strange = otherBlock(cell('block'), unit, reader)
  if (strange) return [problemOf('unknown-unit', place('block'), { unit: unit.code, value: cell('block') }, strange)]

  const leaves = leavesOf(unit.block)
  const found = reader.findRow.get(unit.block)!(code, name)
  const row = found.row ?? (code === '' && name === '' && leaves.length === 1 ? leaves[0]! : null)
  if (!row) {
    const column: ColumnKind = table.columns.criterion === undefined ? 'criterionName' : 'criterion'
    return [{ ...unknownCriterion(place(column), { code, name }, found), unit: unit.code }]
  }
  const wrong = wrongMax(cell('max'), row)
  if (wrong)
    return [
      problemOf(
        'max-differs',
        place('max'),
        { unit: unit.code, criterion: criterionOf(row), value: cell('max') },
        wrong,
      ),
    ]
  const heading = table.columns.points
  return { place: placeOf(table.sheet, line.row, heading, 'Điểm'), block: unit.block, unit, row, text: points }
}

function otherBlock(text: string, unit: BlockUnit, { matchBlock }: Reader): string | null {
  if (text === '') return null
  const { found } = matchBlock(text)
  if (found === unit.block) return null
  return `“${unit.name}” thuộc ${unit.block.name}, tệp ghi “${text.slice(0, 100)}”.`
}
