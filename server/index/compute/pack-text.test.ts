import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { codingFor, packText } from './pack-text.ts'

test('a text is compressed once a coding, and comes back whole', async () => {
  const text = '{"tên":"Sở Nội vụ"}'.repeat(100)
  const packed = packText(text)
  expect(brotliDecompressSync(await packed('br')).toString()).toBe(text)
  expect(gunzipSync(await packed('gzip')).toString()).toBe(text)
  expect(packed('br')).toBe(packed('br'))
})

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
  ['*', 'br'],
  ['*;q=0', null],
  ['identity', null],
  ['gzip;q=không', null],
  [undefined, null],
])('%s is answered with %s', (header, coding) => {
  expect(codingFor(header)).toBe(coding)
})
