import { expect, test } from 'vitest'
import { inSentence } from './in-sentence.ts'
import { usualWay, WAYS, waveName, waveStateWords, wayOf, waysFor } from './wave-words.ts'

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

test('a new wave is offered the way of the invitation that counts', () => {
  const invitation = { kind: 'invitation', state: 'running', ...wayOf(WAYS[2]!) } as const
  const stopped = { ...invitation, state: 'stopped', ...wayOf(WAYS[3]!) } as const
  const reminder = { ...invitation, kind: 'reminder', ...wayOf(WAYS[6]!) } as const
  expect(usualWay([])).toBe('together')
  expect(usualWay([invitation, stopped, reminder])).toBe('zalo-email')
  expect(usualWay([stopped])).toBe('email')
})

test('a wave has its number in its name, and a name keeps its capital within a sentence', () => {
  expect(waveName({ wave: 2, kind: 'reminder' })).toBe('Lượt nhắc 2')
  expect(inSentence('Zalo trước, thư điện tử cho người không nhận được Zalo')).toMatch(/^Zalo trước/)
  expect(inSentence('Thư điện tử trước, Zalo cho người không nhận được thư')).toMatch(/^thư điện tử trước, Zalo/)
})
