import { expect, test } from 'vitest'
import { axisOf, placeOn } from './axis.ts'
import { indexUnit, RULES } from './index-unit.fixture.ts'

const withLow = (low: number) => {
  const unit = indexUnit('a', 92)
  return { ...unit, ranges: { ...unit.ranges, total: { low, high: 96 } } }
}

test('the line begins below the lowest that can still come about, and ends at the total', () => {
  const axis = axisOf([withLow(84)], RULES)
  expect(axis.from).toBeLessThan(84)
  expect(axis.to).toBe(100)
  expect(axis.ticks.length).toBeGreaterThan(2)
  expect(axis.ticks.length).toBeLessThanOrEqual(7)
  expect(axis.ticks.at(-1)).toBe(100)
})

test('bands of classes cover the whole line once, and those below it are left out', () => {
  const { from, bands } = axisOf([withLow(84)], RULES)
  expect(bands.map(({ code }) => code)).toEqual(['A', 'B'])
  expect(bands[0]).toMatchObject({ from: 90, to: 100, level: 0 })
  expect(bands[1]).toMatchObject({ from, to: 90 })
})

test('a unit that may still have nothing brings the line down to 0', () => {
  const axis = axisOf([withLow(0), withLow(84)], RULES)
  expect(axis.from).toBe(0)
  expect(placeOn(axis, 50)).toBe(0.5)
  expect(placeOn(axis, 130)).toBe(1)
})
