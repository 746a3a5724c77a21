import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedOf } from '../test/seed.ts'
import type { PlannedStratum, UnitPlan } from './audiences.ts'
import { keepFinal } from './final-cells.ts'

const QUESTIONS = ['q1', 'q2', 'q3', 'q4', 'q5']

/** Up to five strata, each with some of the questions and some responses that answer everything they were asked. */
const units = fc
  .record({
    pooled: fc.boolean(),
    k: fc.integer({ min: 3, max: 6 }),
    strata: fc.array(fc.record({ people: fc.nat({ max: 14 }), asked: fc.subarray(QUESTIONS, { minLength: 1 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ pooled, k, strata }) => {
    const planned: PlannedStratum[] = strata.map(({ asked }, index) => ({
      ...{ id: `s${index}`, group: `g${index}`, groups: [`g${index}`] },
      ...{ questionnaire: asked.join(), asked: new Set(asked), liveCell: '*' },
    }))
    const plan: UnitPlan = { unit: 'u', strata: planned, audiences: [], pooled, questions: QUESTIONS }
    const responses = strata.flatMap(({ people, asked }, index) =>
      Array.from({ length: people }, () => ({
        stratum: `s${index}`,
        answers: Object.fromEntries(asked.map((question) => [question, 'tot'])),
      })),
    )
    return { plan, k, responses }
  })
  .filter(({ responses, k }) => responses.length >= k)

const property = (check: (unit: { plan: UnitPlan; k: number; kept: ReturnType<typeof keepFinal> }) => void) =>
  fc.assert(
    fc.property(units, ({ plan, k, responses }) => check({ plan, k, kept: keepFinal(plan, responses, k) })),
    { seed: seedOf('final-cells.test'), numRuns: 3_000 },
  )

test('no row is singled out by its cell or by the questions that it lacks', () => {
  property(({ k, kept }) => {
    const alike = Map.groupBy(kept.rows, (row) => JSON.stringify([row.groups, Object.keys(row.answers).sort()]))
    for (const rows of alike.values()) expect(rows.length).toBeGreaterThanOrEqual(k)
  })
})

test('the counts of everybody less those of the cells, or less those of the rows, are of nobody or at least k', () => {
  property(({ plan, k, kept }) => {
    for (const question of QUESTIONS) {
      const of = (cells: (cell: string) => boolean) =>
        kept.counts.filter((c) => c.question === question && cells(c.cell)).reduce((sum, c) => sum + c.count, 0)
      const inRows = kept.rows.filter((row) => question in row.answers).length
      const cells = of((cell) => cell !== '*')
      const differences = plan.pooled ? [of((cell) => cell === '*') - cells, of((cell) => cell === '*') - inRows] : []
      for (const difference of [...differences, Math.abs(cells - inRows)]) {
        if (difference > 0) expect(difference).toBeGreaterThanOrEqual(k)
      }
    }
  })
})

test('every response keeps a row, and everybody asked is in the counts of everybody', () => {
  property(({ plan, k, kept }) => {
    if (!plan.pooled) return
    for (const question of QUESTIONS) {
      const asked = kept.counts.filter((c) => c.cell === '*' && c.question === question)
      const base = asked.reduce((sum, c) => sum + c.count, 0)
      expect(base === 0 || base >= k).toBe(true)
    }
  })
  const stratum = { id: 's', group: 'g', groups: ['g'], questionnaire: 'q', asked: new Set(['q1']), liveCell: '*' }
  const plan: UnitPlan = { unit: 'u', strata: [stratum], audiences: [], pooled: true, questions: ['q1'] }
  const responses = Array.from({ length: 7 }, (_, index) => ({
    stratum: 's',
    answers: { q1: index < 3 ? 'tot' : 'kem' },
  }))
  const kept = keepFinal(plan, responses, 5)
  expect(kept.rows).toHaveLength(7)
  expect(kept.counts).toContainEqual({ cell: '*', question: 'q1', level: 'kem', count: 4 })
  expect(kept.counts).toContainEqual({ cell: 'g', question: 'q1', level: 'tot', count: 3 })
})

test('one council deputy merged with seven officials keeps no answer that the officials’ rows do not have', () => {
  const strata: PlannedStratum[] = [
    { id: 'a', group: 'HDND', groups: ['HDND'], questionnaire: 'x', asked: new Set(['q1', 'q2']), liveCell: '*' },
    { id: 'b', group: 'CCH', groups: ['CCH'], questionnaire: 'y', asked: new Set(['q1', 'q2', 'q3']), liveCell: '*' },
  ]
  const plan: UnitPlan = { unit: 'u', strata, audiences: [], pooled: true, questions: ['q1', 'q2', 'q3'] }
  const one = { stratum: 'a', answers: { q1: 'kem', q2: 'kem' } }
  const seven = Array.from({ length: 7 }, () => ({ stratum: 'b', answers: { q1: 'tot', q2: 'tot', q3: 'tot' } }))
  const { rows } = keepFinal(plan, [one, ...seven], 5)
  expect(new Set(rows.map((row) => Object.keys(row.answers).join()))).toEqual(new Set(['q1,q2']))
})
