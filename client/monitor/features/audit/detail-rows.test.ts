import { describe, expect, test } from 'vitest'
import { aboutWords, detailRows, valueText } from './detail-rows.ts'
import { inGroups, parseKept } from './kept-head.ts'

describe('what changed', () => {
  test('stands with what was before and after, and what stayed is left out', () => {
    const details = {
      channel: 'email',
      before: { perMinute: 30, perDay: null },
      after: { perMinute: 60, perDay: null },
    }
    expect(detailRows(details)).toEqual([
      { name: 'Số tin mỗi phút', before: '30', after: '60' },
      { name: 'Kênh', after: 'Thư điện tử' },
    ])
  })

  test('may be one value alone', () => {
    expect(detailRows({ before: 'open', after: 'paused' })).toEqual([
      { name: 'Giá trị', before: 'Đang mở', after: 'Tạm dừng' },
    ])
  })

  test('is named by the group it stands in, and its codes by the key they are held under', () => {
    const [people, requests] = detailRows({
      before: { people: 730, requests: { see: 15 } },
      after: { people: 365, requests: { see: 10 } },
    })
    expect(people).toEqual({ name: 'Người', before: '730', after: '365' })
    expect(requests?.after).toBe('Xem dữ liệu: 10')
    expect(detailRows({ via: 'in-person', rule: 'messages', fields: ['name', 'unit'], role: 'unit' })).toEqual([
      { name: 'Nhận qua', after: 'Gặp trực tiếp' },
      { name: 'Quy tắc', after: 'Tin đã gửi và việc gửi tay' },
      { name: 'Các mục được sửa', after: 'Tên, Đơn vị' },
      { name: 'Vai trò', after: 'Đầu mối đơn vị' },
    ])
  })

  test('may have been nothing before', () => {
    expect(detailRows({ after: { closesAt: '2026-03-02T10:00:00.000Z' } })).toEqual([
      { name: 'Hạn trả lời', before: '–', after: '17:00 ngày 02/03/2026' },
    ])
  })
})

test('values are written as people write them, and never as JSON', () => {
  expect(valueText(1574)).toBe('1.574')
  expect(valueText(true)).toBe('Có')
  expect(valueText(null)).toBe('–')
  expect(valueText('2026-03-02')).toBe('02/03/2026')
  expect(valueText(['email', 'zalo'])).toBe('Thư điện tử, Zalo')
  expect(valueText({ email: 3, zalo: 1 })).toBe('Thư điện tử: 3; Zalo: 1')
  expect(valueText([{ code: 'max', values: [], words: 'Tiêu chí 1.2: điểm tối đa 0,75 → 1' }])).toBe(
    'Tiêu chí 1.2: điểm tối đa 0,75 → 1',
  )
  expect(valueText(Array.from({ length: 14 }, (_, at) => `p${at}`))).toMatch(/p11 … và 2 mục nữa$/)
})

test('the line itself says which wave, how many people', () => {
  expect(aboutWords({ wave: 2, channels: ['zalo'], people: 1204 })).toBe('lượt 2 · Zalo · 1.204 người')
  expect(aboutWords({ invitations: 1204, strata: 9 })).toBe('1.204 phiếu')
  expect(aboutWords({ hash: 'x' })).toBe('')
  expect(aboutWords(null)).toBe('')
})

test('an end is typed in as it was printed, with dots and spaces', () => {
  const hash = '0123456789abcdef'.repeat(4)
  expect(parseKept('1.204', inGroups(hash))).toEqual({ seq: 1204, hash })
  expect(parseKept(' 1204 ', hash.toUpperCase())).toEqual({ seq: 1204, hash })
  for (const [seq, typed] of [
    ['0', hash],
    ['x', hash],
    ['12', hash.slice(1)],
    ['12', `g${hash.slice(1)}`],
  ] as const)
    expect(parseKept(seq, typed)).toBeNull()
})
