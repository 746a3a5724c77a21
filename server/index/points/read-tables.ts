/** Reads the sheets of a file as tables of points: every cell with the unit and the criterion that it is about. Pure. */
import { errors } from '../../errors.ts'
import { createMatcher, type Matcher } from '../../sheets/match-name.ts'
import { inFile, type Sheet, type SheetRow } from '../../sheets/sheet.ts'
import { createRowFinder, type RowFinder } from './find-row.ts'
import { type BlockUnit, findTable, scoreOf } from './find-table.ts'
import { wrongCampaign } from './line-problems.ts'
import { wrongSet } from './name-set.ts'
import { leavesOf, type PlannedBlock, type PlannedRow, type PointsPlan } from './plan-points.ts'
import { type Place, placeOf, problemOf } from './problem.ts'
import { createProblemList, note, noteAll, type ProblemList } from './problem-list.ts'
import { readLongTable } from './read-long-table.ts'
import { readWideTable } from './read-wide-table.ts'
import type { PointProblem } from './schemas.ts'

/** One cell as written, empty ones too: their place is where a missing point is looked for. */
export type PointCell = { place: Place; block: PlannedBlock; unit: BlockUnit; row: PlannedRow; text: string }
/** A unit's cells by their row of the criteria set. */
export type CellsOfUnit = ReadonlyMap<PlannedRow, PointCell>
export type TablesReading = { cells: PointCell[]; problems: ProblemList }

/** What both shapes of table are read with. */
export type Reader = {
  plan: PointsPlan
  matchUnit: Matcher<BlockUnit>
  matchBlock: Matcher<PlannedBlock>
  findRow: ReadonlyMap<PlannedBlock, RowFinder>
}

/** Throws header-missing when no sheet holds a table of points. */
export function readTables(sheets: Sheet[], plan: PointsPlan): TablesReading {
  const reader = createReader(plan)
  const tables = sheets.flatMap((sheet) => findTable(sheet, reader.matchUnit, isSingle(plan)) ?? [])
  // A list of criteria without units (instructions) is a table only where nothing better is.
  const useful = tables.filter((table) => scoreOf(table) >= 10)
  const read = useful.length > 0 ? useful : tables
  if (read.length === 0) {
    throw errors.headerMissing(
      inFile(
        'Không thấy dòng tiêu đề có cột “Mã” hoặc “Tiêu chí” và các đơn vị (hoặc các cột Đơn vị, Mã tiêu chí, Điểm).',
      ),
    )
  }
  const reading: TablesReading = { cells: [], problems: createProblemList() }
  for (const sheet of sheets) note(reading.problems, ...wrongStamps(sheet, plan))
  for (const table of read) {
    const { cells, problems } = table.shape === 'wide' ? readWideTable(table, reader) : readLongTable(table, reader)
    for (const cell of cells) reading.cells.push(cell)
    noteAll(reading.problems, problems)
  }
  return reading
}

/** How many columns of a wanted header the best one of a .csv has. */
export function countPointsColumns(rows: SheetRow[], plan: PointsPlan): number {
  const table = findTable({ name: '', rows }, createReader(plan).matchUnit, isSingle(plan))
  return table ? scoreOf(table) : 0
}

export function createReader(plan: PointsPlan): Reader {
  return {
    plan,
    matchUnit: createMatcher(plan.blocks.flatMap((block) => block.units.map((unit) => ({ ...unit, block })))),
    matchBlock: createMatcher(plan.blocks),
    findRow: new Map(plan.blocks.map((block) => [block, createRowFinder(block.rows)])),
  }
}

/** One criterion a block, as of the citizens' satisfaction: a list of units and points says it all. */
const isSingle = ({ blocks }: PointsPlan): boolean => blocks.every((block) => leavesOf(block).length === 1)

const CAMPAIGN = /^\s*mã đợt(?: điều tra)?\s*:?\s*(.*)$/i
const SET = /^\s*loại điểm\s*:?\s*(.*)$/i

/** Our templates name their campaign and their set above the table. */
function wrongStamps({ name, rows }: Sheet, { campaign, label }: PointsPlan): PointProblem[] {
  const [said, set] = [findStamp(rows, CAMPAIGN), findStamp(rows, SET)]
  const wrong = set && wrongSet(set.given, label)
  return [
    ...(said && said.given !== campaign ? [wrongCampaign(placeOf(name, said.row, said.at), said.given, campaign)] : []),
    ...(wrong ? [problemOf('wrong-kind', placeOf(name, set.row, set.at), { value: set.given }, wrong)] : []),
  ]
}

function findStamp(rows: SheetRow[], stamp: RegExp): { row: number; at: number; given: string } | null {
  for (const { row, cells } of rows.slice(0, 10)) {
    const at = cells.findIndex((cell) => stamp.test(cell))
    if (at < 0) continue
    const given = stamp.exec(cells[at]!)?.[1] || cells.slice(at + 1).find((cell) => cell !== '') || ''
    // As a heading of a column it stamps the lines, which read-long-table.ts looks at.
    return given === '' || cells.filter((cell) => cell !== '').length > 3 ? null : { row, at, given }
  }
  return null
}
