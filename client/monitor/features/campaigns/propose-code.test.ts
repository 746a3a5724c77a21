import { expect, test } from 'vitest'
import { isCode } from '../../shared/is-code.ts'
import { proposeCode, yearAfter } from './propose-code.ts'

test('a campaign after another one is of the next year, in its title and in its code', () => {
  expect(yearAfter('Điều tra xã hội học năm 2024')).toBe('Điều tra xã hội học năm 2025')
  expect(yearAfter('son-la-2024')).toBe('son-la-2025')
  expect(yearAfter('2023 so với 2024')).toBe('2023 so với 2025')
})

test('what names no year stays as it is', () => {
  expect(yearAfter('thu-12024')).toBe('thu-12024')
  expect(yearAfter('Khảo sát thử')).toBe('Khảo sát thử')
})

test('a code begins with what a code allows', () => {
  expect(proposeCode('xã/phường 2026')).toBe('xa-phuong-2026')
  expect(proposeCode('Điều tra xã hội học năm 2026 của tỉnh')).toBe('Dieu-tra-xa-hoi-hoc-nam-2026-cua')
  expect(proposeCode('…')).toBe('')
  for (const text of ['xã/phường 2026', '(ví dụ)', '-2026', 'a'.repeat(40)])
    expect(isCode(proposeCode(text))).toBe(true)
})
