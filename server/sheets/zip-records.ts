/** What every zip that we write is made of beside its files' content. Pure. PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16 and 4.4. */

/** `method` 0: stored; `packed` and `plain`: bytes; `date` as MS-DOS counts days. */
export type ZipEntry = {
  flags: number
  method: number
  date: number
  crc: number
  packed: number
  plain: number
  name: Buffer
}

export const UTF8_NAME = 0x0800
/** Where checksum and sizes begin in what `describe` gives, and where they end. */
const SIZES = [10, 22] as const

/** What the local header and the directory's entry share. */
function describe({ flags, method, date, crc, packed, plain, name }: ZipEntry): Buffer {
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0) // version needed
  shared.writeUInt16LE(flags, 2)
  shared.writeUInt16LE(method, 4)
  shared.writeUInt16LE(date, 8)
  shared.writeUInt32LE(crc, 10)
  shared.writeUInt32LE(packed, 14)
  shared.writeUInt32LE(plain, 18)
  shared.writeUInt16LE(name.length, 22)
  return shared
}

/** Stands before a file's content. */
export const localHeader = (entry: ZipEntry): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04'), describe(entry), entry.name])

/** Stands behind the content of a file whose local header could not know them: checksum and sizes. */
export const dataDescriptor = (entry: ZipEntry): Buffer =>
  Buffer.concat([Buffer.from('PK\x07\x08'), describe(entry).subarray(...SIZES)])

/** A file's entry in the directory; its local header stands at `offset`. */
export function directoryEntry(entry: ZipEntry, offset: number): Buffer {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), describe(entry), place, entry.name])
}

/** The directory that begins at `offset` and ends the zip. */
export function directoryOf(entries: Buffer[], offset: number): Buffer {
  const listing = Buffer.concat(entries)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([listing, end])
}
