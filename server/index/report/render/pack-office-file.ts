/**
 * Packs the parts of an office document into its zip. Compressed by fflate, because zlib's bytes differ from one processor
 * and build to another, and the same report must give the same bytes wherever it is built. ECMA-376 part 2; PKWARE APPNOTE
 * 6.3.10.
 */
import { strToU8, zipSync } from 'fflate'

/** The format's first day, by the local clock, which is what fflate writes down: no part has an age of its own. */
const noAge = () => new Date(1980, 0, 1)

/** The zip of `parts` (path → text or bytes), in their order. */
export function packOfficeFile(parts: Map<string, string | Uint8Array>): Buffer {
  const files = [...parts].map(([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content])
  const zip = zipSync(Object.fromEntries(files), { level: 6, mtime: noAge(), os: 0, attrs: 0 })
  return Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
}
