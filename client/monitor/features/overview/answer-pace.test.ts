import { expect, test } from 'vitest'
import { paceOf } from './answer-pace.ts'

const campaign = {
  opensAt: '2024-11-01T01:00:00Z',
  closesAt: '2024-11-10T10:00:00Z',
  days: [
    { day: '2024-11-03', answered: 5 },
    { day: '2024-11-01', answered: 10 },
  ],
}

test('days without answers keep the running total, and the last one runs up to the live total', () => {
  expect(paceOf(campaign, 18, '2024-11-03')).toEqual({
    first: '2024-11-01',
    last: '2024-11-10',
    length: 10,
    totals: [10, 10, 18],
    today: 8,
    planned: true,
  })
})

test('after the last day the line stops there', () => {
  const pace = paceOf(campaign, 15, '2024-12-20')
  expect(pace?.totals).toHaveLength(10)
  expect(pace?.today).toBe(0)
})

test('a campaign that was never opened has no line', () => {
  expect(paceOf({ opensAt: null, closesAt: null, days: [] }, 0, '2024-11-03')).toBeNull()
})
