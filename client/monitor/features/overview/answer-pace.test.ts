import { expect, test } from 'vitest'
import { paceOf } from './answer-pace.ts'

const campaign = {
  status: 'open' as const,
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

test('once it is closed the line ends with the last answers, without a plan and without a today', () => {
  const pace = paceOf({ ...campaign, status: 'closed' }, 15, '2024-11-03')
  expect(pace).toMatchObject({ last: '2024-11-03', length: 3, totals: [10, 10, 15], today: 0, planned: false })
})

test('a campaign that was never opened has no line', () => {
  expect(paceOf({ status: 'draft', opensAt: null, closesAt: null, days: [] }, 0, '2024-11-03')).toBeNull()
})
