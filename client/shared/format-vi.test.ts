import { expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  formatCount,
  formatDay,
  formatMax,
  formatMoment,
  formatPercent,
  formatPoints,
} from './format-vi.ts'

test('counts, shares and points read as in a Vietnamese report', () => {
  expect(formatCount(1574)).toBe('1.574')
  expect(formatPercent(1204, 1574)).toBe('76,5\u00a0%')
  expect(formatPoints(17.75)).toBe('17,75')
  expect(formatPoints(null)).toBe('–')
  expect(formatMax(20)).toBe('20')
  expect(formatMax(0.75)).toBe('0,75')
})

test('a share never reads 100 % while one response is missing, and nothing of nothing is 0 %', () => {
  expect(formatPercent(9999, 10_000)).toBe('99,9\u00a0%')
  expect(formatPercent(10_000, 10_000)).toBe('100,0\u00a0%')
  expect(formatPercent(0, 0)).toBe('0,0\u00a0%')
})

test('a day is the day in Vietnam, whatever the reader’s own zone', () => {
  expect(dayOf('2024-11-30T17:30:00Z')).toBe('2024-12-01')
  expect(formatMoment('2024-11-30T10:00:00Z')).toBe('17:00 ngày 30/11/2024')
  expect(formatDay('2024-12-01')).toBe('01/12')
  expect(daysBetween('2024-11-28', '2024-12-01')).toBe(3)
  expect(addDays('2024-11-30', 1)).toBe('2024-12-01')
})
