import { expect, test } from 'vitest'
import { parseDay, parseMoment } from './parse-moment.ts'

test('a date is day first, in Vietnam, and ends at five in the afternoon unless an hour is given', () => {
  expect(parseMoment('30/11/2024 08:30')).toBe('2024-11-30T01:30:00.000Z')
  expect(parseMoment(' 1-12-2024 ')).toBe('2024-12-01T10:00:00.000Z')
  expect(parseMoment('1/12/2024, 9h05')).toBe('2024-12-01T02:05:00.000Z')
})

test('what is no date is refused rather than guessed', () => {
  for (const text of ['', '31/02/2025', '12/30/2024', '2024-11-30', '30/11/24', '30/11/2024 25:00', 'mai']) {
    expect(parseMoment(text), text).toBeNull()
  }
})

test('a day alone is a calendar day, and has no hour', () => {
  expect(['2/9/2026', ' 02.09.2026 '].map(parseDay)).toEqual(['2026-09-02', '2026-09-02'])
  expect(['', '30/02/2026', 'mai', '2/9/2026 8:00', '2/9/2026 8'].map(parseDay)).toEqual([null, null, null, null, null])
})
