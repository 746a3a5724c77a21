import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../campaigns/canonical-json.ts'
import { buildScores } from '../../scoring/build-scores.ts'
import { appraisedPoints } from '../small-index.fixture.ts'
import { buildIndex } from './build-index.ts'
import { finalInput, indexInput, scoresInput, setOf, unitOf, without } from './index-input.fixture.ts'
import type { IndexInput } from './index-input.ts'
import { type IndexDocument, IndexView } from './schemas.ts'

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
