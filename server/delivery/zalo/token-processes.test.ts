import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createDb, type Db } from '../../db/client.ts'
import { createSecrets } from '../../secrets.ts'
import { createTestDatabase, type TestDatabase } from '../../test/database.ts'
import { startZaloSimulator, type ZaloSimulator } from './simulator.ts'
import { zaloTokenStore } from './token-store.ts'
import { configFor } from './zalo.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })
const PROGRAM = fileURLToPath(new URL('./renew-token.fixture.ts', import.meta.url))
const SECRET_KEY = randomBytes(32)

let database: TestDatabase
let db: Db
let zalo: ZaloSimulator
const started: ChildProcess[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  db = createDb(database.url)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})
beforeEach(async () => {
  zalo = await startZaloSimulator({ latencyMs: 50 })
  await db.$client`DELETE FROM identity.zalo_tokens`
  await db.$client`UPDATE identity.channels SET needs_person = NULL`
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await zalo.close()
})

/** A process of its own; `ask` writes one line and gives the next one that comes back. */
async function startProcess() {
  const child = spawn(process.execPath, [PROGRAM], {
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: database.url,
      SECRET_KEY: SECRET_KEY.toString('base64url'),
      ZALO_APP_ID: zalo.appId,
      ZALO_APP_SECRET: zalo.appSecret,
      ZALO_TEMPLATE_ID: 't',
      ZALO_REFRESH_TOKEN: first,
      ZALO_API_URL: zalo.url,
      ZALO_OAUTH_URL: zalo.url,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  started.push(child)
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => String((await lines.next()).value)
  expect(await next()).toBe('ready')
  return {
    async ask(line: string): Promise<string> {
      child.stdin!.write(`${line}\n`)
      return next()
    },
    tell: (line: string) => void child.stdin!.write(`${line}\n`),
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

let first: string
beforeEach(() => {
  first = zalo.refreshToken()
})

const needsPerson = async () => {
  const [row] = await db.$client<{ needs: string | null }[]>`
    SELECT needs_person AS needs FROM identity.channels WHERE channel = 'zalo'`
  return row!.needs
}

/** This process's own store, `later` milliseconds from now. */
const storeAt = (later = 0) =>
  zaloTokenStore(
    db,
    createSecrets(SECRET_KEY),
    { ...configFor(zalo), refreshToken: first },
    { now: () => new Date(Date.now() + later) },
  )

test('four processes that need a token at once get the same one, and Zalo is asked once each time', async () => {
  const four = await Promise.all([1, 2, 3, 4].map(startProcess))
  const begun = await Promise.all(four.map(({ ask }) => ask('current')))
  expect(new Set(begun).size).toBe(1)
  expect(begun[0]).toMatch(/^1 [0-9a-f]{64}$/)
  expect(zalo.calls.refresh).toBe(1)

  zalo.expire()
  const renewed = await Promise.all(four.map(({ ask }) => ask('renew 1')))
  expect(new Set(renewed).size).toBe(1)
  expect(renewed[0]).toMatch(/^2 [0-9a-f]{64}$/)
  expect(zalo.calls.refresh).toBe(2)

  zalo.expire()
  const late = await Promise.all(four.map(({ ask }, at) => ask(at % 2 ? 'renew 2' : 'renew 1')))
  // Those that still complain about the first token are told of one that was good when they asked.
  expect(new Set(late.map((line) => line.split(' ')[0]))).not.toContain('1')
  expect(zalo.calls.refresh).toBe(3)
})

test('a process killed after Zalo has spent its token leaves that to be seen, and a person to mend it', async () => {
  zalo.answerRefresh('spend')
  const [dying, next] = await Promise.all([startProcess(), startProcess()])
  dying.tell('current')
  await vi.waitFor(() => expect(zalo.calls.refresh).toBe(1), 10_000)
  await dying.kill()

  // Whoever comes next does not spend it again while the answer might still be written down…
  expect(await next.ask('current')).toBe('zalo-token-being-renewed')
  expect([zalo.calls.refresh, await needsPerson()]).toEqual([1, null])
  // …and then finds out, without anything having to be sent.
  expect(await storeAt(20_000).keepAlive()).toBe('failed')
  expect([zalo.calls.refresh, await needsPerson()]).toEqual([2, 'zalo-token-lost'])
  expect(await storeAt(600_000).keepAlive()).toBe('failed')
  expect(zalo.calls.refresh).toBe(2)

  const begun = await storeAt(700_000).begin(zalo.refreshToken())
  expect(begun).toMatchObject({ generation: 1 })
  expect(await needsPerson()).toBeNull()
  expect(await (await startProcess()).ask('current')).toMatch(/^1 [0-9a-f]{64}$/)
  expect(zalo.calls.refresh).toBe(3)
})

test('a process killed before Zalo has seen its token loses nothing', async () => {
  zalo.answerRefresh('ignore')
  const dying = await startProcess()
  dying.tell('current')
  await vi.waitFor(() => expect(zalo.calls.refresh).toBe(1), 10_000)
  await dying.kill()
  expect(await storeAt(20_000).keepAlive()).toBe('renewed')
  expect(await storeAt(20_000).current()).toMatchObject({ ok: true, generation: 1 })
  expect([zalo.calls.refresh, await needsPerson()]).toEqual([2, null])
})

test('a database that breaks the connection while Zalo answers gets the new pair afterwards', async () => {
  const answered = Promise.withResolvers<void>()
  zalo.answerRefresh({ after: answered.promise })
  const store = storeAt()
  const renewing = store.current()
  await vi.waitFor(() => expect(zalo.calls.refresh).toBe(1), 10_000)
  const broken = await db.$client`
    SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND pid <> pg_backend_pid()
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  expect(broken).toHaveLength(1)
  expect(await renewing).toEqual({ ok: false, failure: 'zalo-token-unreadable', person: false })
  expect(await storeAt().current()).toMatchObject({ ok: false, failure: 'zalo-token-being-renewed' })
  answered.resolve()
  await vi.waitFor(async () => expect(await store.current()).toMatchObject({ ok: true, generation: 1 }), 5_000)
  expect(await storeAt().current()).toMatchObject({ ok: true, generation: 1 })
  expect([zalo.calls.refresh, await needsPerson()]).toEqual([1, null])
})
