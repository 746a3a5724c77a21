import { createHash, randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../campaigns/canonical-json.ts'
import { ScoresView } from './schemas.ts'
import { smallDefinition } from './small-definition.fixture.ts'
import { criterion, scoresOf, survey, surveyOnly, unitOf } from './small-scores.fixture.ts'
import { everyone, scoresInput, tallyOf } from './small-tally.fixture.ts'

test('the document has the shape of the contract, in the order of the definition', () => {
  const scores = scoresOf({ tally: tallyOf('p1', everyone({ tot: 20 })) })
  expect(ScoresView.strict().parse(scores)).toEqual(scores)
  expect(scores.blocks.map(({ code, units }) => [code, units.map((unit) => unit.code)])).toEqual([
    ['p', ['p1', 'p2']],
    ['f', ['f1', 'f2']],
  ])
  const unit = scores.blocks[0]!.units[0]!
  expect(unit).toMatchObject({ invited: 30, answered: 24, counted: 20, points: 3, max: 10, complete: false })
  expect(unit.sources).toEqual([
    { code: 'ks', name: 'Khảo sát', origin: 'survey', points: 3, max: 4 },
    { code: 'dan', name: 'Người dân', origin: 'imported', points: null, max: 6 },
  ])
  expect(criterion(unit, '1.1')).toEqual({
    code: '1.1',
    name: 'Tiêu chí 1.1',
    domain: '1',
    points: 1.5,
    max: 2,
    valid: 20,
    noOpinion: 0,
  })
})

test('the total is rounded from the exact total, and says that the rounded parts do not add up', () => {
  // 2·(1/6) + 1.25·(1/6) + 0.75·(1/6) = 2/3; rounded parts 0.33 + 0.21 + 0.13 = 0.67
  const sixth = { 'rat-tot': 2, kem: 10 }
  expect(survey(unitOf({ tally: tallyOf('p1', everyone(sixth)) }, 'p1'))).not.toHaveProperty('roundedPartsDiffer')
  // 4·(1/7) = 0.5714…; rounded parts 0.29 + 0.18 + 0.11 = 0.58
  const seventh = { 'rat-tot': 1, kem: 6 }
  const unit = unitOf({ tally: tallyOf('p1', everyone(seventh)) }, 'p1')
  expect(unit.points).toBe(0.57)
  expect(survey(unit)).toMatchObject({ points: 0.57, roundedPartsDiffer: true })
})

test('a unit is complete when every source is known in full', () => {
  const unit = unitOf({ definition: surveyOnly(), tally: tallyOf('p1', everyone({ 'rat-tot': 20 })) }, 'p1')
  expect(unit).toMatchObject({ points: 4, complete: true })
})

describe('an imported source', () => {
  const set = (points: Record<string, Record<string, string>>) => ({
    ...{ source: 'dan', version: 2, on: '2024-12-05', digest: 'dau' },
    points,
  })
  const known = { tally: tallyOf('p1', everyone({ 'rat-tot': 20 })), imported: [set({ p1: { '8.1': '5.125' } })] }

  test('has the points that were brought in, and names the version; with it the unit is complete', () => {
    const unit = unitOf(known, 'p1')
    expect(unit.sources[1]).toEqual({
      ...{ code: 'dan', name: 'Người dân', origin: 'imported', points: 5.13, max: 6 },
      set: { version: 2, on: '2024-12-05', digest: 'dau' },
    })
    expect(unit).toMatchObject({ points: 9.13, complete: true })
    expect(criterion(unit, '8.1')).toEqual({
      ...{ code: '8.1', name: 'Hài lòng', domain: '1', points: 5.13, max: 6, valid: 0 },
    })
  })

  test('of a unit that was left out stays unknown, and so does a source that lacks one of its criteria', () => {
    expect(unitOf(known, 'p2').sources[1]).toEqual({
      ...{ code: 'dan', name: 'Người dân', origin: 'imported', points: null, max: 6 },
    })
    const [pooled, fixed] = smallDefinition.blocks
    const halves = ['8.1', '8.2'].map((code) => ({ ...pooled!.criteria[3]!, code, max: '3' }))
    const criteria = [...pooled!.criteria.slice(0, 3), ...halves]
    const definition = { ...smallDefinition, blocks: [{ ...pooled!, criteria }, fixed!] }
    const unit = unitOf({ ...known, definition, imported: [set({ p1: { '8.1': '2' } })] }, 'p1')
    expect(unit.sources[1]!.points).toBeNull()
    expect(criterion(unit, '8.1').points).toBe(2)
    expect(unit).toMatchObject({ points: 4, complete: false })
  })

  test('gives the survey’s own criteria nothing', () => {
    const unit = unitOf({ imported: [set({ p1: { '1.1': '2', '8.1': '1' } })], tally: [] }, 'p1')
    expect(criterion(unit, '1.1').points).toBeNull()
    expect(unit.points).toBe(1)
  })
})

describe('fixed weights', () => {
  const all = { ld: { 'rat-tot': 6 }, cc: { kha: 6 }, xa: { kem: 8 } }
  const q3 = { cc: all.cc, xa: all.xa }

  test('points come from the groups’ cells; a group that is not asked changes nothing', () => {
    const unit = unitOf({ tally: tallyOf('f1', { q1: all, q2: all, q3 }) }, 'f1')
    expect(criterion(unit, '1.1')).toMatchObject({ points: 1.3, valid: 20 }) // 2 × (0.5·1 + 0.3·0.5)
    expect(criterion(unit, '1.3')).toMatchObject({ points: 0.23, valid: 14 }) // 0.75 × 0.3·0.5 ÷ 0.5 = 0.225
    expect(criterion(unit, '1.3')).not.toHaveProperty('reweighted')
  })

  test('a group without a valid answer is made up for by the others, with a flag', () => {
    const silent = { ...all, ld: { 'khong-biet': 6 } }
    const unit = unitOf({ tally: tallyOf('f1', { q1: silent, q2: all, q3 }) }, 'f1')
    expect(criterion(unit, '1.1')).toMatchObject({ points: 0.6, valid: 14, reweighted: true })
  })

  test('merged groups carry the sum of their weights', () => {
    const merged = { 'ld+cc': { 'rat-tot': 6, kha: 6 }, xa: all.xa }
    const unit = unitOf({ tally: tallyOf('f1', { q1: merged, q2: all, q3 }) }, 'f1')
    expect(criterion(unit, '1.1')).toMatchObject({ points: 1.2 }) // 2 × 0.8·0.75
    expect(criterion(unit, '1.1')).not.toHaveProperty('reweighted')
  })

  test('one small group hides the criterion, because its mean could be read off the weighted sum', () => {
    const one = { ...all, ld: { tot: 1 } }
    const unit = unitOf({ tally: tallyOf('f1', { q1: one, q2: all, q3 }) }, 'f1')
    expect(criterion(unit, '1.1')).toMatchObject({ points: null, suppressed: true })
    expect(unit.hidden?.criteria).toEqual(['1.1'])
  })
})

describe('the digest', () => {
  const tally = [...tallyOf('p1', everyone({ tot: 9, kha: 4 })), ...tallyOf('p2', everyone({ kem: 5, '': 2 }))]

  test('is the SHA-256 of the canonical JSON of the rest', () => {
    const { digest, ...rest } = scoresOf({ tally })
    expect(digest).toBe(createHash('sha256').update(canonicalJson(rest)).digest('base64url'))
    expect(digest).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })

  test('does not depend on the order in which rows come from the database', () => {
    const seed = randomInt(2 ** 31)
    console.info(`build-scores.test seed ${seed}`)
    const expected = canonicalJson(scoresOf({ tally }))
    const input = scoresInput({})
    const shuffled = <Row>(rows: Row[]) => fc.shuffledSubarray(rows, { minLength: rows.length })
    fc.assert(
      fc.property(shuffled(tally), shuffled(input.participation), shuffled(input.counted), (rows, people, counted) => {
        expect(canonicalJson(scoresOf({ tally: rows, participation: people, counted }))).toBe(expected)
      }),
      { seed, numRuns: 50 },
    )
  })

  test('changes with any figure', () => {
    expect(scoresOf({ tally, revision: 4 }).digest).not.toBe(scoresOf({ tally }).digest)
    expect(scoresOf({ tally: tally.slice(1) }).digest).not.toBe(scoresOf({ tally }).digest)
  })
})
