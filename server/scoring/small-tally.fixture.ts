/** Writes tallies for tests the way one says them: unit, question, cell → counts of levels. */
import type { ScoresInput } from './build-scores.ts'
import { smallDefinition } from './small-definition.fixture.ts'
import type { TallyRow } from './sort-tally.ts'

export type Counts = Record<string, number>

/** `{q1: {'*': {tot: 5}}}` for one unit. */
export function tallyOf(unit: string, questions: Record<string, Record<string, Counts>>): TallyRow[] {
  return Object.entries(questions).flatMap(([question, cells]) =>
    Object.entries(cells).map(([cell, counts]) => ({ unit, cell, question, counts })),
  )
}

/** Every question of a pooled unit answered alike by everyone. */
export const everyone = (counts: Counts) => ({ q1: { '*': counts }, q2: { '*': counts }, q3: { '*': counts } })

const STRATA = [
  { groups: ['ld'], questionnaire: 'ld' },
  { groups: ['cc'], questionnaire: 'cc' },
  { groups: ['xa'], questionnaire: 'cc' },
]

/** An open campaign over smallDefinition, no group merged into another, in which each group of each unit has 10 invited and 8 who answered. */
export function scoresInput(changes: Partial<ScoresInput>): ScoresInput {
  const units = ['p1', 'p2', 'f1', 'f2']
  return {
    campaign: 'thu',
    status: 'provisional',
    settled: false,
    revision: 3,
    definition: smallDefinition,
    minimumCell: 5,
    participation: units.flatMap((unit) =>
      ['ld', 'cc', 'xa'].map((group) => ({ unit, group, invited: 10, answered: 8 })),
    ),
    strata: units.flatMap((unit) => STRATA.map((stratum) => ({ unit, ...stratum }))),
    counted: units.map((unit) => ({ unit, counted: 20, withheld: 0 })),
    tally: [],
    imported: [],
    ...changes,
  }
}
