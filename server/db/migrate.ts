/**
 * Applies migrations/ at start. Any number of processes may start at once: a session advisory lock lets one of them
 * migrate while the others wait, and drizzle's own journal makes the second run empty.
 */
import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))
/** Any constant will do; it only has to be the same in every process. */
const LOCK = 7_041_574

/** Brings the database at `url` to the newest schema. Throws when the user lacks the rights to (docs/operations.md "Database"). */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    await client`SELECT pg_advisory_lock(${LOCK})`
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS })
  } finally {
    await client.end({ timeout: 5 })
  }
}
