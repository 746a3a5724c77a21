import { expect, test } from 'vitest'
import { isTyped } from './typed-word.tsx'

test('a word counts however its accents are put together and with a capital, and no other word does', () => {
  expect(isTyped('công bố', ' công bố '.normalize('NFD'))).toBe(true)
  expect(isTyped('mở', 'Mở'.normalize('NFD'))).toBe(true)
  expect(isTyped('SO-2026', 'so-2026')).toBe(false)
  expect(isTyped('công bố', 'cong bo')).toBe(false)
  expect(isTyped('công bố', '')).toBe(false)
})
