import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainUnit } from '../../scoring/explain-unit.ts'
import { NO_OPINION, smallDefinition } from '../../scoring/small-definition.fixture.ts'
import { scoresInput } from '../../scoring/small-tally.fixture.ts'
import { planUnits } from '../../tally/audiences.ts'
import { shuffle } from '../../tally/draw-from-box.ts'
import { type CountedResponse, keepFinal } from '../../tally/final-cells.ts'
import { anonymiseMicrodata, type MicrodataRow, type UnitResponses } from './anonymise-microdata.ts'
import { gatherResponses } from './gather-responses.ts'

const K = 5
const LEVELS = smallDefinition.levels.map(({ value }) => value)
const OPTIONS = { levels: LEVELS, noOpinion: NO_OPINION, minimum: K, seed: 'thử' }
const QUESTIONS = ['q1', 'q2', 'q3']
const GROUPS = ['ld', 'cc', 'xa'] as const
const ASKED = { ld: ['q1', 'q2'], cc: QUESTIONS, xa: QUESTIONS }

type People = Partial<Record<(typeof GROUPS)[number], Record<string, string>[]>>

/** What close leaves of one unit, made by the real count, with the account that staff can read of it. */
function closedUnit(unit: 'p1' | 'f1', people: People) {
  const strata = GROUPS.map((group) => ({
    ...{ id: group, unit, group, groups: [group] as string[] },
    questionnaire: group === 'ld' ? 'ld' : 'cc',
  }))
  const plan = planUnits(smallDefinition, strata).get(unit)!
  const responses: CountedResponse[] = GROUPS.flatMap((group) =>
    (people[group] ?? []).map((answers) => ({
      stratum: group,
      answers: Object.fromEntries(Object.entries(answers).filter(([name]) => ASKED[group].includes(name))),
    })),
  )
  const { counts, rows } = keepFinal(plan, responses, K)
  const tally = [...Map.groupBy(counts, ({ cell, question }) => `${cell} ${question}`).values()].map((levels) => ({
    ...{ unit, cell: levels[0]!.cell, question: levels[0]!.question },
    counts: Object.fromEntries(levels.map(({ level, count }) => [level, count])),
  }))
  const counted = [{ unit, counted: responses.length, withheld: 0 }]
  const explanation = explainUnit(scoresInput({ settled: true, strata, tally, counted }), unit)!
  const block = smallDefinition.blocks.find(({ units }) => units.some(({ code }) => code === unit))!
  return { explanation, gathered: gatherResponses(block, explanation, strata, rows) }
}

const all = (number: number, answers: Record<string, string>) => Array.from({ length: number }, () => answers)
const alike = (level: string) => ({ q1: level, q2: level, q3: level })
const rowsOf = (people: People, unit: 'p1' | 'f1' = 'p1') =>
  anonymiseMicrodata(closedUnit(unit, people).gathered, OPTIONS)
const answersTo = (rows: MicrodataRow[], question: string, groups?: string) =>
  rows.filter((row) => groups === undefined || row.groups.join('+') === groups).map((row) => row.answers.get(question))

test('each response is a row with its unit, its groups and the levels it chose', () => {
  const rows = rowsOf({
    cc: [...all(5, alike('tot')), ...all(2, alike(NO_OPINION))],
    xa: all(6, { q1: 'kem', q2: 'kha' }),
  })
  expect(rows).toHaveLength(13)
  expect(answersTo(rows, 'q1', 'cc')).toEqual([...all(5, { level: 'tot' }), ...all(2, { level: NO_OPINION })])
  expect(answersTo(rows, 'q2', 'xa')).toEqual(all(6, { level: 'kha' }))
  expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['p1']))
})

