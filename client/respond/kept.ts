/**
 * What the device keeps for one invitation, in IndexedDB: the draft, then what is needed to finish sending after a crash,
 * then the receipt alone. From pressing send on it is written with durability "strict": localStorage may lose its last
 * seconds when the system kills an app, and a blinded message that was sent but not kept could never be unblinded.
 */
import type { Seal } from './seal.ts'

export type Answers = Record<string, unknown>
export type Kept = {
  answers?: Answers
  /** Version of the notice agreed to. */
  consent?: string
  /** The person pressed send; the answers are fixed from here on. */
  queued?: boolean
  seal?: Seal
  signature?: string
  receipt?: string
}

/** Reads and writes one record per key; `durable` is false when the browser forbids storing and only memory is left. */
export type Store = {
  durable: boolean
  get(key: string): Promise<Kept>
  put(key: string, kept: Kept): Promise<void>
}

const NAME = 'phieu'

export async function openStore(): Promise<Store> {
  try {
    const db = await settle(indexedDB.open(NAME, 1), (request) => request.result.createObjectStore(NAME))
    return {
      durable: true,
      get: async (key) => (await settle(db.transaction(NAME).objectStore(NAME).get(key))) ?? {},
      put: (key, kept) =>
        new Promise((resolve, reject) => {
          const durability = kept.queued ? 'strict' : 'relaxed'
          const transaction = db.transaction(NAME, 'readwrite', { durability })
          transaction.oncomplete = () => resolve()
          transaction.onabort = transaction.onerror = () => reject(transaction.error)
          const all = transaction.objectStore(NAME)
          if (Object.keys(kept).length) all.put(kept, key)
          else all.delete(key)
          // Now, not when the event loop comes round: the page may be on its way out.
          transaction.commit?.()
        }),
    }
  } catch {
    return memoryStore()
  }
}

export function memoryStore(): Store {
  const all = new Map<string, string>()
  return {
    durable: false,
    get: async (key) => JSON.parse(all.get(key) ?? '{}'),
    put: async (key, kept) => void all.set(key, JSON.stringify(kept)),
  }
}

function settle<T>(request: IDBRequest<T>, upgrade?: (request: IDBRequest<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    if (upgrade) (request as unknown as IDBOpenDBRequest).onupgradeneeded = () => upgrade(request)
  })
}

/** The record's key: a hash. Of the invitation alone, so that what is kept is found again under a re-issued link. */
export async function keptKey(invitation: string): Promise<string> {
  const bytes = new TextEncoder().encode(invitation)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
