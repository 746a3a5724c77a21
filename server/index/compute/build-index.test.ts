import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../campaigns/canonical-json.ts'
import { buildScores } from '../../scoring/build-scores.ts'
import { appraisedPoints, citizensPoints, smallIndexDefinition } from '../small-index.fixture.ts'
import { buildIndex } from './build-index.ts'
import { type Counts, finalInput, indexInput, scoresInput, setOf, tallyOf } from './index-input.fixture.ts'
import type { IndexInput } from './index-input.ts'
import { type IndexDocument, IndexView } from './schemas.ts'

const unitOf = (index: IndexDocument, code: string) =>
  index.blocks.flatMap(({ units }) => units).find((unit) => unit.code === code)!
const without = <Value>(table: Record<string, Value>, key: string) =>
  Object.fromEntries(Object.entries(table).filter(([one]) => one !== key))

describe('the document', () => {
  test('has the published shape, in the order of the definition', () => {
    const index = buildIndex(indexInput())
    expect(IndexView.strict().parse(index)).toEqual(index)
    expect(index.blocks.map(({ code, units }) => [code, units.map((unit) => unit.code)])).toEqual([
      ['so', ['SNV', 'STC', 'SYT', 'SVH']],
      ['huyen', ['MC', 'ML', 'YC']],
    ])
    expect(index.rules).toMatchObject({
      total: 100,
      appraisedMax: 70,
      surveyMax: 30,
      ties: 'same-rank',
      minimumCell: 5,
    })
    expect(index.survey).toMatchObject({
      issued: 140,
      returned: 112,
      valid: 112,
      opensOn: '2025-11-01',
      closedOn: null,
    })
  })

  test('tells domains with their maxima and numbers of criteria, and every leaf with where its points come from', () => {
    const [block] = buildIndex(indexInput()).blocks
    expect(
      block!.domains.map(({ code, max, criteria, componentCriteria }) => [code, max, criteria, componentCriteria]),
    ).toEqual([
      ['1', 42, 2, 2],
      ['2', 48, 2, 2],
      ['3', 10, 1, 0],
    ])
    expect(block!.criteria.map(({ code, parent, leaf, origin, from }) => [code, parent, leaf, origin, from])).toEqual([
      ['1.1', null, false, null, null],
      ['1.1.1', '1.1', true, 'appraised', null],
      ['1.1.2', '1.1', true, 'appraised', null],
      ['1.2', null, true, 'survey', 'XH1'],
      ['2.1', null, true, 'appraised', null],
      ['2.2', null, false, null, null],
      ['2.2.1', '2.2', true, 'appraised', null],
      ['2.2.2', '2.2', true, 'survey', 'XH2'],
      ['3.1', null, true, 'imported', 'ND'],
    ])
  })

  test('adds up by hand: appraised, asked and imported points of one unit', () => {
    // STC: 12,5 + 17 + 22,25 + 13,75 appraised; (2·1 + 14·0,75)/16 = 25/32 of 20 asked; 9,375 imported
    const unit = unitOf(buildIndex(indexInput()), 'STC')
    expect(unit.parts).toEqual({
      appraised: 65.5,
      self: null,
      survey: 25, // 15,625 + 9,375
      sources: [
        { code: 'ks', points: 15.63 },
        { code: 'nguoi-dan', points: 9.38 },
      ],
    })
    expect(unit).toMatchObject({ points: 90.5, exact: '181/2', complete: true, missing: [] })
    expect(unit.domains).toEqual(
      [
        { code: '1', points: 38.88, exact: '311/8', roundedPartsDiffer: undefined },
        { code: '2', points: 42.25, exact: '169/4' },
        { code: '3', points: 9.38, exact: '75/8' },
      ].map(({ roundedPartsDiffer: _, ...domain }) => domain),
    )
    expect(unit.roundedPartsDiffer).toBe(true) // 38,88 + 42,25 + 9,38 = 90,51
    expect(unit.criteria).toContainEqual({ code: '1.1.2', points: 17, exact: '17' })
  })

  test('rounds half up what was brought in with more decimals, and adds up the exact points', () => {
    const points = {
      ...appraisedPoints,
      SNV: { '1.1.1': '1.005', '1.1.2': '1.0049', '2.1': '0.005', '2.2.1': '0.0001' },
    }
    const unit = unitOf(buildIndex(indexInput({ sets: { ...indexInput().sets, appraised: setOf(points) } })), 'SNV')
    expect(unit.criteria.filter(({ code }) => code in points.SNV).map((leaf) => [leaf.points, leaf.exact])).toEqual([
      [1.01, '1.005'],
      [1, '1.0049'],
      [0.01, '0.005'],
      [0, '0.0001'],
    ])
    expect(unit.parts.appraised).toBe(2.02) // 2,0150, not 1,01 + 1 + 0,01
  })

  test('names the scores that it is made of, and its own digest covers it whole', () => {
    const input = indexInput()
    const { digest, ...rest } = buildIndex(input)
    const imported = input.sets.imported.map(({ source, set }) => ({ source, ...set! }))
    expect(rest.scoresDigest).toBe(buildScores({ ...input.scores, imported }).digest)
    expect(digest).toBe(createHash('sha256').update(canonicalJson(rest)).digest('base64url'))
    expect(buildIndex({ ...input, scoresDigest: 'khac' }).scoresDigest).toBe('khac')
  })

  test('says which version of each set made it', () => {
    const set = (version: number) => setOf(appraisedPoints, { version, round: 2, digest: `d${version}` })
    const sets = { self: set(1), appraised: set(4), imported: [{ source: 'nguoi-dan', set: null }] }
    expect(buildIndex(indexInput({ sets })).sets).toEqual({
      self: { round: 2, version: 1, on: '2025-12-01', digest: 'd1' },
      appraised: { round: 2, version: 4, on: '2025-12-01', digest: 'd4' },
      imported: [{ source: 'nguoi-dan', set: null }],
      past: null,
    })
  })

  test('shows self-assessed points beside appraised ones, and adds them up apart', () => {
    const sets = {
      ...indexInput().sets,
      self: setOf({ SNV: { '1.1.1': '12', '1.1.2': '17', '2.1': '25', '2.2.1': '15' } }),
    }
    const index = buildIndex(indexInput({ sets }))
    expect(unitOf(index, 'SNV').parts).toMatchObject({ self: 69 })
    expect(unitOf(index, 'SNV').criteria[0]).toEqual({ code: '1.1.1', points: 12.5, exact: '12.5', self: 12 })
    expect(unitOf(index, 'SNV').points).toBe(unitOf(buildIndex(indexInput()), 'SNV').points)
    expect(unitOf(index, 'STC').parts.self).toBeNull()
  })
})

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

