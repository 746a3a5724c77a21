import { expect, test } from 'vitest'
import { copiedText, readPasted } from './column.ts'

const domains = {
  kind: 'choice' as const,
  options: [
    { value: 'id-1', label: '1 · Chỉ đạo' },
    { value: 'id-10', label: '10 · Tác động' },
  ],
}

test('a pasted choice is found by its words, or by the code that they begin with', () => {
  expect(readPasted(domains, '1 · chỉ đạo ')).toBe('id-1')
  expect(readPasted(domains, '10')).toBe('id-10')
})

test('a choice that is not on the list stays as it was written, so that it can be mended', () => {
  expect(readPasted(domains, 'Thể chế')).toBe('Thể chế')
  expect(readPasted(domains, '')).toBe('')
})

test('a tick is whatever people mark with; a no or nothing is none', () => {
  const check = { kind: 'check' as const }
  expect(['x', 'X', '1', 'có', '✓'].map((mark) => readPasted(check, mark))).toEqual(['x', 'x', 'x', 'x', 'x'])
  expect(['', '0', 'không', '-'].map((mark) => readPasted(check, mark))).toEqual(['', '', '', ''])
})

test('what is copied can be pasted again', () => {
  for (const { value } of domains.options) expect(readPasted(domains, copiedText(domains, value))).toBe(value)
})
