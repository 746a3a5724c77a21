import { expect, test } from 'vitest'
import { foldName } from './fold-name.ts'

test.each([
  ['xã Hòa Bình', 'Xã  Hoà Bình '],
  ['Thủy Phú', 'Thuỷ Phú'],
  ['Quý Hoá', 'QUÝ HÓA'],
  ['Sở Ngoại vụ', 'Sở Ngoại vụ'.normalize('NFD')],
])('“%s” and “%s” are one name', (one, other) => {
  expect(foldName(one)).toBe(foldName(other))
})

test.each([
  ['Chiềng La', 'Chiềng Lả'],
  ['Mường Bú', 'Mường Bù'],
  ['Đông Thành', 'Dông Thành'],
  ['Phường 1', 'Phường 2'],
])('“%s” and “%s” are two names', (one, other) => {
  expect(foldName(one)).not.toBe(foldName(other))
})
