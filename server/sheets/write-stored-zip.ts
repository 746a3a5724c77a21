/** Packs files into a zip without compression: the shortest way to hand checked content to a reader that takes zips. Pure. */
import { crc32 } from 'node:zlib'
import { directoryEntry, directoryOf, localHeader, UTF8_NAME } from './zip-records.ts'

const STORED = { flags: UTF8_NAME, method: 0, date: 0 }

/** A zip of `files` (path → content), each below 4 GB. */
export function writeStoredZip(files: Map<string, Buffer>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of files) {
    const { length } = content
    const entry = { ...STORED, crc: crc32(content), packed: length, plain: length, name: Buffer.from(path) }
    const local = localHeader(entry)
    parts.push(local, content)
    directory.push(directoryEntry(entry, offset))
    offset += local.length + length
  }
  return Buffer.concat([...parts, directoryOf(directory, offset)])
}
