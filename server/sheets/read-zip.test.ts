import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { readZip } from './read-zip.ts'
import { writeStoredZip } from './write-stored-zip.ts'

const all = () => true

function refusal(zip: Buffer, budget = 1_000_000): string {
  try {
    readZip(zip, all, budget)
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'accepted'
}

/** One deflated entry whose headers claim `claimed` bytes unpacked. */
function deflated(content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content)
  const zip = writeStoredZip(new Map([['a.xml', packed]]))
  const entry = zip.lastIndexOf('PK\x01\x02')
  for (const [method, crc, size] of [
    [8, 14, 22],
    [entry + 10, entry + 16, entry + 24],
  ] as const) {
    zip.writeUInt16LE(8, method)
    zip.writeUInt32LE(crc32(content), crc)
    zip.writeUInt32LE(claimed, size)
  }
  return zip
}

describe('readZip', () => {
  it('gives back what was packed, and only what is wanted', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z/]{1,20}$/), fc.uint8Array()), (contents) => {
        const files = new Map(Object.entries(contents).map(([path, bytes]) => [path, Buffer.from(bytes)]))
        const wanted = new Map([...files].filter(([path]) => path.length > 5))
        expect(readZip(writeStoredZip(files), (path) => path.length > 5, 1_000_000)).toEqual(wanted)
      }),
    )
  })

  it('inflates deflated entries', () => {
    expect(
      readZip(deflated(Buffer.from('xin chào')), all, 100)
        .get('a.xml')
        ?.toString(),
    ).toBe('xin chào')
  })

  it('refuses what would unpack beyond the budget, whether the headers admit it or lie', () => {
    const bomb = Buffer.alloc(5_000_000)
    expect(refusal(deflated(bomb))).toBe('too-large')
    expect(refusal(deflated(bomb, 10))).toBe('too-large')
  })

  it('counts the budget over all entries together', () => {
    const files = new Map(Array.from({ length: 11 }, (_, index) => [`${index}.xml`, Buffer.alloc(100_000)]))
    expect(refusal(writeStoredZip(files))).toBe('too-large')
  })

  it('refuses a cut or altered file, at whatever place', () => {
    const zip = deflated(Buffer.from('một danh sách '.repeat(20)))
    for (let length = 0; length < zip.length; length++) expect(refusal(zip.subarray(0, length))).toBe('file-unreadable')
    const altered = Buffer.from(zip)
    altered[45] = altered[45]! ^ 0xff
    expect(refusal(altered)).toBe('file-unreadable')
  })

  it('never throws anything but a refusal on random damage', () => {
    const zip = deflated(Buffer.from('một danh sách '.repeat(20)))
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(255), (at, value) => {
        const altered = Buffer.from(zip)
        altered[at] = value
        expect(['accepted', 'file-unreadable', 'too-large']).toContain(refusal(altered))
      }),
      { numRuns: 1_000 },
    )
  })
})
