/**
 * Database handles. `Db` is the identity side's (and the composition root's) full handle; the answer side is given one
 * whose every connection runs as role phieu_answer, for which PostgreSQL itself refuses schema `identity`.
 */
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from './schema.ts'

export type Db = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql }
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

export type DbOptions = { role?: 'phieu_answer'; max?: number; name?: string }

/** Opens a pool (lazily: nothing connects before the first query). Close it with `db.$client.end()`. */
export function createDb(url: string, { role, max = 10, name = 'phieu' }: DbOptions = {}): Db {
  const client = postgres(url, {
    max,
    idle_timeout: 60,
    connect_timeout: 10,
    // The driver's own pauses grow to twenty seconds: a database that is back after two would not be found for long.
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 1),
    onnotice: () => {},
    connection: { application_name: name, ...(role ? { role } : {}) } as Record<string, string>,
  })
  return drizzle(client, { schema }) as Db
}
