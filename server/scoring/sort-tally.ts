/** Rows of answer.tally sorted into unit → question → cells. Pure. */
import type { CellCounts } from './points.ts'

/** `level` is a level's value, the no-opinion value, or "" (left empty); `cell` is "*", a group, or groups joined by "+". */
export type TallyRow = { unit: string; cell: string; question: string; level: string; count: number }

export type SortedTally = Map<string, Map<string, CellCounts[]>>

export function sortTally(rows: TallyRow[]): SortedTally {
  const units: Map<string, Map<string, Map<string, Map<string, number>>>> = new Map()
  for (const { unit, question, cell, level, count } of rows) {
    const counts = child(child(child(units, unit), question), cell)
    counts.set(level, (counts.get(level) ?? 0) + count)
  }
  const cellsOf = (cells: Map<string, Map<string, number>>): CellCounts[] =>
    [...cells].map(([cell, counts]) => ({ cell, counts })).sort((a, b) => (a.cell < b.cell ? -1 : 1))
  return new Map(
    [...units].map(([unit, questions]) => [
      unit,
      new Map([...questions].map(([question, cells]) => [question, cellsOf(cells)])),
    ]),
  )
}

function child<Key, Inner extends Map<unknown, unknown>>(outer: Map<Key, Inner>, key: Key): Inner {
  const known = outer.get(key)
  if (known) return known
  const made = new Map() as Inner
  outer.set(key, made)
  return made
}
