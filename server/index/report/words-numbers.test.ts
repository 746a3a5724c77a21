import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatChange,
  formatCount,
  formatDay,
  formatFixed,
  formatLongDay,
  formatNumber,
  formatPercent,
} from './words-numbers.ts'

test.each([
  [17.75, '17,75'],
  [13.5, '13,5'],
  [10, '10'],
  [0.05, '0,05'],
  [1574, '1.574'],
  [1_234_567.1, '1.234.567,1'],
  [-1.62, '−1,62'],
])('%d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text)
})

test('columns keep two decimals, changes their sign, counts two digits', () => {
  expect([formatFixed(13.5), formatFixed(-1234)]).toEqual(['13,50', '−1.234,00'])
  expect([formatChange(3.08), formatChange(0), formatChange(-0.5)]).toEqual(['+3,08', '0', '−0,50'])
  expect([0, 9, 10, 1574].map(formatCount)).toEqual(['00', '09', '10', '1.574'])
  expect(formatPercent(93.2)).toBe('93,2%')
})

test('days are written as Decree 30/2020 has them', () => {
  expect(formatDay('2024-12-20')).toBe('20/12/2024')
  expect(['2025-01-05', '2025-02-28', '2025-03-09', '2025-11-10'].map(formatLongDay)).toEqual([
    'ngày 05 tháng 01 năm 2025',
    'ngày 28 tháng 02 năm 2025',
    'ngày 09 tháng 3 năm 2025',
    'ngày 10 tháng 11 năm 2025',
  ])
})

test('any number of hundredths reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (hundredths) => {
      for (const write of [formatNumber, formatFixed]) {
        const read = Number(
          write(hundredths / 100)
            .replaceAll('.', '')
            .replace(',', '.')
            .replace('−', '-'),
        )
        expect(Math.round(read * 100) === hundredths).toBe(true)
      }
    }),
  )
})
