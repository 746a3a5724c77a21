/**
 * Counts once more, from what the test's own phones have sent, what the system must have counted, and holds every table
 * of the answer side against it. Shares no code with tally/.
 */
import postgres from 'postgres'
import { expect } from 'vitest'
import type { Definition } from '../campaigns/definition.ts'
import type { Answers } from '../responses/validate-answers.ts'

export type Known = { unit: string; group: string; answers: Answers; receipt: string }

type Counts = Record<string, number>
type Row = { unit: string; groups: string[]; answers: Answers }
type TallyRow = { unit: string; cell: string; question: string; level: string; count: number }

/**
 * After close: every known response is counted once and none twice, in every unit and cell, question by question and
 * level by level, and what is left out of a cell is left out as a whole. Needs at least k people in every unit.
 */
export async function expectCountedOnce(databaseUrl: string, definition: Definition, known: Known[]): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  try {
    expect(await sql`SELECT id FROM answer.box UNION ALL SELECT id FROM answer.drawn`).toHaveLength(0)

    const units = await sql<{ unit: string; counted: number; withheld: number }[]>`SELECT * FROM answer.unit_counts`
    expect(Object.fromEntries(units.map(({ unit, counted }) => [unit, counted]))).toEqual(
      countBy(known.map(({ unit }) => unit)),
    )
    expect(units.filter(({ withheld }) => withheld > 0)).toEqual([])

    const rows = await sql<Row[]>`SELECT unit, groups, answers FROM answer.responses`
    expectRows(rows, known, definition.minimumCell)
    expectTally(await sql<TallyRow[]>`SELECT unit, cell, question, level, count FROM answer.tally`, definition, known)
  } finally {
    await sql.end()
  }
}

/** Every response has its row, whole but for the questions that its cell keeps of nobody. */
function expectRows(rows: Row[], known: Known[], k: number): void {
  const cells = Map.groupBy(rows, ({ unit, groups }) => JSON.stringify([unit, groups]))
  const expected: string[] = []
  for (const those of cells.values()) {
    const { unit, groups } = those[0]!
    const kept = new Set(those.flatMap(({ answers }) => Object.keys(answers)))
    const members = known.filter((one) => one.unit === unit && groups.includes(one.group))
    expected.push(...members.map(({ answers }) => written(unit, groups, answers, kept)))
    // Every question that is kept was answered by k of the cell at least (these phones leave none empty).
    for (const name of kept) expect(members.filter(({ answers }) => name in answers).length).toBeGreaterThanOrEqual(k)
  }
  expect(rows.map(({ unit, groups, answers }) => written(unit, groups, answers)).sort()).toEqual(expected.sort())
}

function expectTally(rows: TallyRow[], definition: Definition, known: Known[]): void {
  const counted = Object.fromEntries(rows.map((row) => [keyOf(row.unit, row.cell, row.question, row.level), row.count]))
  const kept = new Set(rows.map(({ unit, cell, question }) => keyOf(unit, cell, question)))
  const expected = known.flatMap(({ unit, group, answers }) => {
    const cells = new Set(rows.filter((row) => row.unit === unit && includes(row.cell, group)).map(({ cell }) => cell))
    return Object.entries(answers).flatMap(([question, level]) =>
      [...cells].flatMap((cell) =>
        kept.has(keyOf(unit, cell, question)) ? [keyOf(unit, cell, question, String(level))] : [],
      ),
    )
  })
  expect(counted).toEqual(countBy(expected))
  expectNothingMissing(kept, definition, known)
}

/** Of each unit and scored question: everybody's counts where groups are pooled, and never else; by group else. */
function expectNothingMissing(kept: Set<string>, { blocks, minimumCell: k }: Definition, known: Known[]): void {
  for (const { units, weighting, criteria } of blocks) {
    for (const { code: unit } of units) {
      for (const { question } of criteria) {
        if (question === undefined) continue
        const asked = known.filter((one) => one.unit === unit && question in one.answers)
        const everybody = kept.has(keyOf(unit, '*', question))
        expect(everybody, keyOf(unit, '*', question)).toBe(weighting === 'pooled' && asked.length >= k)
        const groups = [...kept]
          .map((key) => key.split(' '))
          .filter(([u, c, q]) => u === unit && c !== '*' && q === question)
        const rest = asked.filter(({ group }) => !groups.some(([, cell]) => includes(cell!, group))).length
        // Whoever is in no cell is one of k where subtraction finds them, and too few for a cell where it does not.
        if (weighting === 'pooled')
          expect(rest === 0 || rest >= k || groups.length === 0, keyOf(unit, question)).toBe(true)
        else
          for (const [group, those] of Map.groupBy(asked, (one) => one.group))
            if (those.length >= k)
              expect(
                groups.some(([, cell]) => includes(cell!, group)),
                keyOf(unit, group, question),
              ).toBe(true)
      }
    }
  }
}

/** `cell`: "*" for everybody of the unit, else codes of groups joined by "+". */
const includes = (cell: string, group: string): boolean => cell === '*' || cell.split('+').includes(group)

function countBy(keys: string[]): Counts {
  const counts: Counts = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const keyOf = (...parts: string[]): string => parts.join(' ')
const written = (unit: string, groups: string[], answers: Answers, kept?: Set<string>): string =>
  JSON.stringify([
    unit,
    groups,
    ...Object.entries(answers)
      .filter(([name]) => kept === undefined || kept.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
