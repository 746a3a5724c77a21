/**
 * The last index made of each campaign, as an object and as the text that is sent. Making one of 75 units × 150 leaves takes
 * tens of milliseconds; asking whether it still holds takes one query (scoring/keep-scores.ts says the same of scores).
 * Whoever asks while it is being made waits for that one.
 */
import type { Db } from '../../db/client.ts'
import { packText } from './pack-text.ts'
import type { IndexDocument } from './schemas.ts'

/** `etag` is the quoted digest, `body` the document as JSON; `packed` gives it compressed. */
export type ReadIndex = { index: IndexDocument; etag: string; body: string; packed: ReturnType<typeof packText> }

const MOST = 10
const kept = new WeakMap<Db, Map<string, { state: string; read: Promise<ReadIndex> }>>()

/** `state` must change whenever the document would; `build` runs when it has. `text` is canonical JSON without the digest. */
export function keepIndex(
  db: Db,
  campaignId: string,
  state: string,
  build: () => Promise<{ index: IndexDocument; text: string }>,
): Promise<ReadIndex> {
  const documents = kept.get(db) ?? new Map<string, { state: string; read: Promise<ReadIndex> }>()
  kept.set(db, documents)
  const known = documents.get(campaignId)
  if (known?.state === state) return known.read
  const read = build().then(({ index, text }) => {
    const body = withDigest(text, index)
    return { index, etag: `"${index.digest}"`, body, packed: packText(body) }
  })
  documents.delete(campaignId)
  documents.set(campaignId, { state, read })
  read.catch(() => {
    if (documents.get(campaignId)?.read === read) documents.delete(campaignId)
  })
  const [oldest] = documents.keys()
  if (documents.size > MOST && oldest !== undefined) documents.delete(oldest)
  return read
}

/** What was written for the digest is not written once more to be sent. */
function withDigest(text: string, { digest }: IndexDocument): string {
  return `${text.slice(0, -1)},"digest":"${digest}"}`
}
