import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seedOf } from '../test/seed.ts'
import { mergeSmallGroups, type SizedGroup } from './merge-small-groups.ts'

const seed = seedOf('merge-small-groups.test')
const group = (key: string, size: number, questionnaire = 'chung'): SizedGroup => ({ key, size, questionnaire })
const merged = (groups: SizedGroup[], k = 5) => Object.fromEntries(mergeSmallGroups(groups, k))

test('groups of at least k stand alone', () => {
  expect(merged([group('a', 5), group('b', 9)])).toEqual({ a: 'a', b: 'b' })
})

test('a small group joins the smallest other of the same questionnaire', () => {
  expect(merged([group('a', 2), group('b', 9), group('c', 7), group('d', 6, 'riêng')])).toEqual({
    ...{ a: 'c', b: 'b', c: 'c', d: 'd' },
  })
})

test('where nobody has the same questionnaire it joins the smallest of all', () => {
  expect(merged([group('a', 2), group('b', 9, 'khác'), group('c', 7, 'khác')])).toEqual({ a: 'c', b: 'b', c: 'c' })
})

test('what was merged goes on together until it is large enough', () => {
  expect(merged([group('a', 1), group('b', 2), group('c', 9)])).toEqual({ a: 'c', b: 'c', c: 'c' })
})

test('one group alone stays, however small: its unit is for the caller to refuse or withhold', () => {
  expect(merged([group('a', 1)])).toEqual({ a: 'a' })
  expect(merged([group('a', 1), group('b', 2)])).toEqual({ a: 'b', b: 'b' })
  expect(merged([])).toEqual({})
})

const groups = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    size: fc.integer({ min: 1, max: 12 }),
    questionnaire: fc.constantFrom('x', 'y', 'z'),
  }),
  { selector: ({ key }) => key, maxLength: 7 },
)

test('nobody is lost, nothing small is left, nothing large is moved without need, and order does not matter', () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 3, max: 8 }), fc.nat(), (list, k, turn) => {
      const targets = mergeSmallGroups(list, k)
      expect([...targets.keys()].sort()).toEqual(list.map(({ key }) => key).sort())
      const sums = new Map<string, number>()
      for (const { key, size } of list) sums.set(targets.get(key)!, (sums.get(targets.get(key)!) ?? 0) + size)
      for (const [target, sum] of sums) {
        expect(targets.get(target)).toBe(target)
        if (sums.size > 1) expect(sum).toBeGreaterThanOrEqual(k)
      }
      if (list.every(({ size }) => size >= k)) expect(sums.size).toBe(list.length)
      const turned = list.map((_, at) => list[(at + turn) % list.length]!)
      expect(Object.fromEntries(mergeSmallGroups(turned, k))).toEqual(Object.fromEntries(targets))
    }),
    { seed, numRuns: 500 },
  )
})
