/** Nothing that somebody filled in is dropped without a word, and what is no points is not taken for some. */
import { expect, test } from 'vitest'
import type { Sheet } from '../../sheets/sheet.ts'
import { smallIndexDefinition } from '../small-index.fixture.ts'
import { judgePoints } from './judge-points.ts'
import { planPoints } from './plan-points.ts'
import { readTables } from './read-tables.ts'

const plan = planPoints('chi-so-2025', smallIndexDefinition, { kind: 'appraised', source: '' })!
const HEAD = ['Mã', 'Tiêu chí', 'Điểm tối đa', 'SNV', 'STC']
const LINES = [
  ['1.1.1', 'Ban hành kế hoạch', '12,5', '12', '12'],
  ['2.1', 'Xây dựng văn bản quy phạm pháp luật', '25', '22', '22'],
]

function problemsOf(rows: string[][]) {
  const sheet: Sheet = { name: 'Điểm', rows: rows.map((cells, at) => ({ row: at + 1, cells })) }
  return readTables([sheet], plan).problems.kept.map(({ code, row, value }) => [code, row, value])
}

test.each(['1', '1 điểm', '1/2', 'abc', '-', '1e1'])('%j under an unknown code or heading is told', (text) => {
  const line = ['9.9', 'Việc khác', '', text, '']
  expect(problemsOf([HEAD, line, ...LINES])).toEqual([['unknown-criterion', 2, '9.9 Việc khác']])
  expect(problemsOf([HEAD, ...LINES, line])).toEqual([['unknown-criterion', 4, '9.9 Việc khác']])
  const [first = [], second = []] = LINES
  expect(problemsOf([[...HEAD, 'Sở Lạ'], first, [...second, text]])).toEqual([['unknown-unit', 1, 'Sở Lạ']])
})

test.each([['Minh chứng'], ['Ghi chú'], ['Tài liệu kiểm chứng']])('a column headed %j may hold any text', (heading) => {
  const [first = [], second = []] = LINES
  expect(problemsOf([[...HEAD, heading], first, [...second, '1 văn bản']])).toEqual([])
})

test('signatures and dates under the table are no points', () => {
  const under = [
    ['', '', '', '', 'Hòa An, ngày 5 tháng 1 năm 2026'],
    ['', 'NGƯỜI LẬP BIỂU', '', 'GIÁM ĐỐC'],
    ['NGƯỜI LẬP BIỂU', '', '', 'GIÁM ĐỐC'],
  ]
  expect(problemsOf([HEAD, ...LINES, ...under])).toEqual([])
  expect(problemsOf([HEAD, ...LINES, ['', 'Việc khác', '', '1 điểm']])).toHaveLength(1)
})

function judged(rows: string[][]) {
  const sheet: Sheet = { name: 'Điểm', rows: rows.map((cells, at) => ({ row: at + 1, cells })) }
  const { cells, problems } = readTables([sheet], plan)
  return judgePoints(plan, cells, {}, problems).problems
}

test('numbers typed as text are named where a sum passed over just them', () => {
  const sumsOf = (sum: string) =>
    judged([HEAD, ['2', 'Thể chế', '', sum, ''], ['2.1', 'Xây dựng văn bản quy phạm pháp luật', '25', '0,75', '22']])
      .filter(({ code }) => code === 'sum-differs')
      .map(({ message }) => message)
  expect(sumsOf('0')).toEqual([expect.stringContaining('Ô D3 ghi số ở dạng chữ')])
  expect(sumsOf('0.5')).toEqual([expect.not.stringContaining('Ô D3')])
  expect(sumsOf('0.75')).toEqual([])
})

test('a misspelt unit is asked about, not also told to be missing', () => {
  const missing = (heading: string) =>
    judged([['Mã', 'Tiêu chí', 'Điểm tối đa', 'SNV', heading], ...LINES])
      .filter(({ code, row }) => code === 'missing' && row === null)
      .map(({ unit }) => unit)
  expect(missing('Sở Tài chánh')).not.toContain('STC')
  expect(missing('Sở Tài chánh')).toContain('SYT')
  expect(missing('Ban Lạ Lùng')).toContain('STC')
  const list = [
    ['Đơn vị', 'Mã tiêu chí', 'Điểm'],
    ['SNV', '2.1', '22'],
    ['Sở Tài chánh', '2.1', '22'],
  ]
  const units = judged(list).flatMap(({ code, unit, row }) => (code === 'missing' && row === null ? unit : []))
  expect(units).toContain('SYT')
  expect(units).not.toContain('STC')
})
