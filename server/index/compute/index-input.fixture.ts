/** An index without a database: smallIndexDefinition, 10 invited and 8 counted in each group of each unit, everything brought in. */
import type { Definition } from '../../campaigns/definition.ts'
import type { PointTable } from '../../db/index-schema.ts'
import type { ScoresInput } from '../../scoring/build-scores.ts'
import type { TallyRow } from '../../scoring/sort-tally.ts'
import { appraisedPoints, citizensPoints, smallIndexDefinition } from '../small-index.fixture.ts'
import type { IndexInput, SetInput } from './index-input.ts'
import type { IndexDocument } from './schemas.ts'

export type Counts = Record<string, number>

export function setOf(points: PointTable, changes: Partial<SetInput> = {}): SetInput {
  return { round: 1, version: 1, on: '2025-12-01', digest: 'dau-van-tay', points, ...changes }
}

/** Cells "*" and those of all groups, as close leaves them: each question answered in each group by `answers`. */
export function tallyOf(definition: Definition, answers: (unit: string, group: string, question: string) => Counts) {
  return definition.blocks.flatMap((block) =>
    block.units.flatMap(({ code: unit }) =>
      block.criteria.flatMap(({ question }): TallyRow[] => {
        if (question === undefined) return []
        const cells = block.groups.map(({ code }) => ({ cell: code, counts: answers(unit, code, question) }))
        const whole: Counts = {}
        for (const { counts } of cells)
          for (const [level, count] of Object.entries(counts)) whole[level] = (whole[level] ?? 0) + count
        return [{ cell: '*', counts: whole }, ...cells].map((cell) => ({ unit, question, ...cell }))
      }),
    ),
  )
}

/** Of a unit by its place in its block: that many "rat-tot" of eight in each group, the others "tot". */
const oneBetterEach = (definition: Definition) => (unit: string) => {
  const place = definition.blocks.flatMap(({ units }) => units).findIndex(({ code }) => code === unit)
  return { 'rat-tot': Math.min(place, 8), tot: Math.max(0, 8 - place) }
}

export function scoresInput(changes: Partial<ScoresInput> = {}): ScoresInput {
  const definition = changes.definition ?? smallIndexDefinition
  const units = definition.blocks.flatMap(({ units, groups }) => units.map(({ code }) => ({ unit: code, groups })))
  return {
    campaign: 'chi-so-2025',
    status: 'provisional',
    settled: false,
    revision: 3,
    definition,
    minimumCell: 5,
    participation: units.flatMap(({ unit, groups }) =>
      groups.map((group) => ({ unit, group: group.code, invited: 10, answered: 8 })),
    ),
    strata: units.flatMap(({ unit, groups }) =>
      groups.map(({ code, questionnaire }) => ({ unit, groups: [code], questionnaire })),
    ),
    counted: units.map(({ unit, groups }) => ({ unit, counted: 8 * groups.length, withheld: 0 })),
    tally: tallyOf(definition, oneBetterEach(definition)),
    imported: [],
    ...changes,
  }
}

/** An open campaign of which all points that are brought in are there, without a year before. */
export function indexInput({
  scores,
  ...changes
}: Partial<Omit<IndexInput, 'scores'>> & { scores?: Partial<ScoresInput> } = {}): IndexInput {
  return {
    title: 'Chỉ số thử năm 2025',
    status: 'open',
    freeze: false,
    opensOn: '2025-11-01',
    closedOn: null,
    scores: scoresInput(scores),
    sets: {
      self: null,
      appraised: setOf(appraisedPoints),
      imported: [{ source: 'nguoi-dan', set: setOf(citizensPoints) }],
    },
    past: null,
    ...changes,
  }
}

/** The same, closed and final, as it is frozen. */
export function finalInput({ scores, ...changes }: Parameters<typeof indexInput>[0] = {}): IndexInput {
  return indexInput({
    ...{ status: 'final', freeze: true, closedOn: '2025-11-30' },
    ...changes,
    scores: { status: 'final', settled: true, ...scores },
  })
}

export const unitOf = (index: IndexDocument, code: string) =>
  index.blocks.flatMap(({ units }) => units).find((unit) => unit.code === code)!
/** The table without one of its keys. */
export const without = <Value>(table: Record<string, Value>, key: string) =>
  Object.fromEntries(Object.entries(table).filter(([one]) => one !== key))
