import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readVerp, writeVerp } from './verp.ts'

const BOUNCE = 'bounce@khaosat.sonla.test'

test('what was written is read again, also when a mail system folds the case', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const address = writeVerp(BOUNCE, id)
      expect(readVerp(BOUNCE, address)).toBe(id)
      expect(readVerp(BOUNCE, address.toUpperCase())).toBe(id)
    }),
  )
})

test('the address is one that every mail system takes', () => {
  expect(writeVerp(BOUNCE, randomUUID())).toMatch(/^bounce\+[0-9a-f]{32}@khaosat\.sonla\.test$/)
})

test('a local part that would be too long, and an id of another form, leave the address as it is', () => {
  const long = `${'b'.repeat(32)}@khaosat.sonla.test`
  expect(writeVerp(long, randomUUID())).toBe(long)
  expect(writeVerp(BOUNCE, 'Dy1KpQ0xSn2bX7c9Yt4LrA')).toBe(BOUNCE)
})

describe('is no address of a delivery:', () => {
  const hex = '0123456789abcdef0123456789abcdef'
  test.each([
    BOUNCE,
    `bounce+${hex}@other.test`,
    `other+${hex}@khaosat.sonla.test`,
    `bounce+${hex}0@khaosat.sonla.test`,
    `bounce+${hex.slice(1)}@khaosat.sonla.test`,
    `bounce+${hex.slice(1)}g@khaosat.sonla.test`,
    `bounce+${hex}@evil.test@khaosat.sonla.test`,
    `bounce+${hex}`,
    '',
  ])('%j', (address) => {
    expect(readVerp(BOUNCE, address)).toBeUndefined()
  })
})
