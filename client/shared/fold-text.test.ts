import { expect, test } from 'vitest'
import { foldText } from './fold-text.ts'

test('search without accents finds accented names, composed or not', () => {
  expect(foldText('Sở Kế hoạch  và Đầu tư')).toBe('so ke hoach va dau tu')
  expect(foldText('Sở Nội vụ'.normalize('NFD'))).toBe('so noi vu')
})
