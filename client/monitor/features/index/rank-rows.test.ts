import { expect, test } from 'vitest'
import { toTsv } from '../../shared/to-tsv.ts'
import { indexBlock, indexUnit } from './index-unit.fixture.ts'
import { arrangeUnits, rankSpreadsheet } from './rank-rows.ts'

const past = { code: 'NV', name: 'Sở Nội vụ', points: 90, rank: 3, class: 'A' }
const units = [
  indexUnit('Sở Y tế', 80, { rank: 2 }),
  indexUnit('Sở Nội vụ', 91.25, { rank: 1, change: { points: 1.25, rank: 2, past } }),
  indexUnit('Đài', 9.5, { rank: null, class: null, incomparable: 'new-unit' }),
  indexUnit('Ban', 60, { rank: null, class: null }),
]
const names = (...args: Parameters<typeof arrangeUnits> extends [unknown, ...infer Rest] ? Rest : never) =>
  arrangeUnits(units, ...args).map(({ name }) => name)

test('places go from the first, the unranked last in the order of the campaign; names in Vietnamese order', () => {
  expect(names({ key: 'rank', descending: false }, '')).toEqual(['Sở Nội vụ', 'Sở Y tế', 'Đài', 'Ban'])
  expect(names({ key: 'rank', descending: true }, '')).toEqual(['Sở Y tế', 'Sở Nội vụ', 'Đài', 'Ban'])
  expect(names({ key: 'name', descending: false }, '')).toEqual(['Ban', 'Đài', 'Sở Nội vụ', 'Sở Y tế'])
  expect(names({ key: 'change', descending: true }, '')[0]).toBe('Sở Nội vụ')
})

test('a unit is found without accents', () => {
  expect(names({ key: 'rank', descending: false }, 'so noi')).toEqual(['Sở Nội vụ'])
})

test('the copied table says what the screen says, with blanks for what is unknown', () => {
  const lines = toTsv(
    rankSpreadsheet(indexBlock(units), arrangeUnits(units, { key: 'rank', descending: false }, ''), false),
  ).split('\n')
  expect(lines[0]).toContain('Hạng\tMã\tĐơn vị\tTổng điểm\tXếp loại\tTăng, giảm điểm\tTăng, giảm hạng')
  expect(lines[1]).toBe('1\tSở Nội vụ\tSở Nội vụ\t91,25\tB\t+1,25\t+2\tSở Nội vụ\t60,00\t\t25,00\t91,25')
  expect(lines[3]).toBe('\tĐài\tĐài\t9,50\t\t\t\tkhông so sánh được: đơn vị mới\t60,00\t\t25,00\t9,50')
})

test('without a single rank, points are called what they are so far', () => {
  const open = units.map((unit) => ({ ...unit, rank: null }))
  expect(rankSpreadsheet(indexBlock(open), open, true)[0]?.[3]).toBe('Điểm đã có')
})

test('while things move, the copied table holds what can still come about', () => {
  const [header, first] = rankSpreadsheet(indexBlock(units), units, true)
  expect(header?.slice(-4)).toEqual([
    'Tổng thấp nhất còn có thể',
    'Tổng cao nhất còn có thể',
    'Hạng còn có thể',
    'Loại còn có thể',
  ])
  expect(first?.slice(-4)).toEqual(['80,00', '80,00', 'chắc chắn hạng 1', 'chắc chắn loại B'])
})
