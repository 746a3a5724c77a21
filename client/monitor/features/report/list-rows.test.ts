import { expect, test } from 'vitest'
import type { ReportField } from '../../../shared/report-types.ts'
import { joinDrafts, linesOf, saysTheSame } from './field-text.ts'
import { EMPTY_ROW, problemsOf, readDay, rowsOf, savedText, typedRows } from './list-rows.ts'

const DOCUMENT = { what: 'Kế hoạch điều tra', number: '1801/QĐ-UBND', date: '2024-08-30' }
const STEPS = [
  { what: 'Hoàn thành tự đánh giá', date: '2024-12-20' },
  { what: 'Thẩm định bước 2', from: '2024-12-28', to: '2024-12-29' },
]

test('what is saved comes back as it was, through rows with days as people write them', () => {
  const documents = JSON.stringify([DOCUMENT])
  expect(rowsOf(documents)).toEqual([
    { what: 'Kế hoạch điều tra', number: '1801/QĐ-UBND', day: '30/08/2024', until: '' },
  ])
  expect(savedText('documents', rowsOf(documents))).toBe(documents)
  expect(savedText('steps', rowsOf(JSON.stringify(STEPS)))).toBe(JSON.stringify(STEPS))
})

test('a day is read in the ways people write it, and no day that does not exist', () => {
  expect(['6/12/2024', '06.12.2024', ' 06-12-2024 '].map(readDay)).toEqual(Array(3).fill('2024-12-06'))
  expect(['31/02/2024', '12/2024', '2024-12-06', ''].map(readDay)).toEqual(Array(4).fill(undefined))
})

test('a row with a mistake is named at its place and keeps the list from being saved; an empty one is left out', () => {
  const row = { ...EMPTY_ROW, what: 'Thẩm định', day: '28/12/2024', until: '01/12/2024' }
  expect(problemsOf('steps', row)).toEqual({ until: 'Ngày kết thúc trước ngày bắt đầu.' })
  expect(Object.keys(problemsOf('documents', { ...EMPTY_ROW, number: '12' }))).toEqual(['what', 'day'])
  expect(savedText('steps', [row])).toBeUndefined()
  expect(savedText('steps', [EMPTY_ROW])).toBe('')
})

test('text that is no list has no rows', () => {
  expect(['', 'không phải danh sách', '{"a":1}', '[1]'].map(rowsOf)).toEqual([[], [], [], []])
})

test('a draft that holds other things than words shows no words, and can be typed over', () => {
  const rows = typedRows('[{"what":1,"day":null,"strange":{}},{"what":"Thẩm định"}]')
  expect(rows).toEqual([EMPTY_ROW, { ...EMPTY_ROW, what: 'Thẩm định' }])
  expect(savedText('steps', rows.slice(0, 1))).toBe('')
})

test('two versions are joined, rows under rows, paragraphs under paragraphs, and in one line what has but one', () => {
  const steps = { field: 'steps', kind: 'json' } as const
  const [mine, theirs] = STEPS.map((step) => JSON.stringify(rowsOf(JSON.stringify([step]))))
  expect(linesOf('steps', joinDrafts(steps, mine!, theirs!))).toEqual([
    'Hoàn thành tự đánh giá: ngày 20/12/2024',
    'Thẩm định bước 2: từ ngày 28/12/2024 đến ngày 29/12/2024',
  ])
  expect(typedRows(joinDrafts(steps, mine!, ''))).toHaveLength(1)
  const join = (kind: ReportField['kind']) => joinDrafts({ field: 'x', kind }, 'Của tôi', 'Của bạn')
  expect(join('text')).toBe('Của tôi\n\nCủa bạn')
  expect(join('lines')).toBe('Của tôi\nCủa bạn')
  expect(join('line')).toBe('Của tôi; Của bạn')
})

test('blanks at the ends of lines are no difference', () => {
  expect(saysTheSame('nguyen-nhan', 'Một \n\n\nHai\n', 'Một\n\nHai')).toBe(true)
  expect(saysTheSame('nguyen-nhan', 'Một', 'Hai')).toBe(false)
})
