/**
 * The lists that divide a block's units: by move in rank, by move in points, by class. `closed`: the report speaks of every
 * kind there is, so that the counts make the whole block and every unit stands in one list.
 */
import { asPrinted, fractionOf } from './interval.ts'
import { type BlockContext, sizeOfList } from './report-context.ts'
import { MOVES } from './unit-changes.ts'

export type UnitList = { place: string; count: number; countPlace: string; names: string[] | undefined }

export type Division = { place: string; title: string; lists: UnitList[]; closed: boolean }

export function divisionsOf(block: BlockContext): Division[] {
  return [moveDivision(block, 'rankMoves'), moveDivision(block, 'pointMoves'), classDivision(block)].flatMap(
    (division) => division ?? [],
  )
}

/** Moves in points may be counted beside the index only, where nothing says how many units are not compared. */
function moveDivision(block: BlockContext, kind: 'rankMoves' | 'pointMoves'): Division | null {
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
    classBounds.length > 0 && classBounds.every(({ code }) => classCounts.has(code) || isOutOfReach(code, block))
  return { place: `${path}.classes`, title: 'các loại', lists, closed }
}

/** A class that not even the lowest unit falls to, or not even the highest reaches, has no units and need not be counted. */
function isOutOfReach(code: string, { classBounds, figures: { index }, decimals }: BlockContext): boolean {
  const bounds = classBounds.find((entry) => entry.code === code)!
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
  const count = sizeOfList({
    ...(list.count !== undefined && { count: list.count }),
    ...(list.names && { names: list.names }),
  })
  return { place, count, countPlace: `${place}.${list.count === undefined ? 'names' : key}`, names: list.names }
}
