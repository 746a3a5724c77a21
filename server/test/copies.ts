/**
 * Copies of an installation as people make them: a database cloned beside the original, a dump loaded elsewhere, a data
 * folder copied or put back.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll } from 'vitest'
import { OWNER } from '../db/embedded-initialize.ts'
import { migrateDatabase } from '../db/migrate.ts'

const quiet = { max: 1, onnotice: () => {} }

/** As `createdb --template`: row versions and all, only the database is another. */
export async function cloneDatabase(server: string, from: string, to: string): Promise<void> {
  const admin = postgres(server, quiet)
  try {
    await admin`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${from}`
    await admin.unsafe(`CREATE DATABASE ${to} TEMPLATE ${from}`)
  } finally {
    await admin.end()
  }
}

/**
 * As `pg_dump --data-only | psql` into the new database `to` with the same schema: every row of every table by COPY, then the
 * sequences. Not by pg_dump itself, which refuses a server newer than itself and does not come with the embedded one.
 */
export async function dumpAndRestore(from: string, to: string): Promise<void> {
  const server = postgres(from, quiet)
  await server.unsafe(`CREATE DATABASE ${new URL(to).pathname.slice(1)}`)
  await migrateDatabase(to)
  const target = postgres(to, quiet)
  try {
    await target`SET session_replication_role = replica`
    const tables = await server<{ name: string }[]>`
      SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname IN ('campaign', 'identity', 'answer', 'staff', 'results')`
    // The new database has a few rows from its migrations.
    await target.unsafe(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`)
    for (const { name } of tables) {
      const columns = await columnsOf(server, name)
      const dumped = await server.unsafe(`COPY ${name} (${columns}) TO STDOUT`).readable()
      const rows: Buffer[] = []
      for await (const chunk of dumped) rows.push(chunk)
      const loading = await target.unsafe(`COPY ${name} (${columns}) FROM STDIN`).writable()
      await new Promise<void>((done, failed) => {
        loading.once('error', failed)
        loading.once('finish', done)
        loading.end(Buffer.concat(rows))
      })
    }
    await target`
      SELECT setval(pg_get_serial_sequence('identity.delivery_events', 'id'), 1000000),
        setval(pg_get_serial_sequence('staff.audit', 'id'), 1000000), setval(pg_get_serial_sequence('identity.outbox', 'id'), 1000000)`
  } finally {
    await Promise.all([server.end(), target.end()])
  }
}

async function columnsOf(sql: postgres.Sql, table: string): Promise<string> {
  const [row] = await sql<{ columns: string }[]>`
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
    WHERE attrelid = ${table}::text::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''`
  return row!.columns
}

/** Call once in a file: data folders of the embedded PostgreSQL that end with it. */
export function dataFolders() {
  const made: string[] = []
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const create = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'phieu-copy-'))
    made.push(folder)
    return folder
  }
  return {
    create,
    /** Everything, with owners and times; nothing may run on it. */
    copy(folder: string): string {
      const to = create()
      putBackAnew(folder, to)
      return to
    },
  }
}

/** The whole folder is removed and copied back. */
export function putBackAnew(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true, maxRetries: 5 })
  execFileSync('cp', ['-a', from, to])
}

/** PostgreSQL's files only, over those that are there: whatever else the folder holds stays, and pg_control keeps its inode. */
export function putBackDatabase(from: string, to: string): void {
  for (const name of readdirSync(join(to, 'postgres'))) {
    if (name !== 'global') rmSync(join(to, 'postgres', name), { recursive: true, force: true })
  }
  for (const name of readdirSync(join(to, 'postgres', 'global'))) {
    if (name !== 'pg_control') rmSync(join(to, 'postgres', 'global', name))
  }
  execFileSync('cp', ['-a', `${join(from, 'postgres')}/.`, join(to, 'postgres')])
}

/** The embedded server of a folder on which a process runs. */
export function embeddedUrl(folder: string): string {
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim()
  const [launcher] = JSON.parse(readFileSync(join(folder, 'postgres.launchers.json'), 'utf8')) as { port: number }[]
  return `postgres://${OWNER}:${password}@127.0.0.1:${launcher!.port}/${OWNER}`
}
