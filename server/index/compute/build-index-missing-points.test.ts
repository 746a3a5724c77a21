import { describe, expect, test } from 'vitest'
import { appraisedPoints, citizensPoints, smallIndexDefinition } from '../small-index.fixture.ts'
import { buildIndex } from './build-index.ts'
import {
  type Counts,
  finalInput,
  indexInput,
  scoresInput,
  setOf,
  tallyOf,
  unitOf,
  without,
} from './index-input.fixture.ts'
import type { IndexInput } from './index-input.ts'

describe('what it waits for', () => {
  const waiting = (changes: Parameters<typeof indexInput>[0]) => buildIndex(indexInput(changes)).waiting
  const sets = (changes: Partial<IndexInput['sets']>) => ({ ...indexInput().sets, ...changes })
  test.each([
    ['open', ['survey-running']],
    ['paused', ['survey-running']],
    ['closed', ['survey-not-final']],
    ['final', ['not-frozen']],
  ] as const)('of a campaign that is %s: %j', (status, expected) => {
    expect(waiting({ status })).toEqual(expected)
  })

  test('points that were not brought in, wholly or of one unit', () => {
    expect(waiting({ sets: sets({ appraised: null }) })).toEqual(['survey-running', 'appraised-missing'])
    const some = setOf(without(citizensPoints, 'MC'))
    expect(waiting({ sets: sets({ imported: [{ source: 'nguoi-dan', set: some }] }) })).toEqual([
      'survey-running',
      'imported-missing',
    ])
  })

  test('nothing once it is frozen', () => {
    expect(buildIndex(finalInput())).toMatchObject({ status: 'final', waiting: [] })
  })
})

describe('a unit that misses points', () => {
  const { STC: _, ...others } = appraisedPoints
  const index = buildIndex(
    indexInput({
      sets: { ...indexInput().sets, appraised: setOf({ ...others, STC: { '1.1.1': '12.5', '2.1': '20' } }) },
    }),
  )

  test('has the sum of what is known, the names of what is missing, and neither rank nor class', () => {
    expect(unitOf(index, 'STC')).toMatchObject({
      points: 57.5,
      complete: false,
      missing: ['1.1.2', '2.2.1'],
      rank: null,
      tied: false,
      class: null,
      change: null,
      parts: { appraised: null, survey: 25 },
    })
  })

  test('may still get them: its total reaches from none to all of the missing', () => {
    const { total } = unitOf(index, 'STC').ranges
    const { total: whole } = unitOf(buildIndex(indexInput()), 'STC').ranges
    // Without 17 + 13,75 that were there; with 17,5 + 15 at most.
    expect(total).toEqual({
      low: expect.closeTo(whole.low - 65.5 + 32.5, 9),
      high: expect.closeTo(whole.high - 65.5 + 65, 9),
    })
  })

  test('leaves the others their ranks', () => {
    expect(index.blocks[0]!.units.map(({ rank }) => rank)).toEqual([1, null, 2, 3])
  })

  test('has no place among them, even where it has more points already', () => {
    const low = Object.fromEntries(
      Object.entries(appraisedPoints).map(([code, points]) => [code, { ...points, '2.1': '0' }]),
    )
    const { '2.1': _, ...most } = appraisedPoints.STC!
    const sets = { ...indexInput().sets, appraised: setOf({ ...low, STC: { ...most, '1.1.2': '17.5' } }) }
    const [first] = buildIndex(indexInput({ sets })).blocks
    expect(first!.units.map(({ rank }) => rank)).toEqual([1, null, 2, 3])
    expect(first!.units[1]!.points).toBeGreaterThan(first!.units[2]!.points!)
  })

  test('that has nothing at all has no points', () => {
    const sets = { self: null, appraised: null, imported: [{ source: 'nguoi-dan', set: null }] }
    const unit = unitOf(buildIndex(indexInput({ sets, scores: { tally: [] } })), 'SNV')
    expect(unit).toMatchObject({ points: null, exact: null, complete: false, rank: null })
    expect(unit.domains.map(({ points }) => points)).toEqual([null, null, null])
    expect(unit.ranges).toMatchObject({
      total: { low: 0, high: 100 },
      rank: { best: 1, worst: 4 },
      class: { best: 'A', worst: 'D' },
    })
  })
})

