import { expect, test } from 'vitest'
import type { Definition, Unit } from '../../campaigns/definition.ts'
import { smallIndexDefinition } from '../small-index.fixture.ts'
import { compareYears } from './compare-years.ts'

const past = {
  year: 2024,
  blocks: [
    {
      code: 'so',
      units: ['A', 'B', 'C'].map((code) => ({ code, name: code, points: 80, rank: 1, class: 'B' })),
      moves: null,
    },
    { code: 'huyen', units: [{ code: 'H', name: 'H', points: 70, rank: 1, class: 'B' }], moves: null },
  ],
}

function compared(units: Unit[]): Record<string, string> {
  const [so, huyen] = smallIndexDefinition.blocks
  const definition: Definition = {
    ...smallIndexDefinition,
    blocks: [
      { ...so!, units },
      { ...huyen!, units: [{ code: 'H', name: 'H' }] },
    ],
  }
  const found = compareYears(definition, past)
  return Object.fromEntries(
    units.map(({ code }) => [code, found.get(code)!.past?.code ?? found.get(code)!.incomparable!]),
  )
}
const unit = (code: string, predecessors?: string[]): Unit => ({
  code,
  name: code,
  ...(predecessors && { predecessors }),
})

test('a unit continues the one of its own code, or the one it names', () => {
  expect(compared([unit('A'), unit('X', ['B'])])).toEqual({ A: 'A', X: 'B' })
})

test('a unit without predecessors is new, though there was one of its code', () => {
  expect(compared([unit('A', [])])).toEqual({ A: 'new-unit' })
})

test('a unit of several predecessors was merged', () => {
  expect(compared([unit('A', ['A', 'B']), unit('C')])).toEqual({ A: 'merged', C: 'C' })
})

test('a predecessor that two name was split, one of them silently or by name', () => {
  expect(compared([unit('X', ['A']), unit('Y', ['A'])])).toEqual({ X: 'split', Y: 'split' })
  expect(compared([unit('A'), unit('Y', ['A'])])).toEqual({ A: 'split', Y: 'split' })
  expect(compared([unit('A'), unit('Y', ['A', 'B'])])).toEqual({ A: 'split', Y: 'merged' })
})

test('a unit whose predecessor is not in the past results of its block is not compared', () => {
  expect(compared([unit('Z'), unit('X', ['H'])])).toEqual({ Z: 'not-in-past-results', X: 'split' })
  expect(compared([unit('X', ['MC'])])).toEqual({ X: 'not-in-past-results' })
})

test('without a past year nothing is compared', () => {
  expect(
    new Set(
      compareYears(smallIndexDefinition, null)
        .values()
        .map(({ incomparable }) => incomparable),
    ),
  ).toEqual(new Set(['no-past-year']))
})
