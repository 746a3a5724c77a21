/**
 * A witness outside the database of how far it had come, so that a database which was put back to an earlier state in
 * the same place is found out. In DATA_DIR/witness and, where there is one, in Redis. Best effort: a read-only DATA_DIR
 * (a container) or an emptied Redis costs this one means and is no error.
 */
import { hash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { redisConnection } from '../../queue/redis-connection.ts'
import { furthest, isBehind, type Seen } from './judge-place.ts'

export type Witness = {
  /** What the witnesses agree on having seen of this database, or null. */
  recall(database: string): Promise<Seen | null>
  /** Keeps the further of what it knew and this. */
  note(database: string, seen: Seen): Promise<void>
  close(): Promise<void>
}

const REDIS_MS = 2_000
/** The queue on the same server says that it is away. */
const QUIET = { failed: () => {}, restored: () => {} }

/** `dataDir` is used when it exists; it is not made for this alone. */
export function createWitness({ dataDir, redisUrl }: { dataDir: string; redisUrl?: string | undefined }): Witness {
  const folder = join(dataDir, 'witness')
  const redis = redisUrl
    ? redisConnection(redisUrl, QUIET, { maxRetriesPerRequest: 1, commandTimeout: REDIS_MS })
    : undefined
  const file = (name: string) => join(folder, name)
  const key = (name: string) => `phieu:witness:${name}`

  async function recall(database: string): Promise<Seen | null> {
    const name = nameOf(database)
    const texts = await Promise.all([
      readFile(file(name), 'utf8').catch(() => null),
      redis?.get(key(name)).catch(() => null) ?? null,
    ])
    return texts.map(parse).reduce(furthest)
  }

  async function keepFile(name: string, text: string): Promise<void> {
    if (!existsSync(dataDir)) return
    await mkdir(folder, { mode: 0o700 }).catch(() => {})
    const draft = file(`${name}.${randomBytes(6).toString('hex')}`)
    try {
      await writeFile(draft, text, { mode: 0o600, flush: true })
      await rename(draft, file(name))
    } catch {
      await rm(draft, { force: true }).catch(() => {})
    }
  }

  return {
    recall,
    async note(database, seen) {
      const known = await recall(database)
      if (known && isBehind(seen, known)) return
      const name = nameOf(database)
      const text = JSON.stringify(seen)
      await Promise.all([keepFile(name, text), redis?.set(key(name), text).catch(() => {})])
    },
    async close() {
      redis?.disconnect()
    },
  }
}

/** The name says nothing of the installation to whoever reads a listing. */
const nameOf = (database: string): string => hash('sha256', database).slice(0, 32)

function parse(text: string | null): Seen | null {
  try {
    const { epoch, lsn } = JSON.parse(text ?? 'null')
    const known = Number.isInteger(epoch) && (lsn === null || /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/.test(lsn))
    return known ? { epoch, lsn } : null
  } catch {
    return null
  }
}
