import { expect, test } from 'vitest'
import { changedUnits } from './changed-units.ts'

const view = (units: { code: string; n: number }[], total = 0) => ({
  total,
  blocks: [{ code: 'b', sum: total, units }],
})

test('the first view is whole', () => {
  const first = view([{ code: 'a', n: 1 }])
  expect(changedUnits(first, undefined)).toBe(first)
})

test('later only units that differ are kept, and every total', () => {
  const before = view(
    [
      { code: 'a', n: 1 },
      { code: 'b', n: 2 },
    ],
    3,
  )
  const after = view(
    [
      { code: 'a', n: 1 },
      { code: 'b', n: 5 },
      { code: 'c', n: 0 },
    ],
    6,
  )
  expect(changedUnits(after, before)).toEqual(
    view(
      [
        { code: 'b', n: 5 },
        { code: 'c', n: 0 },
      ],
      6,
    ),
  )
  expect(changedUnits(before, before)).toEqual(view([], 3))
})

test('a listener who merges what it gets has the whole at every step', () => {
  const steps = [
    [1, 1],
    [1, 2],
    [3, 2],
    [3, 2],
    [0, 0],
  ].map(([a, b]) =>
    view(
      [
        { code: 'a', n: a! },
        { code: 'b', n: b! },
      ],
      a! + b!,
    ),
  )
  const held = new Map<string, number>()
  let last: (typeof steps)[number] | undefined
  for (const step of steps) {
    for (const unit of changedUnits(step, last).blocks[0]!.units) held.set(unit.code, unit.n)
    last = step
    expect([...held.values()].reduce((sum, n) => sum + n, 0)).toBe(step.total)
  }
})
