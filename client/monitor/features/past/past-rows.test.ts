import { expect, test } from 'vitest'
import { indexUnit } from '../index/index-unit.fixture.ts'
import { pastRows } from './past-rows.ts'

const before = (name: string, rank: number | null) => ({ code: name, name, points: 80, rank, class: 'B' })

test('units stand by last year’s rank, those without one last as the campaign has them', () => {
  const rows = pastRows([
    indexUnit('Sở Y tế', 90, { predecessor: null, incomparable: 'new-unit' }),
    indexUnit('Sở Nội vụ', 90, { predecessor: before('Sở Nội vụ', 2) }),
    indexUnit('Ban', 90, { predecessor: null, incomparable: 'merged' }),
    indexUnit('Sở Tài chính', 90, { predecessor: before('Sở Tài chính', 1) }),
  ])
  expect(rows.map(({ name, rank }) => [name, rank])).toEqual([
    ['Sở Tài chính', '1'],
    ['Sở Nội vụ', '2'],
    ['Sở Y tế', ''],
    ['Ban', ''],
  ])
  expect(rows[2]).toMatchObject({ comparable: false, words: 'không so sánh được: đơn vị mới', points: '' })
})

test('whom a unit continues is told only where the name is another', () => {
  const [same, renamed] = pastRows([
    indexUnit('Sở Nội vụ', 90, { predecessor: before('Sở Nội vụ', 1) }),
    indexUnit('Sở Dân tộc và Tôn giáo', 90, { predecessor: before('Ban Dân tộc', 2) }),
  ])
  expect([same?.continues, renamed?.continues]).toEqual(['', 'Ban Dân tộc'])
})
