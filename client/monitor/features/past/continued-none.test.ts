import { expect, test } from 'vitest'
import { indexBlock, indexUnit } from '../index/index-unit.fixture.ts'
import { continuedNone } from './continued-none.ts'

test('units of last year that were merged or closed are named, those that go on are not', () => {
  const before = (code: string) => ({ code, name: `Sở ${code}`, points: 80, rank: 1, class: 'B' })
  const block = indexBlock(
    [
      indexUnit('STC', 90, { predecessor: null, incomparable: 'merged' }),
      indexUnit('SNV', 90, { predecessor: before('SNV') }),
    ],
    { past: { units: [before('SNV'), before('STC'), before('SKHDT')], moves: null } },
  )
  expect(continuedNone(block).map(({ code }) => code)).toEqual(['STC', 'SKHDT'])
  expect(continuedNone(indexBlock([]))).toEqual([])
})
