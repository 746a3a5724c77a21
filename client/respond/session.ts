/** What all screens share: the page's data, the parts, and the one way to change what the device keeps. */
import type { PageData } from '../../server/respond/schemas.ts'
import type { Kept, Store } from './kept.ts'
import type { Part } from './parts.ts'

export type Session = {
  data: PageData
  token: string
  store: Store
  parts: Part[]
  keep(part: Part, kept: Kept): Promise<void>
}

export function createSession(data: PageData, token: string, store: Store, parts: Part[]): Session {
  return {
    data,
    token,
    store,
    parts,
    async keep(part, kept) {
      part.kept = kept
      // A full or forbidden disk: go on from memory, and say so before anyone relies on it.
      await store.put(part.key, kept).catch(() => {
        store.durable = false
      })
    },
  }
}
