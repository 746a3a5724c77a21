import { expect, test } from 'vitest'
import { formatDay, formatDeadline } from './format-time.ts'

test.each([
  ['2024-12-15T17:00:00Z', 'đến hết ngày 15/12/2024'],
  ['2024-12-15T16:59:59.999Z', 'đến hết ngày 15/12/2024'],
  ['2024-12-15T16:59:00Z', 'đến hết ngày 15/12/2024'],
  ['2024-12-31T17:00:00Z', 'đến hết ngày 31/12/2024'],
  ['2024-12-15T10:00:00Z', 'đến 17:00 ngày 15/12/2024'],
  ['2024-12-15T17:30:00Z', 'đến 00:30 ngày 16/12/2024'],
])('%s reads as %s', (at, wanted) => {
  expect(formatDeadline(at)).toBe(wanted)
})

test('a day is the day in Vietnam', () => {
  expect(formatDay('2024-12-15T18:00:00Z')).toBe('16/12/2024')
})
