import { expect, test } from 'vitest'
import type { PointSet, PointSets } from '../../../shared/index-types.ts'
import { againstOf, importTotals, swappedPairs } from './import-totals.ts'

const had = (totals: Record<string, number | null>) =>
  ({ blocks: [{ units: Object.entries(totals).map(([code, total]) => ({ code, name: code, total })) }] }) as PointSet
const file = (totals: Record<string, number>) => Object.entries(totals).map(([unit, points]) => ({ unit, points }))

test('units that change come first, with what they have now', () => {
  const rows = importTotals(file({ A: 60, B: 55.5, C: 50 }), had({ A: 60, B: 54, C: null }))
  expect(rows.map(({ unit, before, changed }) => [unit, before, changed])).toEqual([
    ['B', 54, true],
    ['C', null, true],
    ['A', 60, false],
  ])
})

test('a first version changes nothing', () => {
  expect(importTotals(file({ A: 60 }), undefined)).toEqual([{ unit: 'A', before: null, after: 60, changed: false }])
})

test('two units that take each other’s totals are named, others are not', () => {
  const rows = importTotals(file({ A: 55, B: 60, C: 55, D: 40 }), had({ A: 60, B: 55, C: 50, D: 40 }))
  expect(swappedPairs(rows)).toEqual([['A', 'B']])
  expect(swappedPairs(importTotals(file({ A: 60, B: 60 }), had({ A: 60, B: 60 })))).toEqual([])
})

test('a file is held against the newest version of its round, else of the round before', () => {
  const set = (kind: string, round: number, version: number) => ({ kind, source: '', round, version })
  const sets = { sets: [set('appraised', 1, 1), set('appraised', 1, 2), set('self', 1, 3)] } as unknown as PointSets
  const key = { kind: 'appraised' as const, source: '' }
  expect(againstOf(sets, { ...key, round: 1 })).toMatchObject({ round: 1, version: 2 })
  expect(againstOf(sets, { ...key, round: 2 })).toMatchObject({ round: 1, version: 2 })
  sets.sets.push({ ...sets.sets[0]!, round: 2, version: 1 })
  expect(againstOf(sets, { ...key, round: 2 })).toMatchObject({ round: 2, version: 1 })
  expect(againstOf({ ...sets, sets: [] }, { ...key, round: 1 })).toBeUndefined()
})
