/** Packs files into a zip while they are still being made: sizes and checksums follow the data. PKWARE APPNOTE 6.3.10, 4.3 and 4.4. */
import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { dataDescriptor, directoryEntry, directoryOf, localHeader, UTF8_NAME } from './zip-records.ts'

/** `content`: UTF-8 text, part by part. */
export type ZipFile = { path: string; content: Iterable<string> | AsyncIterable<string> }

const DATA_FOLLOWS = 0x0008
/** DEFLATE; 1 January 1980, the format's first day: what is packed has no age of its own. */
const STREAMED = { flags: DATA_FOLLOWS | UTF8_NAME, method: 8, date: 0x0021 }

/** The zip's bytes; each file and the whole below 4 GB. */
export async function* zipStream(files: ZipFile[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, content } of files) {
    const totals: Totals = { crc: 0, packed: 0, plain: 0 }
    const name = Buffer.from(path)
    const local = localHeader({ ...STREAMED, ...totals, name })
    yield local
    for await (const chunk of deflate(content, totals)) {
      totals.packed += chunk.length
      yield chunk
    }
    const entry = { ...STREAMED, ...totals, name }
    const behind = dataDescriptor(entry)
    yield behind
    directory.push(directoryEntry(entry, offset))
    offset += local.length + totals.packed + behind.length
  }
  yield directoryOf(directory, offset)
}

type Totals = { crc: number; packed: number; plain: number }

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
