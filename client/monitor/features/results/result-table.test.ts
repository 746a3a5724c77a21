import { expect, test } from 'vitest'
import type { UnitScore } from '../../../shared/api-types.ts'
import { domainNames } from '../../shared/domain-names.ts'
import { toTsv } from '../../shared/to-tsv.ts'
import { arrange, columnsOf, noteOf, pointsFirst, rankUnits, spreadsheetRows } from './result-table.ts'

const unit = (name: string, points: number | null, without?: string[]): UnitScore => ({
  code: name,
  name,
  invited: 50,
  answered: 40,
  counted: 35,
  points: points ?? 0,
  max: 20,
  complete: false,
  ...(points === null && { hidden: { reason: 'few-responses', needed: 5, criteria: [] } }),
  sources: [{ code: 's', name: 'Công chức', origin: 'survey', points, max: 20, ...(without && { without }) }],
  criteria: [{ code: '1.1', name: 'C', domain: '1', points, max: 1, valid: 35 }],
})
const units = [unit('Sở Y tế', 17.5), unit('Sở Nội vụ', 18), unit('Đài', null), unit('Ban', 17.5)]
const campaign = { domains: [{ block: 'so', code: '1', name: 'Chỉ đạo' }] }
const block = { code: 'so', name: 'Khối sở', units }

test('equal points share a rank, and a unit without points has none', () => {
  expect(rankUnits(units).map(({ rank }) => rank)).toEqual([2, 1, null, 2])
})

test('points that lack a criterion are out of less, without a rank; the domain shows its part with a mark', () => {
  const lacking = unit('Ban', 13.93, ['1.2'])
  const missing = { code: '1.2', name: 'Chất lượng', domain: '1', points: null, max: 6, valid: 2 }
  const ban = { ...lacking, criteria: [...lacking.criteria, missing] }
  const [row] = rankUnits([ban, unit('Sở Y tế', 12)])
  expect(row!.rank).toBeNull()
  const columns = columnsOf({ ...block, units: [ban] }, domainNames(campaign, 'so'))
  const said = (key: string) => columns.find((column) => column.key === key)!.text(ban)
  expect([said('source s'), said('points'), said('domain 1')]).toEqual(['13,93 / 14', '13,93 / 14', '13,93*'])
  expect(noteOf(ban, true)).toBe('không gồm tiêu chí “Chất lượng”')
})

test('ranks among totals that all still lack the same imported points are marked', () => {
  const imported = { code: 'c', name: 'Người dân', origin: 'imported' as const, points: null, max: 10 }
  const waiting = units.map((one) => ({ ...one, max: 30, sources: [...one.sources, imported] }))
  expect(rankUnits(waiting).map(({ rank, partial }) => [rank, partial])).toEqual([
    [2, true],
    [1, true],
    [null, false],
    [2, true],
  ])
  const known = { ...waiting[0]!, sources: [units[0]!.sources[0]!, { ...imported, points: 8 }] }
  expect(rankUnits([known, waiting[1]!]).map(({ rank, partial }) => [rank, partial])).toEqual([
    [1, false],
    [null, false],
  ])
})

test('rows sort by points with the unknown last either way, and by name in Vietnamese order', () => {
  const columns = columnsOf(block, domainNames(campaign, 'so'))
  const names = (key: string, descending: boolean, search = '') =>
    arrange(rankUnits(units), columns, { key, descending }, search).map((row) => row.unit.name)
  expect(names('points', true)).toEqual(['Sở Nội vụ', 'Ban', 'Sở Y tế', 'Đài'])
  expect(names('points', false)).toEqual(['Ban', 'Sở Y tế', 'Sở Nội vụ', 'Đài'])
  expect(names('name', false)).toEqual(['Ban', 'Đài', 'Sở Nội vụ', 'Sở Y tế'])
  expect(names('name', false, 'so  noi')).toEqual(['Sở Nội vụ'])
})

test('on a narrow screen the points stand before what they are made of, all else as it was', () => {
  const columns = columnsOf(block, domainNames(campaign, 'so'))
  const keys = columns.map(({ key }) => key)
  expect(pointsFirst(columns).map(({ key }) => key)).toEqual(['points', ...keys.filter((key) => key !== 'points')])
})

test('the copied table holds what the screen shows, with blanks where points are hidden and a note that says why', () => {
  const columns = columnsOf(block, domainNames(campaign, 'so'))
  const rows = rankUnits([unit('Sở Nội vụ', 18), unit('Đài', null), unit('Ban', 17.5, ['6.1'])])
  const text = toTsv(spreadsheetRows(rows, columns, true))
  expect(text.split('\n')).toEqual([
    'Hạng\tMã\tĐơn vị\tPhát ra\tTrả lời\tĐã kiểm\tCông chức (20)\tCộng (20)\tLĩnh vực 1. Chỉ đạo (1)\tGhi chú',
    '1\tSở Nội vụ\tSở Nội vụ\t50\t40\t35\t18,00\t18,00\t18,00\t',
    '\tĐài\tĐài\t50\t40\t35\t\t\t\tkhông đủ 5 phiếu',
    '\tBan\tBan\t50\t40\t35\t17,50\t17,50\t17,50\tkhông gồm tiêu chí “6.1”',
  ])
})
