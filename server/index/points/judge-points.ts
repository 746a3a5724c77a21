/**
 * Turns what was read, of whichever file or JSON, into a table of points, or says what is wrong with it and where. A block
 * of which not one point is given is left out of the file on purpose; of any other, every unit and every leaf is wanted. Pure.
 */
import Fraction from 'fraction.js'
import type { PointTable } from '../../db/index-schema.ts'
import { readDecimal } from '../../sheets/read-decimal.ts'
import { judgeSums } from './judge-sums.ts'
import { aboutOf, notNumber } from './line-problems.ts'
import {
  codeOf,
  leavesOf,
  type PlannedBlock,
  type PlannedRow,
  type PlannedUnit,
  type PointsPlan,
} from './plan-points.ts'
import { comma, NOWHERE, type Place, problemOf, titleOf } from './problem.ts'
import { createProblemList, note, type ProblemList } from './problem-list.ts'
import type { CellsOfUnit, PointCell } from './read-tables.ts'
import type { PointProblem, PointProblemCode } from './schemas.ts'

/** What the survey gives a unit, by the survey's criterion: decimal texts. Null or missing: nothing yet. */
export type GivenPoints = Record<string, Record<string, string | null>>
/** `points` holds the blocks that the file has, whole; it is of use only where there are no problems, of which the first are named. */
export type Judged = { points: PointTable; blocks: string[]; problems: PointProblem[]; problemCount: number }

const MOST_DECIMALS = 4

/** `problems`: those found while reading; what is wrong here follows them. */
export function judgePoints(
  plan: PointsPlan,
  cells: PointCell[],
  given: GivenPoints,
  problems: ProblemList = createProblemList(),
): Judged {
  const byUnit = sortCells(cells, problems)
  const inFile = plan.blocks.filter((block) => isGiven(block, byUnit))
  const blocks = inFile.length > 0 ? inFile : plan.blocks
  const points: PointTable = {}
  for (const block of blocks) {
    const absent = leavesOf(block).filter((leaf) => block.units.every((unit) => !byUnit.get(unit.code)?.has(leaf)))
    for (const leaf of absent) note(problems, missingLeaf(block, leaf))
    for (const unit of block.units) {
      const own = byUnit.get(unit.code)
      if (!own && absent.length < leavesOf(block).length && !problems.likely.has(unit.code))
        note(problems, missingUnit(unit))
      if (own) points[unit.code] = judgeUnit(block, { unit, absent }, own, given[unit.code] ?? {}, problems)
    }
  }
  return { points, blocks: blocks.map(({ code }) => code), problems: problems.kept, problemCount: problems.count }
}

/** Cells by unit and row; a second one that says something is a duplicate. */
function sortCells(cells: PointCell[], problems: ProblemList): Map<string, CellsOfUnit> {
  const byUnit = new Map<string, Map<PlannedRow, PointCell>>()
  for (const cell of cells) {
    const own = byUnit.get(cell.unit.code) ?? new Map<PlannedRow, PointCell>()
    byUnit.set(cell.unit.code, own)
    const first = own.get(cell.row)
    if (!first || first.text === '') own.set(cell.row, cell)
    else if (cell.text !== '') {
      const message = `“${titleOf(cell.row)}” của “${cell.unit.name}” được ghi hai lần.`
      note(problems, problemOf('duplicate', cell.place, aboutOf(cell), message))
    }
  }
  return byUnit
}

const isGiven = (block: PlannedBlock, byUnit: Map<string, CellsOfUnit>): boolean =>
  block.units.some(({ code }) => leavesOf(block).some((leaf) => (byUnit.get(code)?.get(leaf)?.text ?? '') !== ''))

/** `absent`: leaves of which the file has no line for anybody; they are told once for the block. */
function judgeUnit(
  block: PlannedBlock,
  { unit, absent }: { unit: PlannedUnit; absent: PlannedRow[] },
  cells: CellsOfUnit,
  given: GivenPoints[string],
  problems: ProblemList,
): Record<string, string> {
  const points: Record<string, string> = {}
  const known = new Map<string, Fraction>()
  for (const row of block.rows) {
    const cell = cells.get(row)
    if (row.role === 'sum') continue
    if (!cell || cell.text === '') {
      if (cell && row.role === 'given') known.set(row.id, new Fraction(0))
      if (row.role === 'leaf' && !absent.includes(row)) note(problems, missingPoint(unit, row, cell?.place ?? NOWHERE))
      continue
    }
    const read = row.role === 'given' ? readGiven(cell, given[row.from ?? '']) : readPoints(cell, row)
    if ('message' in read) {
      note(problems, problemOf(read.code, cell.place, aboutOf(cell), read.message))
      continue
    }
    known.set(row.id, new Fraction(read.text))
    if (row.role === 'leaf') points[codeOf(row)] = read.text
  }
  note(problems, ...judgeSums(block, cells, known))
  return points
}

type ReadPoints = { text: string } | { code: PointProblemCode; message: string }

function readPoints(cell: PointCell, row: PlannedRow): ReadPoints {
  const read = readDecimal(cell.text)
  if ('refused' in read) {
    const message = read.refused === 'negative' ? 'Điểm không được âm.' : notNumber(cell.text)
    return { code: read.refused, message }
  }
  if (new Fraction(read.text).gt(row.max)) {
    const day = /^\d{5}$/.test(read.text)
      ? ' Có thể bảng tính đã đổi số thành ngày: hãy định dạng ô là số rồi ghi lại.'
      : ''
    return {
      code: 'above-max',
      message: `Điểm tối đa của “${titleOf(row)}” là ${comma(row.max)}, tệp ghi ${comma(read.text)}.${day}`,
    }
  }
  if (read.decimals > MOST_DECIMALS) {
    return {
      code: 'too-many-decimals',
      message: `Điểm có nhiều nhất ${MOST_DECIMALS} chữ số sau dấu phẩy; hãy làm tròn ${comma(read.text)}.`,
    }
  }
  return { text: read.text }
}

/** The survey's own figure may stand in its line, nothing else. */
function readGiven(cell: PointCell, given: string | null | undefined): ReadPoints {
  const read = readDecimal(cell.text)
  const known = given ?? null
  if ('text' in read && known !== null && new Fraction(known).equals(read.text)) return read
  const now = known === null ? 'hiện chưa có điểm' : `hiện là ${comma(known)}`
  const message = `“${titleOf(cell.row)}” lấy điểm từ khảo sát (${now}), không thẩm định. Hãy để trống ô này.`
  return { code: 'not-appraised', message }
}

function missingLeaf(block: PlannedBlock, leaf: PlannedRow): PointProblem {
  const message = `${block.name} thiếu cả dòng của tiêu chí “${titleOf(leaf)}”.`
  return problemOf('missing', NOWHERE, { criterion: codeOf(leaf) }, message)
}

const missingPoint = (unit: PlannedUnit, leaf: PlannedRow, place: Place): PointProblem => {
  const message = `Thiếu điểm của “${unit.name}” ở “${titleOf(leaf)}”. Không có điểm thì ghi 0.`
  return problemOf('missing', place, { unit: unit.code, criterion: codeOf(leaf) }, message)
}

const missingUnit = ({ code, name }: PlannedUnit): PointProblem =>
  problemOf('missing', NOWHERE, { unit: code }, `Thiếu điểm của cả đơn vị “${name}”.`)
