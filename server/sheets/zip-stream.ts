/** Packs files into a zip while they are still being made: sizes and checksums follow the data. PKWARE APPNOTE 6.3.10, 4.3 and 4.4. */
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** `content`: UTF-8 text, part by part. */
export type ZipFile = { path: string; content: Iterable<string> | AsyncIterable<string> }

const DATA_FOLLOWS = 0x0008
const UTF8_NAME = 0x0800
const DEFLATE = 8
/** 1 January 1980, the format's first day: what is packed has no age of its own. */
const NO_DATE = 0x0021

/** The zip's bytes; each file and the whole below 4 GB. */
export async function* zipStream(files: ZipFile[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, content } of files) {
    const name = Buffer.from(path)
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04'),
      header({ crc: 0, packed: 0, plain: 0, name: name.length }),
      name,
    ])
    yield local
    const totals = { crc: 0, packed: 0, plain: 0 }
    for await (const chunk of deflate(content, totals)) {
      totals.packed += chunk.length
      yield chunk
    }
    const entry = header({ ...totals, name: name.length })
    yield Buffer.concat([Buffer.from('PK\x07\x08'), entry.subarray(10, 22)])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), entry, place, name)
    offset += local.length + totals.packed + 16
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  yield Buffer.concat([listing, end])
}

type Totals = { crc: number; packed: number; plain: number }

/** What the local header and the directory's entry share. */
function header({ crc, packed, plain, name }: Totals & { name: number }): Buffer {
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0) // version needed
  shared.writeUInt16LE(DATA_FOLLOWS | UTF8_NAME, 2)
  shared.writeUInt16LE(DEFLATE, 4)
  shared.writeUInt16LE(NO_DATE, 8)
  shared.writeUInt32LE(crc, 10)
  shared.writeUInt32LE(packed, 14)
  shared.writeUInt32LE(plain, 18)
  shared.writeUInt16LE(name, 22)
  return shared
}

/** Compresses outside the main thread, at the reader's pace; counts the plain bytes into `totals`. */
function deflate(content: ZipFile['content'], totals: Totals): AsyncIterable<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const part of content) {
      const bytes = Buffer.from(part)
      totals.crc = crc32(bytes, totals.crc)
      totals.plain += bytes.length
      yield bytes
    }
  }
  // An error of the source ends the compression with it, and so the loop that reads from it.
  return pipeline(Readable.from(counted()), createDeflateRaw({ level: 6 }), () => {})
}
