/** How the units of a block divide into classes, now and the year before. Pure. */
import type { IndexBlockView, IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import { percentOf } from './compute-figures.ts'
import { refOf, type UnitRef } from './compute-spread.ts'

/** `below`: bound of the class above, null of the best. `past`, `change`: null where last year cannot be counted. */
export type ClassStatistics = {
  code: string
  name: string
  from: number
  below: number | null
  units: UnitRef[]
  percent: number | undefined
  past: number | null
  change: number | null
}

/** `units`: those that have a class, in the order in which they shall be named. */
export function computeClasses(
  classes: IndexDocument['rules']['classes'],
  units: IndexUnitView[],
  past: IndexBlockView['past'],
): ClassStatistics[] {
  const pastCounts = countPast(classes, past)
  return classes.map(({ code, name, from }, at) => {
    const own = units.filter((unit) => unit.class === code)
    const before = pastCounts ? (pastCounts.get(code) ?? 0) : null
    return {
      code,
      name,
      from,
      below: classes[at - 1]?.from ?? null,
      units: own.map(refOf),
      percent: percentOf(own.length, units.length),
      past: before,
      change: before === null ? null : own.length - before,
    }
  })
}

/** Undefined where a unit's class of last year is not known, or is none of this year's: counts would not compare. */
function countPast(
  classes: IndexDocument['rules']['classes'],
  past: IndexBlockView['past'],
): Map<string, number> | undefined {
  if (!past || past.units.length === 0) return undefined
  const known = new Set(classes.map(({ code }) => code))
  const counts = new Map<string, number>()
  for (const unit of past.units) {
    if (unit.class === null || !known.has(unit.class)) return undefined
    counts.set(unit.class, (counts.get(unit.class) ?? 0) + 1)
  }
  return counts
}

/**
 * The bound that "no unit below 70 points" is about: that of the second class, under which a unit is no longer good; of the
 * best where there are no two. Undefined where all points are in one class.
 */
export function lowBoundOf(classes: { from: number }[]): number | undefined {
  const bounds = classes.map(({ from }) => from).filter((from) => from > 0)
  return bounds[1] ?? bounds[0]
}
