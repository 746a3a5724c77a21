import { expect, test } from 'vitest'
import { type ImportProblem, placeText, valueText } from './problem-words.ts'

const problem = (changes: Partial<ImportProblem>): ImportProblem => ({
  ...{ sheet: null, row: null, column: null, unit: null, code: 'above-max', value: null, message: 'Sửa lại.' },
  ...changes,
})

test('a place is the sheet and the cell, or as much of it as is known', () => {
  expect(placeText(problem({ sheet: 'Khối sở', row: 7, column: 'E · Sở Nội vụ' }))).toBe('Khối sở · E7')
  expect(placeText(problem({ row: 7 }))).toBe('dòng 7')
  expect(placeText(problem({ sheet: 'Khối sở', column: 'E' }))).toBe('Khối sở · cột E')
  expect(placeText(problem({ row: 5, column: 'Điểm tối đa' }))).toBe('dòng 5 · Điểm tối đa')
  expect(placeText(problem({}))).toBe('')
})

test('numbers have a decimal comma; codes of criteria and words stay as they are', () => {
  expect(valueText(problem({ value: '7.25' }))).toBe('7,25')
  expect(valueText(problem({ value: '13' }))).toBe('13')
  expect(valueText(problem({ code: 'unknown-criterion', value: '1.1' }))).toBe('1.1')
  expect(valueText(problem({ code: 'not-a-number', value: '7.2x' }))).toBe('7.2x')
})
