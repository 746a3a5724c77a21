/** Each unit's total as a file would make it, beside what the version in force has. Pure. */
import type { PointSet, PointSets, PointsImport } from '../../../shared/index-types.ts'
import type { SetHead, SetKey } from './set-cards.ts'

export type ImportTotal = { unit: string; before: number | null; after: number; changed: boolean }

/** The version that a file is held against: the newest of its round, or of the round before while its own has none. */
export function againstOf({ sets }: PointSets, { kind, source, round }: SetKey): SetHead | undefined {
  return sets
    .filter((set) => set.kind === kind && set.source === source && set.round <= round)
    .sort((a, b) => b.round - a.round || b.version - a.version)[0]
}

/** Changed units first, each part in the order in which the server names them. */
export function importTotals(totals: PointsImport['totals'], against: PointSet | undefined): ImportTotal[] {
  const had = new Map(against?.blocks.flatMap(({ units }) => units.map(({ code, total }) => [code, total] as const)))
  const rows = totals.map(({ unit, points }) => {
    const before = had.get(unit) ?? null
    return { unit, before, after: points, changed: against !== undefined && before !== points }
  })
  return [...rows.filter(({ changed }) => changed), ...rows.filter(({ changed }) => !changed)]
}

/** Pairs of units of which each would get exactly the total that the other one has: columns are easily swapped. */
export function swappedPairs(rows: ImportTotal[]): [string, string][] {
  const changed = rows.filter((row) => row.changed && row.before !== null)
  return changed.flatMap((one, at) =>
    changed
      .slice(at + 1)
      .filter((other) => one.after === other.before && other.after === one.before)
      .map((other): [string, string] => [one.unit, other.unit]),
  )
}
