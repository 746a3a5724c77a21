/**
 * Unpacks the wanted entries of a zip file within a budget. Every size in a zip is a claim, so each entry is inflated
 * with the budget as a hard stop; entries are taken by the central directory, so nothing hides between them.
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14–16, 4.5.3. Pure.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { errors } from '../errors.ts'
import { inFile } from './sheet.ts'

const END = 0x06054b50
const END_64_LOCATOR = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const OVERFLOW = 0xffffffff
const MAX_ENTRIES = 5_000

type Entry = { path: string; method: number; crc: number; packed: number; unpacked: number; offset: number }

const broken = () => errors.fileUnreadable(inFile('Tệp bị hỏng hoặc chưa tải lên hết.'))
const bomb = () => errors.tooLarge(inFile('Tệp chứa quá nhiều dữ liệu sau khi giải nén.'))

/** Path → content of the entries that `wanted` accepts. Throws file-unreadable or too-large. */
export function readZip(zip: Buffer, wanted: (path: string) => boolean, maxBytes: number): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let left = maxBytes
  try {
    const entries = listEntries(zip).filter((entry) => wanted(entry.path))
    if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > maxBytes) throw bomb()
    for (const entry of entries) {
      const content = unpack(zip, entry, left)
      left -= content.length
      files.set(entry.path, content)
    }
  } catch (error) {
    // Reading past the end of a cut file is a RangeError, damaged deflate data a zlib error.
    if (error instanceof RangeError || (error instanceof Error && 'errno' in error)) throw broken()
    throw error
  }
  return files
}

function listEntries(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(signature(END))
  if (end < 0 || end + 22 > zip.length) throw broken()
  let count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  if ((count === 0xffff || at === OVERFLOW) && end >= 20 && zip.readUInt32LE(end - 20) === END_64_LOCATOR) {
    const end64 = Number(zip.readBigUInt64LE(end - 12))
    count = Number(zip.readBigUInt64LE(end64 + 32))
    at = Number(zip.readBigUInt64LE(end64 + 48))
  }
  if (count > MAX_ENTRIES) throw bomb()
  const entries: Entry[] = []
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== ENTRY) throw broken()
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const extraEnd = nameEnd + zip.readUInt16LE(at + 30)
    const entry: Entry = {
      path: zip.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    }
    widen(entry, zip.subarray(nameEnd, extraEnd))
    entries.push(entry)
    at = extraEnd + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** Zip64: streaming writers (Java's POI among them) put the real sizes into an extra field even of small files. */
function widen(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let value = at + 4
    for (const field of ['unpacked', 'packed', 'offset'] as const) {
      if (entry[field] !== OVERFLOW) continue
      entry[field] = Number(extra.readBigUInt64LE(value))
      value += 8
    }
  }
}

function unpack(zip: Buffer, entry: Entry, budget: number): Buffer {
  if (zip.readUInt32LE(entry.offset) !== LOCAL) throw broken()
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28)
  const packed = zip.subarray(start, start + entry.packed)
  if (packed.length > budget) throw bomb()
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, budget) : undefined
  if (!content || crc32(content) !== entry.crc) throw broken()
  return content
}

function inflate(packed: Buffer, budget: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw bomb()
    throw error
  }
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
