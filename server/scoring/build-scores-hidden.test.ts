import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildScores } from './build-scores.ts'
import { explainUnit } from './explain-unit.ts'
import { criterion, scoresOf, survey, surveyOnly, unitOf } from './small-scores.fixture.ts'
import { everyone, scoresInput, tallyOf } from './small-tally.fixture.ts'

describe('what is hidden while the campaign is open', () => {
  test('a unit with fewer counted responses than the minimum says how many it takes', () => {
    const unit = unitOf({ counted: [], tally: [] }, 'p1')
    expect(unit).toMatchObject({
      counted: 0,
      points: 0,
      complete: false,
      hidden: { reason: 'few-responses', needed: 5, criteria: [] },
    })
    expect(survey(unit).points).toBeNull()
    expect(unit.criteria.map(({ points, suppressed }) => [points, suppressed])).toEqual(
      Array(4).fill([null, undefined]),
    )
  })

  test('a criterion under the minimum is suppressed, and the total waits for it', () => {
    const tally = tallyOf('p1', { ...everyone({ tot: 20 }), q2: { '*': { tot: 4, 'khong-biet': 16 } } })
    const unit = unitOf({ tally }, 'p1')
    expect(criterion(unit, '1.2')).toMatchObject({ points: null, valid: 4, suppressed: true })
    expect(criterion(unit, '1.2')).not.toHaveProperty('noOpinion')
    expect(criterion(unit, '1.1')).toMatchObject({ points: 1.5, valid: 20 })
    expect(survey(unit).points).toBeNull()
    expect(unit.hidden).toEqual({ reason: 'few-answers', needed: 5, criteria: ['1.2'] })
  })

  test('what is hidden cannot be told from the document: other answers of as many people give the same bytes', () => {
    const tally = (hidden: Record<string, number>) =>
      tallyOf('p1', { ...everyone({ tot: 20 }), q2: { '*': { ...hidden, 'khong-biet': 16 } } })
    expect(scoresOf({ tally: tally({ 'rat-tot': 4 }) })).toEqual(scoresOf({ tally: tally({ kem: 3, tot: 1 }) }))
  })

  test('a criterion without a valid answer has no points and is waited for', () => {
    const tally = tallyOf('p1', { ...everyone({ tot: 20 }), q3: { '*': { 'khong-biet': 20 } } })
    const unit = unitOf({ tally }, 'p1')
    expect(criterion(unit, '1.3')).toMatchObject({ points: null, valid: 0 })
    expect(criterion(unit, '1.3')).not.toHaveProperty('suppressed')
    expect(unit.hidden).toMatchObject({ criteria: ['1.3'] })
  })

  test('a criterion that nobody in the unit was invited to judge is not waited for, and the source says so', () => {
    const strata = [{ unit: 'p1', groups: ['ld'], questionnaire: 'ld' }]
    const tally = tallyOf('p1', { q1: { '*': { tot: 8 } }, q2: { '*': { tot: 8 } } })
    const unit = unitOf({ tally, strata }, 'p1')
    expect(survey(unit)).toMatchObject({ points: 2.44, without: ['1.3'] })
    expect(unit).not.toHaveProperty('hidden')
  })

  test('what counts is the questionnaire handed out: merged groups are not waited for to answer their own', () => {
    const strata = [{ unit: 'p1', groups: ['ld', 'cc', 'xa'], questionnaire: 'ld' }]
    const tally = tallyOf('p1', { q1: { '*': { tot: 20 } }, q2: { '*': { tot: 20 } } })
    const unit = unitOf({ tally, strata }, 'p1')
    expect(survey(unit)).toMatchObject({ points: 2.44, without: ['1.3'] })
    expect(unit).not.toHaveProperty('hidden')
  })
})

