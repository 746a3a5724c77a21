/** A database of one's own on a server of others: an ordinary role that owns it and may make roles, no superuser. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { createDeps } from '../deps.ts'
import { createLogger } from '../logger.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'

// A cluster of its own: roles are cluster-wide, and here none of ours exists yet.
let dataDir: string
let cluster: EmbeddedPostgres
let admin: postgres.Sql
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'phieu-owner-'))
  cluster = await startEmbeddedPostgres({ dataDir, fast: true })
  admin = postgres(cluster.url, { max: 1, onnotice: () => {} })
})
afterAll(async () => {
  await admin.end()
  await cluster.stop()
  await rm(dataDir, { recursive: true, force: true })
})

function urlOf(user: string, database: string): string {
  const url = new URL(cluster.url)
  Object.assign(url, { username: user, password: 'mat-khau', pathname: `/${database}` })
  return url.href
}

async function startOn(url: string) {
  const config = readConfig({ DATABASE_URL: url, SECRET_KEY: randomBytes(32).toString('base64url') })
  return createDeps(config, url, createLogger('silent'))
}

test('such a role can migrate, makes the answer side’s role and may work as it, also at the second start', async () => {
  await admin.unsafe(`CREATE ROLE chu LOGIN CREATEROLE PASSWORD 'mat-khau'`)
  await admin.unsafe('CREATE DATABASE cua_chu')
  await admin.unsafe('GRANT CREATE ON DATABASE cua_chu TO chu')
  // BullMQ's tables lie in a schema of their own, which the right to create in the database covers.
  for (const start of ['first', 'second']) {
    const deps = await startOn(urlOf('chu', 'cua_chu'))
    try {
      const [answering] = await deps.answerDb
        .$client`SELECT current_user AS name, (SELECT count(*)::int FROM answer.box) AS box`
      expect(answering, start).toEqual({ name: 'phieu_answer', box: 0 })
      const names = deps.answerDb.$client`SELECT count(*) FROM identity.respondents`
      await expect(names).rejects.toMatchObject({ code: '42501' })
    } finally {
      await deps.close()
    }
  }
  const [rights] = await admin`SELECT rolsuper, rolcanlogin FROM pg_roles WHERE rolname = 'phieu_answer'`
  expect(rights).toEqual({ rolsuper: false, rolcanlogin: false })
})
