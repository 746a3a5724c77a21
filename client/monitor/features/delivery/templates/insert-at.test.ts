import { expect, test } from 'vitest'
import { insertAt } from './insert-at.ts'

test('a placeholder goes in where the caret stands, with a space where words would run together', () => {
  expect(insertAt('Kính gửi', 8, 8, '{họ_tên}')).toEqual({ text: 'Kính gửi {họ_tên}', caret: 17 })
  expect(insertAt('Kính gửi , xin chào', 9, 9, '{họ_tên}').text).toBe('Kính gửi {họ_tên}, xin chào')
  expect(insertAt('Kính gửi bạn nhé', 9, 12, '{họ_tên}').text).toBe('Kính gửi {họ_tên} nhé')
  expect(insertAt('', 0, 0, '{họ_tên}').text).toBe('{họ_tên}')
})
