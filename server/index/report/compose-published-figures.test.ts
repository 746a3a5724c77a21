import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIndex } from '../compute/build-index.ts'
import { indexInput } from '../compute/index-input.fixture.ts'
import { examineFigures } from '../examine/examine-figures.ts'
import { PublishedFigures } from '../examine/schemas.ts'
import { toPublishedFigures } from './compose-published-figures.ts'
import { CLASSES, type GivenBlock, indexOf } from './ranked-units.fixture.ts'

const LISTS = {
  documents: JSON.stringify([{ what: 'Bộ tiêu chí', number: '', date: '2024-10-05' }]),
  steps: JSON.stringify([{ what: 'Thẩm định', from: '2024-12-28', to: '2024-12-29' }]),
}
const figuresOf = (blocks: GivenBlock[], more = {}) =>
  toPublishedFigures({ index: indexOf(blocks, more), narratives: LISTS })

describe('the figures of a report', () => {
  const units = [
    { code: 'a', points: 90, past: 80, survey: 18 },
    { code: 'b', points: 80.5, past: 85, survey: 15 },
    { code: 'c', points: 60, survey: 12 },
  ]
  const figures = figuresOf([{ units, gone: [75], moves: { rose: 2, kept: 0, fell: 0 } }])

  test('are in the format of published figures', () => {
    expect(PublishedFigures.parse(figures)).toEqual(figures)
  })

  test('are those that it states', () => {
    expect(figures.campaign).toMatchObject({ year: 2025, ballotsIssued: 30, returnedPercent: 80, validPercent: 100 })
    expect(figures.classes!.at(-1)).toEqual({ code: 'D', name: 'Yếu', below: 50 })
    expect(figures.documents).toEqual([{ what: 'Bộ tiêu chí', date: '2024-10-05' }])
    const [block] = figures.blocks
    expect(block!.index).toEqual({
      // Last year (80 + 85 + 75) ÷ 3 = 80, gap 10.
      ...{ mean: 76.83, meanElsewhere: 76.83, changeOnYear: -3.17, gap: 30, gapChange: 20 },
      highest: { units: ['a'], points: 90 },
      lowest: { units: ['c'], points: 60 },
      ...{ unitsAboveMean: 2, unitsAtMean: 0, unitsBelowMean: 1, rose: 1, kept: 0, fell: 1 },
      ...{ classA: 1, classB: 1, classC: 1, classD: 0 },
    })
    expect(block!.survey).toMatchObject({ max: 20, mean: 15, meanPercent: 75, unitsBelowMean: 1 })
    expect(block!.rankMoves).toMatchObject({
      rose: { count: 1, names: ['a'], change: -1, most: { units: ['a'], by: 1 } },
      fell: { count: 1, change: 1 },
      notCompared: { count: 1, names: ['c'] },
    })
    expect(block!.past).toMatchObject({ units: 3, mean: 80, gap: 10, rankMoves: { rose: 2, kept: 0, fell: 0 } })
    expect(block!.classes!.map(({ code, count, change }) => [code, count, change])).toEqual([
      ...[
        ['A', 1, 1],
        ['B', 1, -2],
        ['C', 1, 1],
        ['D', 0, 0],
      ],
    ])
  })

  test('say that ranks are shared, this year or last, and by which rule', () => {
    const tied = {
      units: [
        { code: 'a', points: 80 },
        { code: 'b', points: 80 },
      ],
    }
    expect(figuresOf([tied]).blocks[0]).toMatchObject({ sharedRanks: true })
    expect(figuresOf([tied], { ties: 'same-rank-dense' }).blocks[0]).toMatchObject({ denseRanks: true })
    expect(figures.blocks[0]).not.toHaveProperty('sharedRanks')
  })

  test('leave out what is not known of every unit', () => {
    const index = indexOf([{ units: [...units, { code: 'd', points: null }] }], { status: 'provisional' })
    const [block] = toPublishedFigures({ index, narratives: {} }).blocks
    expect(block!.units!.map(({ code }) => code)).toEqual(['a', 'b', 'c'])
    expect(block).not.toHaveProperty('survey')
    expect(examineFigures(toPublishedFigures({ index, narratives: {} }))).toEqual([])
  })
})

test('the examiner finds nothing in a report made of a whole index', () => {
  const index = buildIndex(indexInput())
  expect(examineFigures(toPublishedFigures({ index, narratives: {} }))).toEqual([])
})

test('nor in one of any units, ties, rules and years before', () => {
  const bounds = CLASSES.map(({ from }) => from).filter((from) => from > 0)
  const points = fc.oneof(
    fc.integer({ min: 2000, max: 10_000 }).map((hundredths) => hundredths / 100),
    fc.constantFrom(...bounds, 75.25, 89.99),
  )
  const unit = fc.record({ points, past: fc.option(points, { nil: undefined }), share: fc.integer({ min: 0, max: 8 }) })
  const block = fc.record({
    units: fc.array(unit, { minLength: 1, maxLength: 12 }),
    gone: fc.array(points, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('same-rank', 'same-rank-dense', 'higher-survey'),
      (blocks, ties) => {
        const given = blocks.map(({ units, gone }) => ({
          gone,
          units: units.map(({ share, ...one }, at) => {
            // At least what is over the 80 appraised points, at most the 20 of the survey and all there are.
            const [least, most] = [Math.max(0, Math.ceil(one.points - 80)), Math.min(20, Math.floor(one.points))]
            return { ...one, code: `u${at}`, survey: Math.min(most, least + share) } as GivenBlock['units'][number]
          }),
        }))
        const figures = figuresOf(given, { ties })
        expect(PublishedFigures.parse(figures)).toEqual(figures)
        expect(examineFigures(figures)).toEqual([])
      },
    ),
    { numRuns: 100 },
  )
})
