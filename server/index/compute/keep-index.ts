/** The last index made of each campaign, as an object and as the text that is sent. */
import { createKept } from '../../scoring/keep-made.ts'
import type { packText } from './pack-text.ts'
import type { IndexDocument } from './schemas.ts'

/** `etag` is the quoted digest, `body` the document as JSON; `packed` gives it compressed. */
export type ReadIndex = { index: IndexDocument; etag: string; body: string; packed: ReturnType<typeof packText> }

export const keepIndex = createKept<ReadIndex>()
