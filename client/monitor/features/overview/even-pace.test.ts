import { expect, test } from 'vitest'
import { answersBehind, expectedShare, isUninvited, unitsBehind } from './even-pace.ts'

const invitation = {
  wave: 1,
  kind: 'invitation' as const,
  channels: [],
  state: 'running' as const,
  startsAt: '',
  deliveries: 9,
}
const campaign = {
  ...{ status: 'open' as const, opensAt: '2024-11-01T00:00:00Z', closesAt: '2024-11-11T00:00:00Z' },
  waves: [invitation],
}
const at = (day: number) => Date.parse(`2024-11-${String(day).padStart(2, '0')}T00:00:00Z`)
const unit = (code: string, answered: number, invited: number) => ({ code, name: code, answered, invited, groups: [] })

test('the plan rises evenly from the opening to the deadline, and stays there', () => {
  expect([2, 6, 11, 20].map((day) => expectedShare(campaign, 0, at(day)))).toEqual([0.1, 0.5, 1, 1])
})

test('on the first day, and while nobody has been invited, nothing is held against the plan', () => {
  expect(expectedShare(campaign, 5, at(2) - 1)).toBeNull()
  for (const waves of [[], [{ ...invitation, state: 'planned' as const }]]) {
    expect(isUninvited({ waves }, 0)).toBe(true)
    expect(expectedShare({ ...campaign, waves }, 0, at(6))).toBeNull()
    expect(expectedShare({ ...campaign, waves }, 1, at(6))).toBe(0.5)
  }
})

test('without a deadline, before the opening and after the close there is no plan', () => {
  expect(expectedShare({ ...campaign, closesAt: null }, 0, at(6))).toBeNull()
  expect(expectedShare({ ...campaign, status: 'draft', opensAt: null }, 0, at(6))).toBeNull()
  expect(expectedShare({ ...campaign, status: 'closed' }, 0, at(6))).toBeNull()
  expect(expectedShare({ ...campaign, status: 'paused' }, 0, at(6))).toBe(0.5)
})

test('only whole answers count as behind, so that nobody is behind in the first hours', () => {
  expect(answersBehind({ answered: 0, invited: 30 }, 0.02)).toBe(0)
  expect(answersBehind({ answered: 10, invited: 30 }, 0.5)).toBe(5)
  expect(answersBehind({ answered: 20, invited: 30 }, 0.5)).toBe(-5)
})

test('units behind come in the order of their lag, and none without a plan', () => {
  const units = [unit('a', 9, 20), unit('b', 20, 20), unit('c', 1, 20), unit('d', 40, 100)]
  expect(unitsBehind(units, 0.5).map(({ code }) => code)).toEqual(['c', 'd', 'a'])
  expect(unitsBehind(units, null)).toEqual([])
})
