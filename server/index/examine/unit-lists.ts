/**
 * The lists that divide a block's units: by move in rank, by move in points, by class. `closed`: the report speaks of every
 * kind there is, so that the counts make the whole block and every unit stands in one list.
 */
import { asPrinted, fractionOf } from './interval.ts'
import { type BlockContext, type ClassBounds, sizeOfList } from './report-context.ts'
import type { ClassFigures, Move } from './schemas.ts'
import { MOVES, type MoveKind } from './unit-changes.ts'

export type UnitList = { place: string; count: number; countPlace: string; names: string[] | undefined }

export type Division = { place: string; title: string; lists: UnitList[]; closed: boolean }

export function divisionsOf(block: BlockContext): Division[] {
  return [moveDivision(block, 'rankMoves'), moveDivision(block, 'pointMoves'), classDivision(block)].flatMap(
    (division) => division ?? [],
  )
}

/** Every list of the block's units that the report has, counted or named: by class, by move in rank, by move in points. */
export function listsOf({ path, figures }: BlockContext): { list: ClassFigures | Move; at: string }[] {
  const { classes = [], rankMoves = {}, pointMoves = {} } = figures
  const moves = Object.entries({ rankMoves, pointMoves }).flatMap(([kind, lists]) =>
    Object.entries(lists).map(([move, list]) => ({ list, at: `${path}.${kind}.${move}` })),
  )
  return [...classes.map((list) => ({ list, at: `${path}.classes[${list.code}]` })), ...moves]
}

/** Moves in points may be counted beside the index only, where nothing says how many units are not compared. */
function moveDivision(block: BlockContext, kind: MoveKind): Division | null {
  const { path, figures } = block
  const moves = figures[kind]
  const told = Object.entries(moves ?? {}).filter(([, { count, names }]) => count !== undefined || names !== undefined)
  const lists = told.map(([move, list]) => listOf(`${path}.${kind}.${move}`, list))
  const kinds = new Set(told.map(([move]) => move))
  for (const move of kind === 'pointMoves' ? MOVES : [])
    if (figures.index?.[move] !== undefined && !kinds.has(move)) {
      lists.push(listOf(`${path}.index`, { count: figures.index[move] }, move))
      kinds.add(move)
    }
  if (lists.length === 0) return null
  const isApartTold = moves !== undefined && (moves.notCompared === undefined || kinds.has('notCompared'))
  const title = kind === 'rankMoves' ? 'tăng, giữ, giảm bậc xếp hạng' : 'tăng, giữ, giảm điểm'
  return { place: `${path}.${kind}`, title, lists, closed: isApartTold && MOVES.every((move) => kinds.has(move)) }
}

function classDivision(block: BlockContext): Division | null {
  const { path, figures, classCounts, classBounds } = block
  if (classCounts.size === 0) return null
  const lists = [...classCounts].map(([code, { count, place }]) => ({
    place,
    count,
    countPlace: place,
    names: figures.classes?.find((entry) => entry.code === code)?.names,
  }))
  const closed =
    classBounds.length > 0 && classBounds.every((bounds) => classCounts.has(bounds.code) || isOutOfReach(bounds, block))
  return { place: `${path}.classes`, title: 'các loại', lists, closed }
}

/** A class that not even the lowest unit falls to, or not even the highest reaches, has no units and need not be counted. */
function isOutOfReach(bounds: ClassBounds, { figures: { index }, decimals }: BlockContext): boolean {
  const lowest = index?.lowest && asPrinted(index.lowest.points, decimals.indexExtreme)
  const highest = index?.highest && asPrinted(index.highest.points, decimals.indexExtreme)
  if (lowest && bounds.below !== null && lowest.low.gte(fractionOf(bounds.below))) return true
  return Boolean(highest?.high.lt(fractionOf(bounds.from)))
}

function listOf(
  place: string,
  list: { count?: number | undefined; names?: string[] | undefined },
  key = 'count',
): UnitList {
  return {
    place,
    count: sizeOfList(list),
    countPlace: `${place}.${list.count === undefined ? 'names' : key}`,
    names: list.names,
  }
}
