import { expect, test } from 'vitest'
import { stateOf, whyOf } from './channel-state.ts'

const RUNNING = { state: 'running' as const, paused: null, held: null, due: 3, trouble: null }
const AT = '2026-11-16T01:00:00Z'

test('a running channel explains nothing, and says whether anything waits', () => {
  expect([stateOf(RUNNING, false).words, whyOf(RUNNING, false)]).toEqual(['Đang gửi', null])
  expect(stateOf({ ...RUNNING, due: 0 }, false).words).toBe('Sẵn sàng, không có tin chờ')
})

test('a pause says who, since when and why; one by the system says what went wrong', () => {
  const by = { ...RUNNING, state: 'paused' as const, paused: { at: AT, by: 'lan@so.example', reason: 'chờ mẫu mới' } }
  expect(whyOf(by, false)).toBe('lan@so.example tạm dừng từ 16/11 08:00: chờ mẫu mới')
  const alone = {
    ...by,
    paused: { at: AT, by: null, reason: 'smtp-550' },
    trouble: { title: 'Hộp thư không có', nextStep: 'Sửa địa chỉ.' },
  }
  expect(whyOf(alone, false)).toBe(
    'Hệ thống tự tạm dừng từ 16/11 08:00 vì có quá nhiều tin không gửi được: hộp thư không có. Sửa địa chỉ.',
  )
})

test('trouble that passes by itself says until when, and a hold of everything says whom it waits for', () => {
  const held = { ...RUNNING, state: 'held' as const, held: { until: AT, failure: 'zalo-144' } }
  expect(stateOf(held, false)).toEqual({ tone: 'warn', words: 'Đang chờ tới 16/11 08:00' })
  expect(whyOf(held, false)).toBe('Hệ thống tự thử lại lúc 16/11 08:00.')
  expect(whyOf(RUNNING, true)).toContain('người quản trị')
})
