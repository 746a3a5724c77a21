/** Who rose, stayed and fell against the year before, in points or in ranks, and who moved furthest. Pure. */
import { refOf, type UnitRef } from './compute-spread.ts'

/** `by` as in the index document: points with two decimals, or places; negative means lost. */
export type Move = UnitRef & { by: number }

/** Movers with the largest move first; `mostRose` and `mostFell` name every unit of the largest move, `by` above 0. */
export type Moves = {
  compared: number
  rose: Move[]
  kept: UnitRef[]
  fell: Move[]
  mostRose: { by: number; units: UnitRef[] } | undefined
  mostFell: { by: number; units: UnitRef[] } | undefined
}

/** `moves` in the order in which units shall be named where they moved alike. */
export function computeMoves(moves: Move[]): Moves {
  // Sorting is stable, so units that moved alike keep their order.
  const largestFirst = (some: Move[]) => some.sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
  const rose = largestFirst(moves.filter(({ by }) => by > 0))
  const fell = largestFirst(moves.filter(({ by }) => by < 0))
  return {
    compared: moves.length,
    rose,
    kept: moves.filter(({ by }) => by === 0).map(refOf),
    fell,
    mostRose: furthest(rose),
    mostFell: furthest(fell),
  }
}

function furthest(sorted: Move[]): { by: number; units: UnitRef[] } | undefined {
  const [first] = sorted
  if (!first) return undefined
  return { by: Math.abs(first.by), units: sorted.filter(({ by }) => by === first.by).map(refOf) }
}
