import { expect, test } from 'vitest'
import { shortenName } from './shorten-name.ts'

test.each([
  ['Lò Thị Ánh', 'Lò Thị Ánh'],
  ['  Lò   Thị\tÁnh ', 'Lò Thị Ánh'],
  ['Nguyễn Hoàng Phương Thảo Nguyên Minh Ánh', 'Nguyễn Hoàng Phương Thảo Ánh'],
  ['A'.repeat(40), 'A'.repeat(30)],
  [`Lò ${'B'.repeat(40)}`, 'B'.repeat(30)],
])('%j becomes %j', (name, short) => {
  expect(shortenName(name)).toBe(short)
  expect([...shortenName(name)].length).toBeLessThanOrEqual(30)
})

test('decomposed letters count as the one letter they are', () => {
  const name = 'Nguyễn Thị Phương Thảo'.normalize('NFD')
  expect(shortenName(name)).toBe('Nguyễn Thị Phương Thảo')
})
