import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeStatistics } from './compute-statistics.ts'
import { type GivenUnit, indexOf } from './ranked-units.fixture.ts'

/** Four units: 90, 85.5, 85.5, 60.01; last year 80, 86, 85.5 and the fourth is new; one of last year's is gone. */
const UNITS: GivenUnit[] = [
  { code: 'c', points: 85.5, past: 86, survey: 12 },
  { code: 'a', points: 90, past: 80, survey: 18 },
  { code: 'd', points: 60.01, survey: 12 },
  { code: 'b', points: 85.5, past: 85.5, survey: 15.5 },
]
const only = (units: GivenUnit[], more = {}) => computeStatistics(indexOf([{ units, ...more }]))[0]!
const codes = (units: { code: string }[]) => units.map(({ code }) => code).join('')

describe('a block’s totals', () => {
  const { total, gap } = { total: only(UNITS).total!, gap: only(UNITS).total!.gap }

  test('the mean is rounded half up from the printed points', () => {
    // (90 + 85,5 + 85,5 + 60,01) ÷ 4 = 80,2525
    expect(total.mean).toBe(80.25)
    expect(
      only([
        { code: 'a', points: 0.01 },
        { code: 'b', points: 0 },
      ]).total!.mean,
    ).toBe(0.01)
  })

  test('highest and lowest name every unit that has them, and the gap lies between', () => {
    expect(total.highest).toEqual({ points: 90, percent: 90, units: [{ code: 'a', name: 'Đơn vị a' }] })
    expect(codes(total.lowest.units)).toBe('d')
    expect(gap).toBe(29.99)
    const tied = only([
      { code: 'x', points: 7 },
      { code: 'y', points: 9 },
      { code: 'z', points: 9 },
    ]).total!
    expect(codes(tied.highest.units)).toBe('yz')
  })

  test('units above, below and at the mean part the block', () => {
    expect([codes(total.above), codes(total.below), codes(total.equal)]).toEqual(['acb', 'd', ''])
    const level = only([
      { code: 'x', points: 70 },
      { code: 'y', points: 80 },
      { code: 'z', points: 90 },
    ]).total!
    expect([codes(level.above), codes(level.below), codes(level.equal)]).toEqual(['z', 'x', 'y'])
  })

  test('who is under the second class’s bound is counted', () => {
    const { low } = only(UNITS)
    expect([low!.bound, codes(low!.units)]).toEqual([70, 'd'])
    expect(only([{ code: 'x', points: 70 }]).low!.units).toEqual([])
  })

  test('a unit without a rank stands apart and moves no figure', () => {
    const { unranked, total, units } = only([...UNITS, { code: 'e', points: null }])
    expect([units, codes(unranked), total!.mean]).toEqual([5, 'e', 80.25])
  })

  test('nothing is said of a block in which nothing is known', () => {
    const statistics = only([{ code: 'a', points: null }])
    expect([statistics.total, statistics.comparison]).toEqual([undefined, null])
    expect(statistics.domains[0]!.spread).toBeUndefined()
  })
})

test('classes have names, shares, and their change on last year’s counts', () => {
  const { classes } = only(UNITS, { gone: [91, 95] })
  expect(classes.map(({ code, units, percent, past, change }) => [code, codes(units), percent, past, change])).toEqual([
    ['A', 'a', 25, 2, -1],
    ['B', 'cb', 50, 3, -1],
    ['C', 'd', 25, 0, 1],
    ['D', '', 0, 0, 0],
  ])
})

test('last year’s classes are not counted where one is unknown or of another kind', () => {
  const index = indexOf([{ units: UNITS }])
  for (const other of [null, 'Xuất sắc']) {
    index.blocks[0]!.past!.units[0]!.class = other
    expect(computeStatistics(index)[0]!.classes.map(({ change }) => change)).toEqual([null, null, null, null])
  }
})