describe('after close', () => {
  test('the total is handed over without the small criterion, which is named and hides no other', () => {
    const q2 = { '*': { 'rat-tot': 4, 'khong-biet': 16 } }
    const unit = unitOf({ settled: true, tally: tallyOf('p1', { ...everyone({ tot: 20 }), q2 }) }, 'p1')
    // 0.75 × (2 + 0.75) = 2.0625; rounded parts 1.5 + 0.56
    expect(survey(unit)).toEqual({
      ...{ code: 'ks', name: 'Khảo sát', origin: 'survey' },
      ...{ points: 2.06, max: 4, without: ['1.2'] },
    })
    expect(unit.criteria.map(({ code, points, suppressed }) => [code, points, suppressed])).toEqual([
      ['1.1', 1.5, undefined],
      ['1.2', null, true],
      ['1.3', 0.56, undefined],
      ['8.1', null, undefined],
    ])
    expect(unit).not.toHaveProperty('hidden')
  })

  test('a small criterion leaves the unit incomplete', () => {
    const q2 = { '*': { kem: 4, 'khong-biet': 16 } }
    const tally = tallyOf('p1', { ...everyone({ tot: 20 }), q2 })
    expect(unitOf({ settled: true, definition: surveyOnly(), tally }, 'p1').complete).toBe(false)
  })

  test('where every criterion is small there are no points', () => {
    const unit = unitOf({ settled: true, tally: tallyOf('p1', everyone({ tot: 4, 'khong-biet': 16 })) }, 'p1')
    expect(survey(unit).points).toBeNull()
    expect(unit).toMatchObject({ points: 0, hidden: { reason: 'few-answers', criteria: ['1.1', '1.2', '1.3'] } })
  })

  test('a criterion that nobody judged adds nothing, is named, and leaves the unit incomplete', () => {
    const definition = surveyOnly()
    const tally = tallyOf('p1', { ...everyone({ tot: 20 }), q3: { '*': { 'khong-biet': 20 } } })
    const unit = unitOf({ settled: true, definition, tally }, 'p1')
    expect(survey(unit)).toMatchObject({ points: 2.44, max: 4, without: ['1.3'] })
    expect(unit).toMatchObject({ points: 2.44, complete: false })
  })

  test('a unit whose responses were withheld says how many, and has no points', () => {
    const unit = unitOf({ settled: true, counted: [{ unit: 'p1', counted: 0, withheld: 3 }] }, 'p1')
    expect(unit).toMatchObject({ counted: 0, withheld: 3, hidden: { reason: 'few-responses', needed: 5 } })
  })
})

/** Few enough that many a criterion is small. */
const someCounts = fc.dictionary(fc.constantFrom('rat-tot', 'kha', 'kem', 'khong-biet', ''), fc.nat(6))
const countsOf = (...cells: string[]) => fc.record(Object.fromEntries(cells.map((cell) => [cell, someCounts])))

test('nothing published, open or settled, depends on what the answers of a hidden criterion were', () => {
  const seed = randomInt(2 ** 31)
  console.info(`build-scores-hidden.test seed ${seed}`)
  const k = scoresInput({}).minimumCell
  const validOf = (counts: Record<string, number>) => (counts['rat-tot'] ?? 0) + (counts.kha ?? 0) + (counts.kem ?? 0)
  const isSmall = (cells: Record<string, Record<string, number>>) =>
    Object.values(cells).some((counts) => validOf(counts) > 0 && validOf(counts) < k)
  /** As many valid answers in each cell, but all of them "kem". */
  const worsened = (cells: Record<string, Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(cells).map(([cell, counts]) => {
        const { 'rat-tot': _, kha: __, kem: ___, ...rest } = counts
        return [cell, { ...rest, kem: validOf(counts) }]
      }),
    )
  const published = (unit: string, questions: Parameters<typeof tallyOf>[1], settled: boolean) => {
    const input = scoresInput({ settled, tally: tallyOf(unit, questions) })
    const { criteria, ...explained } = explainUnit(input, unit)!
    return { scores: buildScores(input), criteria, explained }
  }
  const byGroup = countsOf('ld', 'cc', 'xa')
  const units = fc.oneof(
    fc.record({
      unit: fc.constant('p1'),
      questions: fc.record({ q1: countsOf('*'), q2: countsOf('*'), q3: countsOf('*') }),
    }),
    fc.record({
      unit: fc.constant('f1'),
      questions: fc.record({ q1: byGroup, q2: byGroup, q3: countsOf('cc', 'xa') }),
    }),
  )
  fc.assert(
    fc.property(units, fc.boolean(), ({ unit, questions }, settled) => {
      const others = Object.fromEntries(
        Object.entries(questions).map(([name, cells]) => [name, isSmall(cells) ? worsened(cells) : cells]),
      )
      expect(published(unit, others, settled)).toEqual(published(unit, questions, settled))
    }),
    { seed, numRuns: 200 },
  )
})
