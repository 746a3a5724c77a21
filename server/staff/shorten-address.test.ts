import { expect, test } from 'vitest'
import { shortenAddress } from './shorten-address.ts'

test.each([
  ['203.0.113.77', '203.0.113…'],
  ['::ffff:203.0.113.77', '203.0.113…'],
  ['2001:db8:12:34:5678::1', '2001:db8:12…'],
  ['2001:db8::1', '2001:db8:0…'],
  ['::1', '0:0:0…'],
  ['fe80::1%eth0', 'fe80:0:0…'],
  ['unknown', ''],
  [undefined, ''],
])('%s is kept as %s', (address, kept) => {
  expect(shortenAddress(address)).toBe(kept)
})