test('a question that a group was not asked is told apart from one that is kept back', () => {
  const rows = rowsOf({
    ld: all(6, { q1: 'tot', q2: 'tot' }),
    cc: all(8, alike('tot')),
    xa: [...all(4, alike('kem')), ...all(2, { ...alike('kem'), q2: NO_OPINION })],
  })
  expect(new Set(answersTo(rows, 'q3', 'ld'))).toEqual(new Set(['unasked']))
  // Four valid answers of group xa are too few; six of ld give way with them, or the whole less cc and ld would show them.
  expect(new Set(answersTo(rows, 'q2', 'xa'))).toEqual(new Set(['withheld']))
  expect(new Set(answersTo(rows, 'q2', 'ld'))).toEqual(new Set(['withheld']))
  expect(answersTo(rows, 'q2', 'cc')).toEqual(all(8, { level: 'tot' }))
})

test('a criterion with fewer than k valid answers is kept back in every row of the unit', () => {
  const rows = rowsOf({
    cc: [...all(4, alike('tot')), ...all(4, { ...alike('tot'), q1: NO_OPINION })],
    xa: all(5, { q1: NO_OPINION, q2: 'tot', q3: 'tot' }),
  })
  expect(new Set(answersTo(rows, 'q1'))).toEqual(new Set(['withheld']))
  expect(answersTo(rows, 'q2', 'cc')).toEqual(all(8, { level: 'tot' }))
})

test('a cell under k goes into another one, and a unit under k is left out', () => {
  const unit = (rows: UnitResponses['rows']): UnitResponses => ({
    ...{ block: 'p', unit: 'p1', rows, strata: [] },
    questions: [
      {
        question: 'q1',
        domain: '1',
        everyone: [{ level: 'tot', count: rows.length }],
        cells: ['cc', 'xa'].map((group) => ({
          groups: [group],
          counts: [{ level: 'tot', count: rows.filter(({ groups }) => groups[0] === group).length }],
        })),
      },
    ],
  })
  const stored = (group: string, number: number) =>
    all(number, { q1: 'tot' }).map((answers) => ({ groups: [group], answers }))
  const rows = anonymiseMicrodata(unit([...stored('cc', 7), ...stored('xa', 3)]), OPTIONS)
  expect(new Set(rows.map(({ groups }) => groups.join('+')))).toEqual(new Set(['cc+xa']))
  expect(rows).toHaveLength(10)
  expect(anonymiseMicrodata(unit([...stored('cc', 2), ...stored('xa', 2)]), OPTIONS)).toEqual([])
})

test('rows that do not add up to the published counts keep that question back', () => {
  const { gathered } = closedUnit('p1', { cc: all(6, alike('tot')), xa: all(6, alike('tot')) })
  const altered = gathered.rows.map((row, at) => (at === 0 ? { ...row, answers: { ...row.answers, q1: 'kem' } } : row))
  const rows = anonymiseMicrodata({ ...gathered, rows: altered }, OPTIONS)
  expect(new Set(answersTo(rows, 'q1', gathered.rows[0]!.groups.join('+')))).toEqual(new Set(['withheld']))
  expect(answersTo(rows, 'q2')).toEqual(all(12, { level: 'tot' }))
})

test('what the rows themselves would give away by subtraction is kept back even where the account shows it', () => {
  const stored = (group: string, answers: Record<string, string>[]) =>
    answers.map((one) => ({ groups: [group], answers: one }))
  const careless: UnitResponses = {
    ...{ block: 'p', unit: 'p1', strata: [{ groups: ['cc', 'xa'], asked: new Set(['q1']) }] },
    rows: [...stored('cc', all(6, { q1: 'tot' })), ...stored('xa', [...all(2, { q1: 'kem' }), ...all(4, { q1: '' })])],
    questions: [
      {
        question: 'q1',
        domain: '1',
        everyone: [
          { level: 'tot', count: 6 },
          { level: 'kem', count: 2 },
          { level: '', count: 4 },
        ],
        cells: [{ groups: ['cc'], counts: [{ level: 'tot', count: 6 }] }],
      },
    ],
  }
  expect(answersTo(anonymiseMicrodata(careless, OPTIONS), 'q1')).toEqual([])
})

