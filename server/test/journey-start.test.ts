/** Starting: several processes at once on an empty database, and one line that names the variable when a value is wrong. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import journal from '../../migrations/meta/_journal.json' with { type: 'json' }
import { createTestDatabase, type TestDatabase } from './database.ts'
import { signIn } from './opened-survey.ts'
import { ADMIN, environment, startableProcesses } from './processes.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const processes = startableProcesses()

describe('an empty database', () => {
  const name = `empty_${randomBytes(6).toString('hex')}`
  const server = inject('databaseServer')
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const admin = postgres(server, { max: 1, onnotice: () => {} })

  beforeAll(() => admin.unsafe(`CREATE DATABASE ${name}`))
  afterAll(async () => {
    await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  })

  test('is migrated once when two web and two worker processes start on it at the same moment, and all of them work', async () => {
    const env = environment(url)
    const [one, two, ...workers] = await Promise.all([
      processes.web(env),
      processes.web(env),
      processes.worker(env),
      processes.worker(env),
    ])
    const ready = await Promise.all([one, two].map(({ base }) => fetch(`${base}/health/ready`)))
    expect(ready.map(({ status }) => status)).toEqual([200, 200])
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    try {
      expect(await sql`SELECT hash FROM drizzle.__drizzle_migrations`).toHaveLength(journal.entries.length)
      expect(await sql`SELECT email, role FROM staff.accounts`).toEqual([{ email: ADMIN.email, role: 'admin' }])
    } finally {
      await sql.end()
    }
    // Signed in at one, known at the other.
    const { cookie } = await signIn(one.base)
    expect((await fetch(`${two.base}/api/session`, { headers: { cookie } })).status).toBe(200)
    expect([one, two, ...workers].map((program) => program.stderr())).toEqual(['', '', '', ''])
  })
})

describe('a wrong value', () => {
  /** Part of every value that must not be shown. */
  const HIDDEN = 'bi-mat-khong-ai-biet'
  let dataDir: string
  let database: TestDatabase
  let env: Record<string, string>
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'phieu-start-'))
    database = await createTestDatabase()
    env = { ...environment(database.url), DATA_DIR: dataDir }
    // With the right values it starts, and the database knows its key.
    await (await processes.web(env)).stop()
  })
  afterAll(async () => {
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const withPart = (url: string, part: Partial<URL>) => Object.assign(new URL(url), part).href
  const WRONG: [what: string, variable: string, env: () => Record<string, string>][] = [
    ['an address that is none', 'DATABASE_URL', () => ({ DATABASE_URL: `${HIDDEN}@may-chu` })],
    [
      'a port where nobody listens',
      'DATABASE_URL',
      () => ({ DATABASE_URL: `postgres://phieu:${HIDDEN}@127.0.0.1:1/p` }),
    ],
    ['a wrong password', 'DATABASE_URL', () => ({ DATABASE_URL: withPart(database.url, { password: HIDDEN }) })],
    [
      'a database that is not there',
      'DATABASE_URL',
      () => ({ DATABASE_URL: withPart(database.url, { pathname: HIDDEN }) }),
    ],
    ['a port where nobody listens', 'REDIS_URL', () => ({ REDIS_URL: `redis://:${HIDDEN}@127.0.0.1:1` })],
    ['a port that is no number', 'PORT', () => ({ PORT: HIDDEN })],
    ['a port that is taken', 'PORT', () => ({ PORT: new URL(database.url).port })],
    ['a key that is too short', 'SECRET_KEY', () => ({ SECRET_KEY: HIDDEN })],
    ['a key that is not the database’s', 'SECRET_KEY', () => ({ SECRET_KEY: HIDDEN.padEnd(42, '-').concat('A') })],
    ['an account without a password', 'ADMIN_PASSWORD', () => ({ ADMIN_PASSWORD: '' })],
    ['a level that is none', 'LOG_LEVEL', () => ({ LOG_LEVEL: HIDDEN })],
  ]

  test.each(WRONG)(
    '%s in %s ends the start with exit code 1 and one line that names it',
    async (_what, variable, wrong) => {
      const program = processes.run(['server/main.ts', '--web'], { ...env, PORT: '0', ...wrong() })
      expect(await program.exited).toEqual({ code: 1, signal: null })
      expect(program.stderr()).toMatch(new RegExp(`^phieu: [^\\n]*\\b${variable}\\b[^\\n]*\\n$`))
      expect(program.stderr() + program.stdout()).not.toContain(HIDDEN.slice(0, 8))
      expect(program.stdout()).not.toContain('stack')
    },
  )
})
