/** Rows of answer.tally sorted into unit → question → cells. Pure. */
import type { CellCounts } from './points.ts'

/** Counts by level: a level's value, the no-opinion value, or "" (left empty); `cell` is "*", a group, or groups joined by "+". */
export type TallyRow = { unit: string; cell: string; question: string; counts: Record<string, number> }

/** Unit → question → its cells in a fixed order. */
export type SortedTally = Map<string, Map<string, CellCounts[]>>

export function sortTally(rows: TallyRow[]): SortedTally {
  const units: SortedTally = new Map()
  for (const { unit, question, cell, counts } of rows) {
    const questions = units.get(unit) ?? new Map<string, CellCounts[]>()
    const cells = questions.get(question) ?? []
    cells.push({ cell, counts: new Map(Object.entries(counts)) })
    units.set(unit, questions.set(question, cells))
  }
  for (const questions of units.values()) {
    for (const cells of questions.values()) cells.sort((a, b) => (a.cell < b.cell ? -1 : 1))
  }
  return units
}
