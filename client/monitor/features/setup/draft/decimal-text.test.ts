import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalFrom, decimalOf, millionthsOf, pointsFrom, sumOf } from './decimal-text.ts'

test('a decimal is read with a comma, a point, or half typed', () => {
  expect(['0,75', '0.75', ',5', '5,', ' 20 '].map(decimalOf)).toEqual(['0.75', '0.75', '0.5', '5', '20'])
})

test('what is no decimal is not read as one', () => {
  expect(['', 'một', '1,2,3', '-1', '1.0000001', '1 000'].map(decimalOf)).toEqual([null, null, null, null, null, null])
})

test('a sum is exact where floats are not, and passes over what can’t be read', () => {
  expect(pointsFrom(sumOf(['0,1', '0,2', 'x', '']))).toBe('0,3')
  expect(pointsFrom(sumOf(['0,1', '0,2']) - sumOf(['1']))).toBe('−0,7')
})

test('every decimal comes back from its millionths', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(millionthsOf(decimalFrom(value))).toBe(value)
    }),
  )
})
