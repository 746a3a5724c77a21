import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

const NOW = Date.parse('2024-11-20T16:30:00Z')

test('days are counted by the calendar in Vietnam', () => {
  expect(timeLeft('open', '2024-11-30T10:00:00Z', NOW)).toEqual({ figure: '10 ngày', words: 'còn lại' })
  expect(timeLeft('open', '2024-11-20T16:59:00Z', NOW).figure).toBe('Hôm nay')
  expect(timeLeft('open', '2024-11-20T17:30:00Z', NOW).figure).toBe('1 ngày')
})

test('a date that has passed, none at all, and a closed campaign each say so', () => {
  expect(timeLeft('open', '2024-11-20T16:00:00Z', NOW).figure).toBe('Hết hạn')
  expect(timeLeft('paused', null, NOW).figure).toBe('Không hạn')
  expect(timeLeft('final', '2024-11-30T10:00:00Z', NOW).figure).toBe('Đã đóng')
})
