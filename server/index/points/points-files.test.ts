/** Files that LibreOffice made: what a real office sends comes in, and what is wrong in it is told with its place. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { appraisedPoints, citizensPoints, smallIndexDefinition } from '../small-index.fixture.ts'
import type { GivenPoints } from './judge-points.ts'
import { type PointsPlan, planPoints } from './plan-points.ts'
import { readPointsFile } from './read-points-file.ts'

const plan = (kind: 'appraised' | 'imported', source: string) =>
  planPoints('chi-so-2025', smallIndexDefinition, { kind, source })!
const appraised = plan('appraised', '')
const citizens = plan('imported', 'nguoi-dan')

async function read(name: string, of: PointsPlan = appraised, given: GivenPoints = {}) {
  const data = await readFile(new URL(`./fixtures/${name}`, import.meta.url))
  return (await readPointsFile({ name, data }, of, given)).judged
}

const ofBlock = (points: typeof appraisedPoints) =>
  Object.fromEntries(['SNV', 'STC', 'SYT', 'SVH'].map((unit) => [unit, points[unit]]))

describe('the template', () => {
  test('filled in and saved by LibreOffice comes in whole, its computed sums checked', async () => {
    expect(await read('mau-da-ghi.xlsx')).toEqual({
      points: appraisedPoints,
      blocks: ['so', 'huyen'],
      problems: [],
      problemCount: 0,
    })
  })

  test('exported by LibreOffice as .csv comes in, the one block that it holds', async () => {
    expect(await read('mau-da-ghi.csv')).toEqual({
      points: ofBlock(appraisedPoints),
      blocks: ['so'],
      problems: [],
      problemCount: 0,
    })
  })

  test('of an imported source comes in', async () => {
    const judged = { points: citizensPoints, blocks: ['so', 'huyen'], problems: [], problemCount: 0 }
    expect(await read('mau-nguoi-dan.xlsx', citizens)).toEqual(judged)
  })

  test('left empty says of every leaf of every unit that it is missing, with its place', async () => {
    const { problems } = await read('mau-trong.xlsx')
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 7 * 4 }, () => 'missing'))
    expect(problems[0]).toMatchObject({
      ...{ sheet: 'Khối sở', row: 8, column: 'D · Sở Nội vụ', unit: 'SNV', criterion: '1.1.1' },
    })
  })

  test('of another campaign is refused', async () => {
    const { problems } = await read('mau-da-ghi.xlsx', { ...appraised, campaign: 'chi-so-2026' })
    expect(problems[0]).toMatchObject({ code: 'wrong-campaign', row: 3, value: 'chi-so-2025' })
  })
})

describe('an office’s own table', () => {
  test('comes in: titles, other headings, text for numbers, decimal commas, formulas, names spelt otherwise', async () => {
    const { points, blocks, problems } = await read('so-cua-don-vi.xlsx')
    expect(problems).toEqual([])
    expect(blocks).toEqual(['so'])
    expect(points).toEqual({
      SNV: { '1.1.1': '12.5', '1.1.2': '17.25', '2.1': '22.25', '2.2.1': '14' },
      STC: { '1.1.1': '12.5', '1.1.2': '17', '2.1': '22.25', '2.2.1': '13.75' },
      SYT: { '1.1.1': '10', '1.1.2': '16.5', '2.1': '22.25', '2.2.1': '13.5' },
      SVH: { '1.1.1': '10.3', '1.1.2': '16', '2.1': '22.25', '2.2.1': '13.25' },
    })
  })

  test('a list of units and points is enough where a source has one criterion', async () => {
    const { points, problems } = await read('buu-dien.xlsx', citizens)
    expect(problems).toEqual([])
    expect(points).toEqual(citizensPoints)
  })

  test.each([
    ['sai-ten-don-vi', 'unknown-unit', 4, 'E', { value: 'Sở Tài chánh' }, 'Có phải “Sở Tài chính”?'],
    ['cot-khong-ten', 'unknown-unit', 4, 'F', { value: '' }, 'không ghi đơn vị'],
    ['sai-tieu-chi', 'unknown-criterion', 9, 'A', { value: '9.9 Việc khác' }, 'không có trong bộ tiêu chí'],
    ['ma-khac-ten', 'unknown-criterion', 9, 'A', { criterion: '2.2.1' }, '(mã 2.1)'],
    ['thieu-o', 'missing', 8, 'F · So Y te', { unit: 'SYT', criterion: '1.1.2' }, 'Sở Y tế'],
    ['chu-thay-so', 'not-a-number', 8, 'F · So Y te', { unit: 'SYT', value: 'chưa có' }, 'ghi số'],
    ['loi-chia-khong', 'not-a-number', 8, 'F · So Y te', { value: '#DIV/0!' }, 'lỗi công thức'],
    ['loi-tham-chieu', 'not-a-number', 8, 'F · So Y te', { value: '#REF!' }, 'lỗi công thức'],
    ['qua-toi-da', 'above-max', 7, 'F · So Y te', { criterion: '1.1.1', value: '12.51' }, 'là 12,5, tệp ghi 12,51.'],
    ['ngay-thang', 'above-max', 7, 'F · So Y te', { value: '45789' }, 'đổi số thành ngày'],
    ['diem-am', 'negative', 7, 'F · So Y te', { value: '-1' }, 'âm'],
    ['nam-so-le', 'too-many-decimals', 7, 'F · So Y te', { value: '1.23456' }, '4 chữ số'],
    ['sua-toi-da', 'max-differs', 9, 'C', { criterion: '2.1', value: '26' }, 'là 25, tệp ghi 26'],
    [
      'sai-tong',
      'sum-differs',
      6,
      'E · SỞ TÀI CHÍNH',
      { criterion: '1.1', value: '29' },
      'ghi 29, cộng các dòng được 29,5',
    ],
    ['hai-cot', 'duplicate', 4, 'G', { unit: 'STC' }, 'hai cột'],
    ['hai-dong', 'duplicate', 10, 'A', { criterion: '2.1' }, 'hai dòng'],
    ['ghi-khao-sat', 'not-appraised', 11, 'D · Sở Nội vụ', { criterion: '1.2', value: '11' }, 'hiện chưa có điểm'],
  ])('%s.xlsx: %s in row %i, column %s', async (name, code, row, column, about, words) => {
    const { problems } = await read(`${name}.xlsx`)
    const message = expect.stringContaining(words)
    expect(problems).toContainEqual(
      expect.objectContaining({ sheet: 'Thẩm định', code, row, column, message, ...about }),
    )
  })

  test('a survey’s line may repeat what the survey gives', async () => {
    const { problems } = await read('ghi-khao-sat.xlsx', appraised, { SNV: { XH1: '11' } })
    expect(problems).toEqual([])
    const other = await read('ghi-khao-sat.xlsx', appraised, { SNV: { XH1: '11.25' } })
    expect(other.problems).toMatchObject([{ code: 'not-appraised', message: expect.stringContaining('hiện là 11,25') }])
  })

  test('one wrong cell is one problem, but where others hang on it', async () => {
    for (const name of ['thieu-o', 'chu-thay-so', 'qua-toi-da', 'diem-am', 'nam-so-le', 'sua-toi-da', 'sai-tong'])
      expect((await read(`${name}.xlsx`)).problems, name).toHaveLength(1)
  })
})
