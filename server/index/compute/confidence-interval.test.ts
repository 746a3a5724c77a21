import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { planBlock } from '../../scoring/plan-block.ts'
import { sharesOf } from '../../scoring/points.ts'
import { scoreUnit } from '../../scoring/score-unit.ts'
import { smallDefinition } from '../../scoring/small-definition.fixture.ts'
import { halfWidth, meanVariance, rootUp, TRILLION } from './confidence-interval.ts'
import { extremeLevels } from './survey-range.ts'

const seed = randomInt(2 ** 31)
console.info(`confidence-interval.test seed ${seed}`)
const shares = sharesOf(smallDefinition.levels)
const SHARE: Record<string, string> = { 'rat-tot': '1', tot: '0.75', kha: '0.5', 'trung-binh': '0.25', kem: '0' }

const mean = (values: Fraction[]) => values.reduce((sum, value) => sum.add(value), new Fraction(0)).div(values.length)
const varianceOf = (...given: Parameters<typeof meanVariance>) => {
  const variance = meanVariance(...given)
  return variance && new Fraction(variance.n, variance.d)
}
const countsOf = (levels: string[]) => {
  const counts = new Map<string, number>()
  for (const level of levels) counts.set(level, (counts.get(level) ?? 0) + 1)
  return counts
}
function samplesOf<Item>(population: Item[], size: number): Item[][] {
  if (size === 0) return [[]]
  const [first, ...rest] = population
  if (first === undefined) return []
  return [...samplesOf(rest, size - 1).map((sample) => [first, ...sample]), ...samplesOf(rest, size)]
}

test('over all samples of a population the estimated variance is on average the true one of the mean', () => {
  const level = fc.constantFrom(...Object.keys(SHARE))
  fc.assert(
    fc.property(fc.array(level, { minLength: 3, maxLength: 8 }), fc.integer({ min: 2, max: 6 }), (population, size) => {
      fc.pre(size <= population.length)
      const samples = samplesOf(population, size)
      const means = samples.map((sample) => mean(sample.map((one) => new Fraction(SHARE[one]!))))
      const center = mean(means)
      expect(center).toEqual(mean(population.map((one) => new Fraction(SHARE[one]!))))
      const variance = mean(means.map((one) => one.sub(center).mul(one.sub(center))))
      const estimates = samples.map((sample) => varianceOf(countsOf(sample), shares, population.length - size)!)
      expect(mean(estimates)).toEqual(variance)
    }),
    { seed, numRuns: 60 },
  )
})

test('answers that are not valid are neither in the sample nor in its population', () => {
  const counts = countsOf(['tot', 'tot', 'kem'])
  expect(varianceOf(new Map([...counts, ['khong-biet', 4], ['', 2]]), shares, 3)).toEqual(varianceOf(counts, shares, 3))
})

test('one answer tells nothing of the spread, and a whole population leaves none', () => {
  expect(varianceOf(countsOf(['tot']), shares, 5)).toBeNull()
  expect(varianceOf(countsOf(['tot', 'kem', 'kem']), shares, 0)).toEqual(new Fraction(0))
})

test('a root is the least number of trillionths not below the true one', () => {
  fc.assert(
    fc.property(fc.nat(10 ** 6), fc.integer({ min: 1, max: 10 ** 6 }), (numerator, denominator) => {
      const root = rootUp({ n: BigInt(numerator), d: BigInt(denominator) })
      const reached = (some: bigint) => some * some * BigInt(denominator) >= BigInt(numerator) * TRILLION * TRILLION
      expect(reached(root)).toBe(true)
      if (root > 0n) expect(reached(root - 1n)).toBe(false)
    }),
    { seed, numRuns: 300 },
  )
  expect(rootUp({ n: 9n, d: 4n })).toBe(1_500_000_000_000n)
})

describe('half the width of a criterion', () => {
  type Cells = Record<string, Record<string, number>>
  function widthOf(
    block: 'p' | 'f',
    cells: Cells,
    invited: Record<string, number>,
    { settled = true, minimum = 2 } = {},
  ) {
    const plan = planBlock(smallDefinition, smallDefinition.blocks.find(({ code }) => code === block)!)
    const counts = Object.entries(cells).map(([cell, levels]) => ({ cell, counts: new Map(Object.entries(levels)) }))
    const strata = Object.keys(invited).map((group) => ({
      groups: [group],
      questionnaire: group === 'ld' ? 'ld' : 'cc',
    }))
    const input = { cells: new Map([['q1', counts]]), strata, imported: new Map(), minimum, settled }
    const score = scoreUnit(plan, input).criteria.find(({ criterion }) => criterion.code === '1.1')!
    const width = halfWidth(score, {
      shares,
      extremes: extremeLevels(shares),
      invited: new Map(Object.entries(invited)),
      settled,
      minimum,
    })
    return width === null ? null : Number(width) / 1e12
  }

  test('is z times the standard error times the maximum', () => {
    // Shares 1, 1, 0, 0: mean 1/2, s² = 1/3; n = 4 of N = 10: 1/3 ÷ 4 × 6/10 = 1/20
    const width = widthOf('p', { '*': { 'rat-tot': 2, kem: 2 } }, { ld: 4, cc: 6 })
    expect(width).toBeCloseTo(2 * 1.959964 * Math.sqrt(1 / 20), 9)
  })

  test('with fixed weights each group’s variance counts with its weight squared', () => {
    const cells = { ld: { 'rat-tot': 2, kem: 2 }, cc: { tot: 4 }, xa: { 'rat-tot': 1, kem: 1 } }
    const ld = (1 / 3 / 4) * (1 - 4 / 8)
    const xa = (1 / 2 / 2) * (1 - 2 / 6)
    const width = widthOf('f', cells, { ld: 8, cc: 9, xa: 6 })
    expect(width).toBeCloseTo(2 * 1.959964 * Math.sqrt(0.25 * ld + 0.04 * xa), 9)
  })

  test('is nothing once everybody has answered', () => {
    expect(widthOf('p', { '*': { 'rat-tot': 3, kem: 2 } }, { ld: 5 })).toBe(0)
  })

  test.each<[string, Parameters<typeof widthOf>]>([
    ['a hidden criterion', ['p', { '*': { tot: 4 } }, { ld: 9 }, { minimum: 5 }]],
    [
      'groups that are still hidden',
      ['f', { ld: { tot: 4 }, cc: { tot: 4 }, xa: { tot: 4 } }, { ld: 9, cc: 9, xa: 9 }, { settled: false }],
    ],
    ['a group that was invited and not heard', ['f', { ld: { tot: 4 }, cc: { tot: 4 } }, { ld: 9, cc: 9, xa: 9 }]],
    [
      'a group with one answer',
      ['f', { ld: { tot: 4 }, cc: { tot: 4 }, xa: { tot: 1 } }, { ld: 9, cc: 9, xa: 9 }, { minimum: 1 }],
    ],
  ])('is not given for %s', (_, arguments_) => {
    expect(widthOf(...arguments_)).toBeNull()
  })
})
