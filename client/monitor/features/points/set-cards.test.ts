import { expect, test } from 'vitest'
import type { PointSet, PointSets } from '../../../shared/index-types.ts'
import { changedCells, totalsOf } from './changed-cells.ts'
import { cardsOf, setSearch } from './set-cards.ts'

const set = (
  kind: 'self' | 'appraised' | 'imported',
  round: number,
  version: number,
  filled: number,
  current: boolean,
) => ({
  ...{ id: `${kind}${round}${version}`, kind, source: '', round, version, filled, current, units: 2 },
  ...{
    on: '2025-01-06',
    at: '2025-01-06T02:00:00Z',
    actor: 'a@so.example',
    origin: 'csv' as const,
    reason: 'Họp',
    digest: 'x',
  },
})

test('each round of an appraisal is a card of its own, with its newest version first', () => {
  const sets: PointSets = {
    sets: [set('appraised', 1, 1, 10, false), set('appraised', 1, 2, 8, false), set('appraised', 2, 1, 10, true)],
    kinds: [
      { kind: 'appraised', source: '', name: 'Thẩm định', rounds: [1, 2], leaves: 10, units: 2, filled: 10 },
      { kind: 'imported', source: 'nd', name: 'Người dân', rounds: [1], leaves: 2, units: 2, filled: 0 },
    ],
    frozen: false,
  }
  const cards = cardsOf(sets)
  expect(cards.map(({ title, filled, state, current }) => [title, filled, state, current])).toEqual([
    ['Thẩm định lần 1', 8, 'part', false],
    ['Thẩm định lần 2', 10, 'full', true],
    ['Người dân', 0, 'none', false],
  ])
  expect(cards[0]?.versions.map(({ version }) => version)).toEqual([2, 1])
  expect(setSearch(cards[2]!.key, { filled: 'true' })).toBe('kind=imported&source=nd&round=1&filled=true')
})

test('a version is told by what it changed, points that came or went included', () => {
  const version: Pick<PointSet, 'blocks'> = {
    blocks: [
      {
        code: 'so',
        name: 'Khối sở',
        leaves: [
          { code: '1.1', name: 'Kế hoạch', max: 2 },
          { code: '1.2', name: 'Báo cáo', max: 1 },
        ],
        units: [
          { code: 'A', name: 'Sở A', before: [1, null], after: [1, 0.5], totalBefore: 1, total: 1.5 },
          { code: 'B', name: 'Sở B', before: [2, 1], after: [1.75, 1], totalBefore: 3, total: 2.75 },
        ],
      },
    ],
  }
  expect(changedCells(version as PointSet)).toEqual([
    { unit: 'Sở A', leaf: '1.2', name: 'Báo cáo', before: null, after: 0.5 },
    { unit: 'Sở B', leaf: '1.1', name: 'Kế hoạch', before: 2, after: 1.75 },
  ])
  expect(totalsOf(version as PointSet)[1]).toEqual({ unit: 'Sở B', before: 3, after: 2.75 })
})
