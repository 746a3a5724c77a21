/** What the driver does when a session dies under a transaction (patches/ beside this): Phiếu counts and closes inside of them. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { holdLock } from '../test/held-lock.ts'
import { createDb, type Db } from './client.ts'

let database: TestDatabase
let db: Db
let other: Db

beforeEach(async () => {
  database = await createTestDatabase()
  // One connection each: what follows a dead session meets the very connection that was lost.
  db = createDb(database.url, { max: 1 })
  other = createDb(database.url, { max: 1 })
  await db.execute('CREATE TABLE kept (word text)')
})
afterEach(async () => {
  await db.$client.end({ timeout: 1 })
  await other.$client.end({ timeout: 1 })
  await database.drop()
})

const words = async () => (await other.execute<{ word: string }>('SELECT word FROM kept')).map(({ word }) => word)

const end = (pid: number) => other.execute(`SELECT pg_terminate_backend(${pid}, 5000)`)
/** Far less than the time-out of connecting: the connection is renewed, not given up. */
const isRenewed = () => expect.poll(() => db.execute('SELECT 1').catch(() => null), { timeout: 4_000 }).toHaveLength(1)

test('a transaction that goes on after its session has died is refused and writes nothing', async () => {
  const outcome = db.transaction(async (tx) => {
    const [session] = await tx.execute<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await tx.execute(`INSERT INTO kept VALUES ('trước')`)
    await end(session!.pid)
    await isRenewed()
    await tx.execute(`INSERT INTO kept VALUES ('sau')`)
  })
  await expect(outcome).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  expect(await words()).toEqual([])
  await db.execute(`INSERT INTO kept VALUES ('mới')`)
  expect(await words()).toEqual(['mới'])
})

test('a transaction that fails after its session has died does not undo another one on the renewed connection', async () => {
  const died = Promise.withResolvers<void>()
  const mayFail = Promise.withResolvers<void>()
  const failing = db.transaction(async (tx) => {
    const [session] = await tx.execute<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    await end(session!.pid)
    await isRenewed()
    died.resolve()
    await mayFail.promise
    throw new Error('chosen by the test')
  })
  failing.catch(() => {})
  await died.promise
  await db.transaction(async (tx) => {
    await tx.execute(`INSERT INTO kept VALUES ('một')`)
    mayFail.resolve()
    await expect(failing).rejects.toThrow()
    await tx.execute(`INSERT INTO kept VALUES ('hai')`)
  })
  expect(await words()).toEqual(['một', 'hai'])
})

test('a session that dies in the middle of a statement fails its transaction, and the connection is renewed at once', async () => {
  const held = await holdLock(database.url, 'SELECT pg_advisory_xact_lock(1)')
  try {
    for (let time = 0; time < 20; time += 1) {
      const outcome = db.transaction((tx) => tx.execute('SELECT pg_advisory_xact_lock(1)'))
      outcome.catch(() => {})
      const [pid] = await held.blocks()
      await end(pid!)
      await expect(outcome).rejects.toThrow()
      await isRenewed()
    }
  } finally {
    await held.release()
  }
})

/** A handle whose way to the database is reset, once, when it carries `word`. */
async function createDbResetAt(word: string) {
  const through = new URL(database.url)
  let resets = 1
  const way = createServer((near) => {
    const far = connect(Number(through.port), through.hostname)
    near.on('data', (bytes) => {
      if (resets > 0 && bytes.includes(word)) {
        resets -= 1
        near.resetAndDestroy()
        far.destroy()
      } else far.write(bytes)
    })
    far.pipe(near)
    for (const end of [near, far]) end.on('error', () => {})
  })
  way.listen(0, '127.0.0.1')
  await once(way, 'listening')
  const address = new URL(database.url)
  address.port = String((way.address() as AddressInfo).port)
  const far = createDb(address.href, { max: 1 })
  const close = async () => {
    await far.$client.end({ timeout: 1 })
    way.close()
  }
  return { far, close }
}

test('a session that dies while the driver makes it ready fails the statement that wanted it, and no more', async () => {
  // The driver's own first question, for array types.
  const { far, close } = await createDbResetAt('typarray')
  try {
    await expect(far.execute('SELECT 1')).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
    expect(await far.execute('SELECT 1')).toHaveLength(1)
  } finally {
    await close()
  }
})

test('what a transaction said to a session that was reset is not waited for by the next one', async () => {
  const { far, close } = await createDbResetAt('chosen by the test')
  try {
    // The reset is heard before the session counts as closed; the driver's ROLLBACK comes between the two.
    const outcome = far.transaction((tx) => tx.execute(`SELECT 'chosen by the test'`))
    await expect(outcome).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
    expect(await far.execute('SELECT 1')).toHaveLength(1)
    expect(await far.execute('SELECT 2')).toHaveLength(1)
  } finally {
    await close()
  }
}, 8_000)