test('a unit of which no point at all is known has neither rank nor class, frozen or not', () => {
  const { scores } = indexInput()
  const others = <Row extends { unit: string }>(rows: Row[]) => rows.filter(({ unit }) => unit !== 'SNV')
  const sets = { self: null, appraised: null, imported: [{ source: 'nguoi-dan', set: null }] }
  const index = buildIndex(
    finalInput({ sets, scores: { tally: others(scores.tally), counted: others(scores.counted) } }),
  )
  expect(unitOf(index, 'SNV')).toMatchObject({ points: null, rank: null, class: null })
  expect(unitOf(index, 'STC')).toMatchObject({ rank: expect.any(Number) })
})

describe('suppression', () => {
  const tally = tallyOf(
    smallIndexDefinition,
    (unit, group, question): Counts =>
      unit === 'SNV' && question === 'q2' ? { tot: group === 'ld' ? 4 : 0, 'khong-biet': 4 } : { tot: 8 },
  )

  test('a hidden criterion has no points, can be anything, and leaves no interval', () => {
    const open = unitOf(buildIndex(indexInput({ scores: { tally } })), 'SNV')
    expect(open.criteria).toContainEqual({ code: '2.2.2', points: null, exact: null })
    expect(open).toMatchObject({ complete: false, rank: null, missing: ['2.2.2'], parts: { survey: null } })
    // Of 20 people 16 counted: q1 is 12 × 12/20 … 12 × 16/20; q2 the whole 0 … 8.
    expect(open.ranges).toMatchObject({ survey: { low: 7.2, high: 17.6 }, interval: null })
  })

  test('an interval never reaches beyond what the silent could make of the points', () => {
    // 6 of 20 counted, half of them best and half worst: the normal interval is wider than 0 … max allows for.
    const few = tallyOf(smallIndexDefinition, () => ({ 'rat-tot': 3, kem: 3 }))
    const invited = scoresInput().participation.map((row) => ({ ...row, invited: 7 }))
    const { blocks } = buildIndex(indexInput({ scores: { tally: few, participation: invited } }))
    const { survey, interval } = blocks[0]!.units[0]!.ranges
    // Of 14 people 12 counted: 20 × 6/14 … 20 × 8/14.
    expect([survey, interval]).toEqual([
      { low: 8.57, high: 11.43 },
      { low: 8.57, high: 11.43 },
    ])
  })

  test('a unit of which nobody was invited has no range and no interval', () => {
    const others = <Row extends { unit: string }>(rows: Row[]) => rows.filter(({ unit }) => unit !== 'SNV')
    const { participation, strata, tally: rows, counted } = scoresInput()
    const scores = {
      participation: others(participation),
      strata: others(strata),
      tally: others(rows),
      counted: others(counted),
    }
    const unit = unitOf(buildIndex(indexInput({ scores })), 'SNV')
    expect(unit.ranges).toMatchObject({ survey: null, interval: null })
    expect(unit.ranges.total.low).toBe(unit.ranges.total.high)
  })

  test('after close the unit is ranked without it, and what the silent could have made stays as wide', () => {
    const closed = unitOf(buildIndex(indexInput({ status: 'closed', scores: { tally, settled: true } })), 'SNV')
    expect(closed).toMatchObject({ complete: false, rank: 4, missing: ['2.2.2'], parts: { survey: 18.5 } })
    expect(closed.ranges).toMatchObject({ survey: { low: 7.2, high: 17.6 }, interval: null })
    expect(closed.ranges.total).toEqual({ low: closed.points, high: closed.points })
  })
})

test('when no answer can arrive, total, rank and class have one value left, and the silent still have a range', () => {
  const index = buildIndex(finalInput())
  for (const unit of index.blocks.flatMap(({ units }) => units)) {
    expect(unit.ranges).toMatchObject({
      total: { low: unit.points, high: unit.points },
      rank: { best: unit.rank, worst: unit.rank },
      class: { best: unit.class, worst: unit.class },
    })
    expect(unit.ranges.survey!.high).toBeGreaterThan(unit.ranges.survey!.low)
  }
})
