/**
 * A real PostgreSQL for tests: one throw-away cluster for the whole run (vitest global set-up), one migrated template,
 * and a clone of it for each test file. `TEST_DATABASE_URL` points to a server of one's own instead.
 */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'

export type TestDatabase = { url: string; drop(): Promise<void> }

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

/** A fresh migrated database; `drop` also ends the connections that a test left open. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  await admin.unsafe(`CREATE DATABASE ${name} TEMPLATE phieu_template`)
  await admin.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      const again = postgres(server, { max: 1, onnotice: () => {} })
      await again.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await again.end()
    },
  }
}