test('nothing of a response but its answers to scored questions leaves', () => {
  const { gathered } = closedUnit('p1', { cc: all(6, { ...alike('tot'), gop_y: 'Tôi là anh Sìn ở phòng Một cửa' }) })
  const withText = gathered.rows.map((row) => ({ ...row, answers: { ...row.answers, gop_y: 'Tôi là anh Sìn' } }))
  const rows = anonymiseMicrodata({ ...gathered, rows: withText }, OPTIONS)
  expect(rows).toHaveLength(6)
  for (const row of rows) expect([...row.answers.keys()]).toEqual(QUESTIONS)
})

const person = fc.record({
  q1: fc.constantFrom(...LEVELS, NO_OPINION),
  q2: fc.constantFrom(...LEVELS, NO_OPINION, NO_OPINION, ''),
  q3: fc.constantFrom('tot', NO_OPINION),
})
const group = fc.array(person, { maxLength: 12 })
const closed = fc
  .record({ unit: fc.constantFrom('p1' as const, 'f1' as const), ld: group, cc: group, xa: group })
  .filter(({ ld, cc, xa }) => ld.length + cc.length + xa.length >= K)

test('unit and groups single out nobody, whoever answered what', () => {
  fc.assert(
    fc.property(closed, ({ unit, ...people }) => {
      const cells = Map.groupBy(rowsOf(people, unit), ({ groups }) => groups.join('+'))
      for (const rows of cells.values()) expect(rows.length).toBeGreaterThanOrEqual(K)
    }),
  )
})

test('published counts less those of any rows leave nobody, or at least k valid answers', () => {
  fc.assert(
    fc.property(closed, ({ unit, ...people }) => {
      const { explanation, gathered } = closedUnit(unit, people)
      const rows = anonymiseMicrodata(gathered, OPTIONS)
      for (const { question, everyone } of gathered.questions) {
        const cells = [...Map.groupBy(rows, ({ groups }) => groups.join('+')).values()]
          .map((cell) => cell.map(({ answers }) => answers.get(question)!))
          .filter((answers) => answers.every((answer) => typeof answer === 'object'))
        const valid = (levels: string[]) => levels.filter((level) => LEVELS.includes(level)).length
        const sizes = cells.map((answers) => valid(answers.map((answer) => (answer as { level: string }).level)))
        if (everyone === null) expect(sizes).toEqual([])
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(K)
        const asked = (everyone ?? []).reduce((sum, { count }) => sum + count, 0)
        const whole = (everyone ?? []).reduce((sum, { level, count }) => sum + (LEVELS.includes(level) ? count : 0), 0)
        const rest = whole - sizes.reduce((sum, size) => sum + size, 0)
        const restAsked = asked - cells.reduce((sum, cell) => sum + cell.length, 0)
        if (restAsked > 0 || rest > 0) expect(rest).toBeGreaterThanOrEqual(K)
        // And nothing stands in a row that the account of the unit keeps back.
        const criterion = explanation.criteria.find(({ code }) => code === `1.${question[1]}`)!
        const shownGroups = (criterion.groups ?? []).filter(({ counts }) => counts).length
        expect(cells.length).toBeLessThanOrEqual(shownGroups)
      }
    }),
  )
})

test('the order in which responses are stored leaves no trace', () => {
  fc.assert(
    fc.property(closed, fc.infiniteStream(fc.nat()), ({ unit, ...people }, numbers) => {
      const { gathered } = closedUnit(unit, people)
      const random = (below: number) => (numbers.next().value as number) % below
      const shuffled = { ...gathered, rows: shuffle(gathered.rows, random) }
      expect(anonymiseMicrodata(shuffled, OPTIONS)).toEqual(anonymiseMicrodata(gathered, OPTIONS))
    }),
  )
})
