/** The exact scores of every unit, of which the scores document and the index are both made. Pure. */
import type { Block, Unit } from '../campaigns/definition.ts'
import type { ImportedSet, ParticipationRow, ScoresInput } from './build-scores.ts'
import { type BlockPlan, planBlock } from './plan-block.ts'
import { scoreUnit, type UnitScore } from './score-unit.ts'
import { sortTally } from './sort-tally.ts'

/** A unit of the definition with its score; `invited` is per group of the roster. */
export type ScoredUnit = {
  unit: Unit
  score: UnitScore
  invited: ReadonlyMap<string, number>
  answered: number
  counted: number
  withheld: number
}
export type ScoredBlock = { block: Block; plan: BlockPlan; units: ScoredUnit[] }

/** Every unit's score, exact and not yet published: what the scores document and the index are both made of. */
export function scoreBlocks(input: ScoresInput): ScoredBlock[] {
  const tally = sortTally(input.tally)
  const participation = Map.groupBy(input.participation, ({ unit }) => unit)
  const strata = Map.groupBy(input.strata, ({ unit }) => unit)
  const counted = new Map(input.counted.map((row) => [row.unit, row]))
  const scoredUnit = (plan: BlockPlan, unit: Unit): ScoredUnit => {
    const invitations = participation.get(unit.code) ?? []
    return {
      unit,
      score: scoreUnit(plan, {
        cells: tally.get(unit.code) ?? new Map(),
        strata: strata.get(unit.code) ?? [],
        imported: importedOf(input.imported, plan.block, unit.code),
        minimum: input.minimumCell,
        settled: input.settled,
      }),
      invited: invitedByGroup(invitations),
      answered: invitations.reduce((sum, row) => sum + row.answered, 0),
      counted: counted.get(unit.code)?.counted ?? 0,
      withheld: counted.get(unit.code)?.withheld ?? 0,
    }
  }
  return input.definition.blocks.map((block) => {
    const plan = planBlock(input.definition, block)
    return { block, plan, units: block.units.map((unit) => scoredUnit(plan, unit)) }
  })
}

/** Criterion → points brought in for one unit, over all imported sources of its block. */
export function importedOf(sets: ImportedSet[], block: Block, unit: string): ReadonlyMap<string, string> {
  const sources = new Set(block.sources.filter(({ origin }) => origin === 'imported').map(({ code }) => code))
  return new Map(
    sets.flatMap(({ source, points }) =>
      sources.has(source) && Object.hasOwn(points, unit) ? Object.entries(points[unit]!) : [],
    ),
  )
}

function invitedByGroup(rows: ParticipationRow[]): ReadonlyMap<string, number> {
  const invited = new Map<string, number>()
  for (const row of rows) invited.set(row.group, (invited.get(row.group) ?? 0) + row.invited)
  return invited
}
