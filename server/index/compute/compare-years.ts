/** Which unit of the year before each of this year's is compared with, or why with none. Pure. */
import type { Definition, Unit } from '../../campaigns/definition.ts'
import type { PastResults, PastUnit } from '../past/schemas.ts'
import type { IncomparableReason } from './schemas.ts'

export type Comparison = { past: PastUnit; incomparable: null } | { past: null; incomparable: IncomparableReason }

/**
 * Unit code → what it is compared with. One predecessor makes a comparison: none is a new unit, several a merged one, and
 * a predecessor that two of this year's units name was split. It must be in the past results of the block of the same
 * code: a rank among other units compares with nothing.
 */
export function compareYears(definition: Definition, past: PastResults | null): ReadonlyMap<string, Comparison> {
  const named = new Map<string, number>()
  for (const { units } of definition.blocks)
    for (const unit of units) for (const code of predecessorsOf(unit)) named.set(code, (named.get(code) ?? 0) + 1)

  const compare = (unit: Unit, pastUnits: ReadonlyMap<string, PastUnit>): Comparison => {
    const [predecessor, ...others] = predecessorsOf(unit)
    if (!past) return { past: null, incomparable: 'no-past-year' }
    if (predecessor === undefined) return { past: null, incomparable: 'new-unit' }
    if (others.length > 0) return { past: null, incomparable: 'merged' }
    if (named.get(predecessor)! > 1) return { past: null, incomparable: 'split' }
    const found = pastUnits.get(predecessor)
    return found ? { past: found, incomparable: null } : { past: null, incomparable: 'not-in-past-results' }
  }
  return new Map(
    definition.blocks.flatMap(({ code, units }) => {
      const before = past?.blocks.find((block) => block.code === code)?.units ?? []
      const pastUnits = new Map(before.map((unit) => [unit.code, unit]))
      return units.map((unit) => [unit.code, compare(unit, pastUnits)] as const)
    }),
  )
}

/** Each once. Left out: the unit of the same code. */
function predecessorsOf({ code, predecessors }: Unit): string[] {
  return predecessors ? [...new Set(predecessors)] : [code]
}
