/** A text compressed once for whoever accepts that; of two who ask at once the second waits for the first. Pure but for zlib. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Coding = 'br' | 'gzip'

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export function packText(text: string): (coding: Coding) => Promise<Buffer> {
  const done = new Map<Coding, Promise<Buffer>>()
  return (coding) => {
    const packed = done.get(coding) ?? (coding === 'br' ? brotli(text, QUALITY) : zip(text))
    done.set(coding, packed)
    return packed
  }
}

/** The better of what Accept-Encoding names with a quality above 0; null: the text itself (RFC 9110, 12.5.3). */
export function codingFor(header: string | string[] | undefined): Coding | null {
  const accepted = new Map(
    String(header ?? '')
      .split(',')
      .map((part) => {
        const [name = '', quality = 'q=1'] = part.split(';').map((text) => text.trim().toLowerCase())
        return [name, Number(quality.replace(/^q=/, ''))] as const
      }),
  )
  return (['br', 'gzip'] as const).find((coding) => (accepted.get(coding) ?? accepted.get('*') ?? 0) > 0) ?? null
}
