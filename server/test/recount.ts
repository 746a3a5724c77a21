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

/**
 * After close: every known response is counted once and none twice, in every unit and cell, question by question and
 * level by level. Needs at least k people in every unit.
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

    const stored = await sql<{ unit: string; answers: Answers }[]>`SELECT unit, answers FROM answer.responses`
    expect(stored.map(written).sort()).toEqual(known.map(written).sort())

    const rows = await sql<{ unit: string; cell: string; question: string; level: string; count: number }[]>`
      SELECT unit, cell, question, level, count FROM answer.tally WHERE count > 0`
    const counted = Object.fromEntries(
      rows.map((row) => [keyOf(row.unit, row.cell, row.question, row.level), row.count]),
    )
    const cells = [...new Set(rows.map(({ unit, cell }) => JSON.stringify([unit, cell])))].map(
      (cell) => JSON.parse(cell) as [string, string],
    )
    expect(counted).toEqual(recount(definition, known, cells))
  } finally {
    await sql.end()
  }
}

/** `cells`: unit and cell, "*" for everybody of the unit, else codes of groups joined by "+". */
function recount(definition: Definition, known: Known[], cells: [string, string][]): Counts {
  const scored = new Set(definition.blocks.flatMap((block) => block.criteria.map(({ question }) => question)))
  return countBy(
    cells.flatMap(([unit, cell]) =>
      known
        .filter((one) => one.unit === unit && (cell === '*' || cell.split('+').includes(one.group)))
        .flatMap(({ answers }) =>
          Object.entries(answers).flatMap(([question, level]) =>
            scored.has(question) ? [keyOf(unit, cell, question, String(level))] : [],
          ),
        ),
    ),
  )
}

function countBy(keys: string[]): Counts {
  const counts: Counts = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const keyOf = (...parts: string[]): string => parts.join(' ')
const written = ({ unit, answers }: { unit: string; answers: Answers }): string =>
  JSON.stringify([unit, ...Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))])