describe('last year', () => {
  const past = (units: { code: string; points: number; rank: number | null }[]): IndexInput['past'] => ({
    ...{ version: 2, digest: 'nam-truoc' },
    document: {
      year: 2024,
      blocks: [{ code: 'so', units: units.map((unit) => ({ ...unit, name: unit.code, class: 'B' })), moves: null }],
    },
  })

  test('a change is the difference of published points, and of ranks', () => {
    const index = buildIndex(finalInput({ past: past([{ code: 'SYT', points: 70.01, rank: 4 }]) }))
    const unit = unitOf(index, 'SYT')
    expect(unit.change).toEqual({
      points: (Math.round(unit.points! * 100) - 7001) / 100,
      rank: 4 - unit.rank!,
      past: { code: 'SYT', name: 'SYT', points: 70.01, rank: 4, class: 'B' },
    })
    expect(index.sets.past).toEqual({ year: 2024, version: 2, digest: 'nam-truoc' })
    expect(index.blocks[0]!.past).toMatchObject({ units: [{ code: 'SYT' }], moves: null })
  })

  test('a unit without a rank then has none to compare', () => {
    const index = buildIndex(finalInput({ past: past([{ code: 'SYT', points: 99.99, rank: null }]) }))
    expect(unitOf(index, 'SYT').change).toMatchObject({ rank: null })
    expect(unitOf(index, 'SYT').change!.points).toBeLessThan(0)
  })

  test('a unit that misses points is not compared yet, though it could be', () => {
    const sets = { ...indexInput().sets, appraised: setOf(without(appraisedPoints, 'SYT')) }
    const index = buildIndex(indexInput({ sets, past: past([{ code: 'SYT', points: 70, rank: 4 }]) }))
    expect(unitOf(index, 'SYT')).toMatchObject({ rank: null, change: null, incomparable: null })
  })

  test('says why there is none', () => {
    const reasons = (index: IndexDocument) =>
      index.blocks.flatMap(({ units }) => units.map(({ incomparable }) => incomparable))
    expect(new Set(reasons(buildIndex(indexInput())))).toEqual(new Set(['no-past-year']))
    expect(reasons(buildIndex(finalInput({ past: past([{ code: 'SYT', points: 1, rank: 1 }]) })))).toEqual([
      'not-in-past-results',
      'merged',
      null,
      'not-in-past-results',
      ...Array(3).fill('not-in-past-results'),
    ])
  })
})

test('the same input gives the same bytes, whatever the order of rows', () => {
  const input = indexInput()
  const { tally, participation, strata, counted } = scoresInput()
  const turned = {
    tally: tally.toReversed(),
    participation: participation.toReversed(),
    strata: strata.toReversed(),
    counted: counted.toReversed(),
  }
  expect(canonicalJson(buildIndex(indexInput({ scores: turned })))).toBe(canonicalJson(buildIndex(input)))
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
