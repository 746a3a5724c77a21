/**
 * A database of a PostgreSQL of the office that wakes up elsewhere, or is put back to an earlier state, sends nothing until
 * an administrator confirms (DESIGN promise 3): real processes, a real mail server, real copies. And what is no restore
 * raises no alarm.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { cloneDatabase, dumpAndRestore } from './copies.ts'
import * as survey from './opened-survey.ts'
import { environment, SHORT_LEASE } from './processes.ts'
import {
  type Env,
  queryOf,
  restoreWorld,
  type Sending,
  startOnce,
  statesOf,
  untilBeaten,
  untilWorkedThrough,
} from './restore.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const server = inject('databaseServer')
const databases: string[] = []
// Before the world's own, and so run after it: the processes on these databases have ended then.
afterAll(() =>
  queryOf(server, async (sql) => {
    for (const name of databases) await sql.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }),
)
const { processes, folders, mails, recipients, everybody, messages, mailSettings, ...world } = restoreWorld()
const { leaveWithQueuedWave, expectHeldUntilConfirmed, expectSentOnce } = world

const newName = (): string => {
  const name = `restore_${randomBytes(5).toString('hex')}`
  databases.push(name)
  return name
}
const urlOf = (name: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).href

const original = newName()
let env: Env
const on = (name: string, more: Env = {}): Env => ({ ...env, DATABASE_URL: urlOf(name), ...more })
/** A copy of the original that counts as an installation of its own: it has started once in its place. */
async function newInstallation(more: Env = {}): Promise<string> {
  const name = newName()
  await cloneDatabase(server, original, name)
  await queryOf(urlOf(name), (sql) => sql`UPDATE staff.installation SET place = NULL, beat_at = now()`)
  await startOnce(on(name, more))
  return name
}

beforeAll(async () => {
  await queryOf(server, (sql) => sql.unsafe(`CREATE DATABASE ${original} TEMPLATE phieu_template`))
  env = { ...environment(urlOf(original)), ...SHORT_LEASE, ...mailSettings() }
  await leaveWithQueuedWave(env, () => urlOf(original))
})

test('a clone made beside it sends nothing until an administrator confirms', async () => {
  const clone = newName()
  await cloneDatabase(server, original, clone)
  await expectHeldUntilConfirmed(on(clone), () => urlOf(clone), 'other-database')
  // Confirmed is confirmed: the same place starts again without a question.
  const again = await processes.whole(on(clone))
  await untilWorkedThrough(urlOf(clone))
  expect((await (await survey.signIn(again.base)).get<Sending>('/api/sending')).hold).toBeNull()
  expect(recipients()).toEqual(everybody())
  await again.stop()
})

test('a dump loaded into another database sends nothing until an administrator confirms', async () => {
  const copy = newName()
  await dumpAndRestore(urlOf(original), urlOf(copy))
  await expectHeldUntilConfirmed(on(copy), () => urlOf(copy), 'rewritten')
})

test('a dump put back under the same name, after everybody got their message, sends nobody a second one', async () => {
  const name = await newInstallation()
  const kept = newName()
  await dumpAndRestore(urlOf(name), urlOf(kept))
  const before = await processes.whole(on(name))
  await expectSentOnce(urlOf(name))
  await before.stop()
  await queryOf(server, (sql) => sql.unsafe(`DROP DATABASE ${name} WITH (FORCE)`))
  await dumpAndRestore(urlOf(kept), urlOf(name))

  const after = await processes.whole(on(name))
  await untilWorkedThrough(urlOf(name))
  const admin = await survey.signIn(after.base)
  expect((await admin.get<Sending>('/api/sending')).hold).toMatchObject({ reason: 'rewritten' })
  expect(recipients()).toEqual(everybody())
  // The dump calls them waiting; the administrator knows better.
  await admin.post('/api/sending/release', { confirm: 'gửi tiếp', waiting: 'unknown' })
  await untilWorkedThrough(urlOf(name))
  expect(await statesOf(urlOf(name))).toEqual({ unknown: messages() })
  expect(recipients()).toEqual(everybody())
  await after.stop()
})

test('another public address sends nothing until an administrator confirms', async () => {
  const name = await newInstallation()
  const moved = on(name, { PUBLIC_URL: 'http://ban-sao.example' })
  await expectHeldUntilConfirmed(moved, () => urlOf(name), 'other-address')
  expect(mails()[0]!.source).toContain('http://ban-sao.example/p/')
})

test('an installation that slept for more than six hours with messages due asks first', async () => {
  const name = await newInstallation()
  await makeSilentForNineHours(name)
  await expectHeldUntilConfirmed(on(name), () => urlOf(name), 'slept')
})

test('one that slept with nothing due goes on by itself', async () => {
  const name = await newInstallation()
  await queryOf(urlOf(name), (sql) => sql`UPDATE identity.deliveries SET due_at = now() + interval '20 hours'`)
  await makeSilentForNineHours(name)
  const running = await processes.whole(on(name))
  await untilBeaten(urlOf(name), new Date(Date.now() - 3_600_000).toISOString())
  await queryOf(urlOf(name), (sql) => sql`UPDATE identity.deliveries SET due_at = now()`)
  await expectSentOnce(urlOf(name))
  await running.stop()
})

/** Nobody waits: the row as a worker would have left it nine hours ago. */
const makeSilentForNineHours = (name: string) =>
  queryOf(
    urlOf(name),
    (sql) => sql`UPDATE staff.installation SET beat_at = now() - interval '9 hours',
      place = place || jsonb_build_object('mark', (pg_current_xact_id()::xid)::text)`,
  )

test('several processes, a restart, SIGKILL and another data folder are no alarm', async () => {
  const dataDir = folders.create()
  const name = await newInstallation({ DATA_DIR: dataDir })
  await queryOf(urlOf(name), (sql) => sql`UPDATE identity.deliveries SET due_at = now() + interval '1 hour'`)
  const here = on(name, { DATA_DIR: dataDir })
  const elsewhere = on(name, { DATA_DIR: folders.create() })
  const [whole, ...workers] = await Promise.all([
    processes.whole(here),
    processes.worker(here),
    processes.worker(elsewhere),
  ])
  await untilBeaten(urlOf(name), await beatOf(name))
  await Promise.all([whole.kill(), ...workers.map((worker) => worker.kill())])
  const killed = await beatOf(name)
  const again = await Promise.all([processes.whole(elsewhere), processes.worker(here)])
  await untilBeaten(urlOf(name), killed)
  await queryOf(urlOf(name), (sql) => sql`UPDATE identity.deliveries SET due_at = now()`)
  await expectSentOnce(urlOf(name))
  expect((await (await survey.signIn(again[0].base)).get<Sending>('/api/sending')).hold).toBeNull()
  await Promise.all(again.map((program) => program.stop()))
})

const beatOf = (name: string) =>
  queryOf(urlOf(name), async (sql) => {
    const [row] = await sql<{ at: string }[]>`SELECT beat_at::text AS at FROM staff.installation`
    return row!.at
  })

test('the original itself, after all its copies, sends what it has without a question', async () => {
  const running = await processes.whole(env)
  await expectSentOnce(urlOf(original))
  await running.stop()
})