describe('against the year before', () => {
  const comparison = only(UNITS, { gone: [70], moves: { rose: 2, kept: 1, fell: 1 } }).comparison!

  test('mean and gap are compared with those of all of last year’s units', () => {
    // Last year (80 + 86 + 85,5 + 70) ÷ 4 = 80,375 → 80,38; gap 86 − 70 = 16.
    expect(comparison.mean).toEqual({ past: 80.38, change: -0.13 })
    expect(comparison.gap).toEqual({ past: 16, change: 13.99 })
    expect([comparison.year, comparison.units]).toEqual([2024, 4])
  })

  test('points rise, stay and fall, the largest move first and named', () => {
    const { rose, kept, fell, mostRose, mostFell } = comparison.points
    expect([rose, codes(kept), fell.map(({ by }) => by)]).toEqual([
      [{ code: 'a', name: 'Đơn vị a', by: 10 }],
      'b',
      [-0.5],
    ])
    expect([mostRose!.by, mostFell!.by, codes(mostFell!.units)]).toEqual([10, 0.5, 'c'])
  })

  test('ranks too, with the change of each count on that of last year', () => {
    // Last year b 2nd, c 1st, a 3rd, the one that is gone 4th; now a 1st, b and c 2nd.
    expect([codes(comparison.ranks.rose), codes(comparison.ranks.kept), codes(comparison.ranks.fell)]).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(comparison.moves!.change).toEqual({ rose: -1, kept: 0, fell: 0 })
  })

  test('all that moved furthest alike are named together', () => {
    const two = only([
      { code: 'x', points: 80, past: 78 },
      { code: 'y', points: 82, past: 80 },
      { code: 'z', points: 81, past: 80 },
    ]).comparison!.points
    expect([codes(two.mostRose!.units), two.mostRose!.by, two.mostFell]).toEqual(['yx', 2, undefined])
  })

  test('a unit without a comparable predecessor is in no list but its own', () => {
    expect(comparison.incomparable).toEqual([{ code: 'd', name: 'Đơn vị d', reason: 'new-unit' }])
    expect(comparison.points.compared).toBe(3)
  })

  test('where no unit compares, nothing is compared', () => {
    const gone = only([{ code: 'a', points: 80 }], { gone: [70] })
    expect([gone.comparison, gone.classes[0]!.past]).toEqual([null, null])
    expect(only([{ code: 'a', points: 80 }]).comparison).toBeNull()
  })

  test('counts of movers are compared only where last year’s are known', () => {
    expect(only(UNITS).comparison!.moves).toBeNull()
  })
})

test('each source has its mean, its percentage, who is below, highest and lowest', () => {
  const [source] = only(UNITS).sources
  // (12 + 18 + 12 + 15,5) ÷ 4 = 14,375
  const { mean, percent, below, highest, lowest } = source!.spread!
  expect([mean, percent, codes(below), highest.points, highest.percent]).toEqual([14.38, 71.9, 'cd', 18, 90])
  expect([lowest.points, codes(lowest.units)]).toEqual([12, 'cd'])
  expect(only(UNITS).survey).toEqual({ issued: 40, returned: 32, valid: 32 })
})

test('a domain that still waits for a criterion of a unit leaves that unit out', () => {
  const index = indexOf([{ units: UNITS }], { status: 'provisional' })
  index.blocks[0]!.units[0]!.missing = ['1.2']
  expect(computeStatistics(index)[0]!.domains[0]!.spread!.values).toHaveLength(3)
})

test('any units: counts add up, the mean lies between, extremes are reached', () => {
  const points = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
  const unit = fc.record({ points, past: fc.option(points, { nil: undefined }), survey: fc.constant(0) })
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 40 }), (given) => {
      const units = given.map((one, at) => ({ ...one, code: `u${at}` }) as GivenUnit)
      const { total, classes, comparison } = only(units)
      const sum = given.reduce((all, one) => all + Math.round(one.points! * 100), 0)
      expect(Math.round(total!.mean * 100)).toBe(Math.floor(sum / given.length + 0.5))
      expect(total!.above.length + total!.below.length + total!.equal.length).toBe(given.length)
      expect(total!.mean).toBeGreaterThanOrEqual(total!.lowest.points)
      expect(total!.mean).toBeLessThanOrEqual(total!.highest.points)
      expect(classes.reduce((all, { units }) => all + units.length, 0)).toBe(given.length)
      expect(comparison === null).toBe(given.every(({ past }) => past === undefined))
      if (!comparison) return
      for (const moves of [comparison.points, comparison.ranks]) {
        expect(moves.rose.length + moves.kept.length + moves.fell.length).toBe(moves.compared)
        for (const { by } of moves.rose) expect(by).toBeLessThanOrEqual(moves.mostRose!.by)
      }
      expect(comparison.points.compared + comparison.incomparable.length).toBe(given.length)
    }),
  )
})
