import { randomInt } from 'node:crypto'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { expect, test } from 'vitest'
import { roundedPartsDiffer, roundHalfUp } from './round.ts'

test('a half rounds up where floats fall short of it', () => {
  expect((1.005).toFixed(2)).toBe('1.00')
  expect(roundHalfUp(new Fraction('1.005'))).toBe(1.01)
  expect(roundHalfUp(new Fraction('17.745'))).toBe(17.75)
  expect(roundHalfUp(new Fraction('8.575'))).toBe(8.58)
})

test('whole numbers, zero and thirds round as expected', () => {
  expect(roundHalfUp(new Fraction(0))).toBe(0)
  expect(roundHalfUp(new Fraction(20))).toBe(20)
  expect(roundHalfUp(new Fraction(1, 3))).toBe(0.33)
  expect(roundHalfUp(new Fraction(2, 3))).toBe(0.67)
  expect(roundHalfUp(new Fraction(9_999, 10_000))).toBe(1)
})

test('rounding is the nearest hundredth, halves up, and prints with two decimals at most', () => {
  const seed = randomInt(2 ** 31)
  console.info(`round.test seed ${seed}`)
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 9n), (numerator, denominator) => {
      const rounded = roundHalfUp(new Fraction(numerator, denominator))
      expect(JSON.stringify(rounded)).toMatch(/^\d+(\.\d{1,2})?$/)
      const hundredths = BigInt(Math.round(rounded * 100))
      // hundredths − 1/2 ≤ 100·n/d < hundredths + 1/2, on integers
      const scaled = 200n * numerator
      expect(scaled >= (2n * hundredths - 1n) * denominator).toBe(true)
      expect(scaled < (2n * hundredths + 1n) * denominator).toBe(true)
    }),
    { seed, numRuns: 500 },
  )
})

test('three thirds of a point are said not to add up, two halves are not', () => {
  expect(roundedPartsDiffer([0.33, 0.33, 0.33], 1)).toBe(true)
  expect(roundedPartsDiffer([0.5, 0.5], 1)).toBe(false)
  expect(roundedPartsDiffer([0.1, 0.2], 0.3)).toBe(false)
})
