import { expect, test } from 'vitest'
import { cleanCell } from './sheet.ts'

test('a letter and an accent that only an invisible character parted are one letter', () => {
  expect(cleanCell('Ve\u200b\u0302')).toBe('V\u00ea')
})

test('what cannot be seen or stored goes, line breaks stay', () => {
  expect(cleanCell(' Sở\u00a0Nội vụ\r\nSở\u0000Y tế\ufeff \ud800')).toBe('Sở Nội vụ\nSở Y tế \ufffd')
})
