import { describe, expect, test } from 'vitest'
import { createRowFinder } from './find-row.ts'
import type { PlannedRow } from './plan-points.ts'

const row = (code: string, name: string, level: PlannedRow['level'] = 'criterion'): PlannedRow => ({
  ...{ id: `${level} ${code}`, role: level === 'criterion' ? 'leaf' : 'sum', level, codes: code === '' ? [] : [code] },
  ...{ name, max: '1', parts: [] },
})
const first = row('1.1', 'Ban hành kế hoạch')
const tenth = row('1.10', 'Công khai, minh bạch')
const domain = row('1', 'Chỉ đạo, điều hành', 'domain')
const twin = row('2', 'Thể chế', 'domain')
const inTwin = row('2', 'Văn bản')
const total = row('', 'Tổng cộng', 'total')
const find = createRowFinder([domain, first, tenth, twin, inTwin, total])

describe('which line a file means', () => {
  test.each([
    ['1.1', '', first],
    ['1.1.', 'Ban hành kế hoạch (có minh chứng)', first],
    ['1.1000000000000001', '', first],
    ['', 'BAN HÀNH KẾ HOẠCH', first],
    ['01/01/2025', 'Ban hành kế hoạch', first],
    ['1.1', 'Tên do đơn vị tự đặt', first],
    ['1.10', '', tenth],
    // A spreadsheet made 1.1 of 1.10; the name tells.
    ['1.1', 'Công khai, minh bạch', tenth],
    ['2', 'Thể chế', twin],
    ['2', 'Văn bản', inTwin],
    ['I', 'Chỉ đạo, điều hành', domain],
    ['', 'TỔNG ĐIỂM', total],
    ['Tổng cộng', '', total],
  ])('code %j, name %j', (code, name, expected) => {
    expect(find(code, name)).toEqual({ row: expected })
  })

  test('a name that contradicts its code is not passed over', () => {
    expect(find('1.10', 'Ban hành kế hoạch')).toEqual({ row: null, clash: first, several: false })
  })

  test('a code of two lines needs a name; an unknown one is none', () => {
    expect(find('2', '')).toEqual({ row: null, clash: null, several: true })
    expect(find('9.9', 'Việc khác')).toEqual({ row: null, clash: null, several: false })
  })
})
