/** Two versions of a set beside each other. Pure. */
import type { PointTable } from '../../db/index-schema.ts'
import type { Judged } from './judge-points.ts'
import { codeOf, leavesOf, type PointsPlan } from './plan-points.ts'

/** The points of the blocks that the file has, and those that the set had of the blocks it leaves out. */
export function keepAbsentBlocks(plan: PointsPlan, judged: Judged, base: PointTable | undefined): PointTable {
  const absent = plan.blocks.filter(({ code }) => !judged.blocks.includes(code))
  const kept = absent.flatMap(({ units }) => units.map(({ code }) => [code, base?.[code]] as const))
  return { ...Object.fromEntries(kept.filter(([, points]) => points !== undefined)), ...judged.points } as PointTable
}

/** Points that are not the same in both, one of them missing included. */
export function countChanged(plan: PointsPlan, before: PointTable | undefined, after: PointTable): number {
  let changed = 0
  for (const block of plan.blocks) {
    const leaves = leavesOf(block).map(codeOf)
    for (const { code } of block.units)
      for (const leaf of leaves) if (before?.[code]?.[leaf] !== after[code]?.[leaf]) changed += 1
  }
  return changed
}

/** How many of the points that the plan wants a set holds. */
export function countFilled(plan: PointsPlan, points: PointTable | undefined): number {
  return countChanged(plan, undefined, points ?? {})
}
