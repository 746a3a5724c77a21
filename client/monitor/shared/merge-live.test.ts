import { expect, test } from 'vitest'
import type { Progress, UnitProgress } from '../../shared/api-types.ts'
import { mergeProgress } from './merge-live.ts'

const unit = (code: string, answered: number): UnitProgress => ({ code, name: code, invited: 10, answered, groups: [] })
const counts = (sent: number) => ({
  queued: 0,
  sending: 0,
  sent,
  delivered: 0,
  failed: 0,
  unknown: 0,
  withdrawn: 0,
})
const progress = (answered: number, units: UnitProgress[]): Progress => ({
  ...{ status: 'open', closesAt: null },
  invited: 20,
  answered,
  blocks: [{ code: 'b', name: 'B', invited: 20, answered, units }],
  deliveries: { email: counts(answered), zalo: counts(0) },
})

test('a unit that an event leaves out keeps its figures, and the totals are the event’s', () => {
  const merged = mergeProgress(progress(3, [unit('x', 1), unit('y', 2)]), progress(5, [unit('y', 4)]))
  expect(merged.answered).toBe(5)
  expect(merged.blocks[0]!.answered).toBe(5)
  expect(merged.blocks[0]!.units.map((u) => [u.code, u.answered])).toEqual([
    ['x', 1],
    ['y', 4],
  ])
})

test('the first event stands as it is', () => {
  const whole = progress(3, [unit('x', 3)])
  expect(mergeProgress(undefined, whole)).toEqual(whole)
})
