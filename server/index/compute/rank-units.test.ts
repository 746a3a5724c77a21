import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TieRule } from '../../campaigns/definition.ts'
import { classOf } from './class-of.ts'
import { rankRanges } from './rank-range.ts'
import { rankUnits, type Standing } from './rank-units.ts'

const TIES: TieRule[] = ['same-rank', 'same-rank-dense', 'higher-survey']
const seed = randomInt(2 ** 31)
console.info(`rank-units.test seed ${seed}`)

const standings = (...pairs: [points: number, survey: number][]): Standing[] =>
  pairs.map(([points, survey]) => ({ points, survey }))

describe('equal points', () => {
  const four = standings([9000, 10], [8500, 20], [8500, 25], [8000, 30])
  test.each([
    ['same-rank', [1, 2, 2, 4]],
    ['same-rank-dense', [1, 2, 2, 3]],
    ['higher-survey', [1, 3, 2, 4]],
  ] as const)('under %s rank as %j', (ties, expected) => {
    expect(rankUnits(four, ties)).toEqual(expected)
  })

  test('and equal survey points share the rank even where those decide', () => {
    expect(rankUnits(standings([8500, 20], [8500, 20], [8000, 30]), 'higher-survey')).toEqual([1, 1, 3])
  })
})

const some = fc.array(fc.record({ points: fc.integer({ min: 0, max: 12 }), survey: fc.integer({ min: 0, max: 3 }) }), {
  minLength: 1,
  maxLength: 9,
})

test.each(TIES)('under %s ranks are a permutation with ties, and rise as points fall', (ties) => {
  fc.assert(
    fc.property(some, (units) => {
      const ranks = rankUnits(units, ties)
      const sorted = ranks.toSorted((a, b) => a - b)
      expect(sorted[0]).toBe(1)
      sorted.forEach((rank, at) => {
        const before = sorted[at - 1]
        const next = ties === 'same-rank-dense' ? (before ?? 0) + 1 : at + 1
        expect([before, next]).toContain(rank)
      })
      for (const [a, one] of units.entries())
        for (const [b, other] of units.entries()) {
          if (one.points > other.points) expect(ranks[a]).toBeLessThan(ranks[b]!)
          const decided = ties === 'higher-survey' && one.survey !== other.survey
          if (one.points === other.points && !decided) expect(ranks[a]).toBe(ranks[b])
        }
    }),
    { seed, numRuns: 300 },
  )
})

test('a class never falls as points rise, and its bound belongs to it', () => {
  const classes = [
    { code: 'A', from: '90' },
    { code: 'B', from: '70' },
    { code: 'C', from: '50.5' },
    { code: 'D', from: '0' },
  ]
  expect([90, 89.99, 70, 69.99, 50.5, 50.49, 0].map((points) => classOf(classes, points)).join('')).toBe('ABBCCDD')
  const hundredths = fc.integer({ min: 0, max: 10_000 })
  fc.assert(
    fc.property(hundredths, hundredths, (a, b) => {
      const [low, high] = [Math.min(a, b) / 100, Math.max(a, b) / 100]
      expect(classOf(classes, high) <= classOf(classes, low)).toBe(true)
    }),
    { seed, numRuns: 300 },
  )
})

describe('the best and the worst rank that can still come', () => {
  /** Every unit at every whole hundredth between its ends; survey points at an end go with total points at that end. */
  function bruteForce(ranges: { low: Standing; high: Standing }[], ties: TieRule) {
    const choices = ranges.map(({ low, high }) => {
      if (ties === 'higher-survey') return [low, high]
      return Array.from({ length: high.points - low.points + 1 }, (_, at) => ({ points: low.points + at, survey: 0 }))
    })
    const found = ranges.map(() => ({ best: Number.POSITIVE_INFINITY, worst: 0 }))
    const visit = (chosen: Standing[]): void => {
      const next = choices[chosen.length]
      if (next) {
        for (const standing of next) visit([...chosen, standing])
        return
      }
      rankUnits(chosen, ties).forEach((rank, at) => {
        found[at] = { best: Math.min(found[at]!.best, rank), worst: Math.max(found[at]!.worst, rank) }
      })
    }
    visit([])
    return found
  }

  const range = fc
    .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 3 }), fc.nat(2), fc.nat(1))
    .map(([points, more, survey, moreSurvey]) => ({
      low: { points, survey },
      high: { points: points + more, survey: survey + moreSurvey },
    }))

  test.each(TIES)('under %s are those of all that can happen', (ties) => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 5 }), (ranges) => {
        expect(rankRanges(ranges, ties)).toEqual(bruteForce(ranges, ties))
      }),
      { seed, numRuns: 150 },
    )
  })

  test.each(TIES)('under %s are the rank itself when nothing can change', (ties) => {
    fc.assert(
      fc.property(some, (units) => {
        const ranges = rankRanges(
          units.map((unit) => ({ low: unit, high: unit })),
          ties,
        )
        expect(ranges).toEqual(rankUnits(units, ties).map((rank) => ({ best: rank, worst: rank })))
      }),
      { seed, numRuns: 200 },
    )
  })

  test('of 500 units whose ranges all overlap come at once', () => {
    const ranges = Array.from({ length: 500 }, (_, at) => ({
      low: { points: at, survey: 0 },
      high: { points: at + 300, survey: 0 },
    }))
    const began = performance.now()
    for (const ties of TIES) expect(rankRanges(ranges, ties)).toHaveLength(500)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
