import { expect, test } from 'vitest'
import { receiptOf } from './receipt.ts'

test('receipts are of the messages themselves', () => {
  expect(receiptOf(Buffer.alloc(32, 255))).toBe('_'.repeat(22))
})
