import { expect, test } from 'vitest'
import { isSampleValue, sampleValues } from './sample-values.ts'

test.each(['Sở Nội vụ tỉnh (ví dụ)', '0200 000 0000', '0212.000.0000', 'khao-sat@tinh.example', 'a@example.com'])(
  '“%s” is of an example',
  (value) => expect(isSampleValue(value)).toBe(true),
)

test.each(['', 'Sở Nội vụ', '0212 3852 123', '0900 000 001', 'khao-sat@sonla.gov.vn', 'a@examples.vn'])(
  '“%s” is real',
  (value) => expect(isSampleValue(value)).toBe(false),
)

test('names what is left of an example, and nothing else', () => {
  const organizer = { name: 'Sở Nội vụ', phone: '0200 000 0000', email: 'a@sonla.gov.vn' }
  expect(sampleValues({ title: 'Khảo sát 2026', organizer })).toEqual(['Số điện thoại liên hệ: “0200 000 0000”'])
})
