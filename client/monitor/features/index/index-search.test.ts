import { expect, test } from 'vitest'
import { readIndexSearch } from './index-search.ts'

test('an address leads to a table and a unit, and nonsense in it leads to the ranking', () => {
  expect(readIndexSearch({ view: 'domains', block: 'so', unit: 'SNV' })).toEqual({
    view: 'domains',
    block: 'so',
    unit: 'SNV',
  })
  expect(readIndexSearch({ view: 'x', block: ['a'], unit: 12 })).toEqual({ view: 'ranks', unit: '12' })
})
