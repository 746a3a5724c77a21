import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import type { Level } from '../campaigns/definition.ts'
import { type CellCounts, criterionPoints, sharesOf, type Weighting } from './points.ts'

const SHARES = { A: '1', B: '0.75', C: '0.5', D: '0.25', E: '0' }
const levelsOf = (shares: Record<string, string>): Level[] =>
  Object.entries(shares).map(([value, share]) => ({ value, name: value, share }))
const cell = (name: string, counts: Record<string, number>): CellCounts => ({
  cell: name,
  counts: new Map(Object.entries(counts)),
})
const fixed = (weights: Record<string, string>, asked = Object.keys(weights)): Weighting => ({
  kind: 'fixed',
  weights: new Map(Object.entries(weights).map(([group, weight]) => [group, new Fraction(weight)])),
  asked,
})
const pointsOf = (max: string, cells: CellCounts[], weighting: Weighting = { kind: 'pooled' }) => {
  const { points, ...rest } = criterionPoints(new Fraction(max), cells, sharesOf(levelsOf(SHARES)), weighting)
  return { ...rest, points: points?.toFraction() ?? null }
}

describe('pooled groups', () => {
  test('each valid answer counts alike', () => {
    expect(pointsOf('2', [cell('*', { A: 3, C: 1 })])).toMatchObject({ points: '7/4', valid: 4, reweighted: false })
    expect(pointsOf('2', [cell('a', { A: 3 }), cell('b', { C: 1 })]).points).toBe('7/4')
  })

  test('"no opinion" and empty answers count neither above nor below the line', () => {
    expect(pointsOf('1', [cell('*', { B: 4, X: 30, '': 7 })])).toMatchObject({ points: '3/4', valid: 4 })
  })

  test('without a valid answer there are no points, which is not zero points', () => {
    expect(pointsOf('1', [cell('*', { X: 9 })])).toMatchObject({ points: null, valid: 0 })
    expect(pointsOf('1', [])).toMatchObject({ points: null, valid: 0 })
    expect(pointsOf('1', [cell('*', { E: 9 })]).points).toBe('0')
  })
})

describe('fixed weights', () => {
  const weighting = fixed({ a: '0.5', b: '0.3', c: '0.2' })

  test('each group counts by its weight, however many answered', () => {
    const cells = [cell('a', { A: 1 }), cell('b', { C: 100 }), cell('c', { E: 7 })]
    expect(pointsOf('2', cells, weighting)).toMatchObject({ points: '13/10', valid: 108, reweighted: false })
  })

  test('a group without a valid answer drops out, the others are scaled up, and the result says so', () => {
    const cells = [cell('a', { A: 5 }), cell('b', { E: 5 }), cell('c', { X: 5 })]
    expect(pointsOf('1', cells, weighting)).toMatchObject({ points: '5/8', reweighted: true })
  })

  test('a group that is not asked is not missed', () => {
    const cells = [cell('a', { A: 5 }), cell('b', { E: 5 })]
    expect(pointsOf('1', cells, fixed({ a: '0.5', b: '0.3', c: '0.2' }, ['a', 'b']))).toMatchObject({
      points: '5/8',
      reweighted: false,
    })
  })

  test('merged groups carry the sum of their weights', () => {
    const cells = [cell('a', { A: 5 }), cell('b+c', { E: 6 })]
    expect(pointsOf('1', cells, weighting)).toMatchObject({ points: '1/2', reweighted: false })
  })

  test('in a merged cell only the groups that see the question carry weight', () => {
    const cells = [cell('a+b', { A: 5 }), cell('c', { E: 6 })]
    expect(pointsOf('1', cells, fixed({ a: '0.5', b: '0.3', c: '0.2' }, ['b', 'c'])).points).toBe('3/5')
  })

  test('a cell of an unknown group is an error, not a silent zero', () => {
    expect(() => pointsOf('1', [cell('z', { A: 5 })], weighting)).toThrow('no weight for group z')
  })
})

// ── against rational numbers of our own: pairs of BigInt, never reduced, compared by cross-multiplication
type Ratio = { n: bigint; d: bigint }
const ratio = (text: string): Ratio => {
  const [whole, decimals = ''] = text.split('.')
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) }
}
const plus = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
const times = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.n, d: a.d * b.d })
const over = (a: Ratio, b: Ratio): Ratio => ({ n: a.n * b.d, d: a.d * b.n })
const NOTHING: Ratio = { n: 0n, d: 1n }

const decimal = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([whole, decimals, length]) => {
      const text = String(decimals).padStart(6, '0').slice(0, length)
      return text === '' ? String(whole) : `${whole}.${text}`
    })
const counts = fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'X', ''), fc.nat(2_000))
const example = fc.record({
  max: decimal(30),
  shares: fc.tuple(decimal(0), decimal(0), decimal(0)).map(([b, c, d]) => ({ A: '1', B: b, C: c, D: d, E: '0' })),
  groups: fc.array(fc.record({ counts, weight: decimal(2).filter((text) => Number(text) > 0) }), {
    minLength: 1,
    maxLength: 5,
  }),
})

function meanOf(levels: Record<string, string>, of: Record<string, number>[]): Ratio | null {
  let earned = NOTHING
  let valid = 0n
  for (const [level, share] of Object.entries(levels)) {
    const count = BigInt(of.reduce((sum, one) => sum + (Object.hasOwn(one, level) ? one[level]! : 0), 0))
    earned = plus(earned, times(ratio(share), { n: count, d: 1n }))
    valid += count
  }
  return valid === 0n ? null : over(earned, { n: valid, d: 1n })
}

test('points equal those of an independent rational arithmetic, pooled and weighted', () => {
  const seed = randomInt(2 ** 31)
  console.info(`points.test seed ${seed}`)
  fc.assert(
    fc.property(example, ({ max, shares, groups }) => {
      const cells = groups.map((group, index) => cell(`g${index}`, group.counts))
      const table = sharesOf(levelsOf(shares))
      const pooled = criterionPoints(new Fraction(max), cells, table, { kind: 'pooled' }).points
      const mean = meanOf(
        shares,
        groups.map((group) => group.counts),
      )
      expectEqual(pooled, mean && times(ratio(max), mean))

      const weights = Object.fromEntries(groups.map((group, index) => [`g${index}`, group.weight]))
      const weighted = criterionPoints(new Fraction(max), cells, table, fixed(weights))
      const answered = groups.flatMap((group) => {
        const own = meanOf(shares, [group.counts])
        return own ? [{ weight: ratio(group.weight), mean: own }] : []
      })
      const whole = answered.reduce((sum, { weight }) => plus(sum, weight), NOTHING)
      const sum = answered.reduce((total, { weight, mean: own }) => plus(total, times(weight, own)), NOTHING)
      expectEqual(weighted.points, answered.length === 0 ? null : times(ratio(max), over(sum, whole)))
      expect(weighted.reweighted).toBe(answered.length > 0 && answered.length < groups.length)
    }),
    { seed, numRuns: 400 },
  )
})

function expectEqual(actual: Fraction | null, expected: Ratio | null): void {
  if (actual === null || expected === null) {
    expect(actual).toBe(expected)
    return
  }
  expect(actual.n * actual.s * expected.d).toBe(expected.n * actual.d)
}
