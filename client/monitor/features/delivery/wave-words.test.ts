import { expect, test } from 'vitest'
import { WAYS, waveStateWords, wayOf, waysFor } from './wave-words.ts'

test('each way is found again from what the server says of a wave', () => {
  for (const way of WAYS) expect(wayOf(way).id).toBe(way.id)
  expect(wayOf({ channels: ['zalo', 'email'], order: 'together', audience: 'all' }).id).toBe('together')
  expect(wayOf({ channels: ['zalo'], order: 'in-order', audience: 'all' }).id).toBe('zalo')
})

test('an invitation cannot be for those where another channel failed', () => {
  expect(waysFor('invitation').every(({ audience }) => audience === 'all')).toBe(true)
  expect(waysFor('reminder').some(({ audience }) => audience === 'failed-elsewhere')).toBe(true)
})

test('a wave with nothing left to send reads as done', () => {
  expect(waveStateWords({ state: 'running', waiting: 0 })).toBe('Đã gửi xong')
  expect(waveStateWords({ state: 'running', waiting: 3 })).toBe('Đang gửi')
  expect(waveStateWords({ state: 'overdue', waiting: 0 })).toBe('Quá giờ, chờ xác nhận')
})
