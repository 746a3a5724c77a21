/**
 * A database that wakes up elsewhere, or is put back to an earlier state, sends nothing until an administrator confirms
 * (DESIGN promise 3): real processes, a real mail server, real copies. And what is no restore raises no alarm.
 */
import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { createDb } from '../db/client.ts'
import { hintDispatch } from '../delivery/dispatch-deliveries.job.ts'
import { signInAsOfficer } from '../demo/officer.ts'
import type { SyntheticPerson } from '../demo/population.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { createLogger } from '../logger.ts'
import { createQueue } from '../queue/client.ts'
import { cloneDatabase, dataFolders, dumpAndRestore, embeddedUrl, putBackAnew, putBackDatabase } from './copies.ts'
import { type MailTaker, startMailTaker } from './mail-taker.ts'
import * as survey from './opened-survey.ts'
import { environment, SHORT_LEASE, startableProcesses } from './processes.ts'
import { soundDefinition } from './sound-definition.ts'
import { createAccount, PASSWORD } from './staff.ts'
import { sweepDeliveries } from './sweep.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const PEOPLE = 24
const WITHIN = { timeout: 90_000, interval: 100 }
const server = inject('databaseServer')
const processes = startableProcesses()
const folders = dataFolders()
const log = createLogger('silent')
const databases: string[] = []
let taker: MailTaker
let people: SyntheticPerson[]
let officerEmail: string

beforeAll(async () => {
  taker = await startMailTaker()
  const everybody = survey.inventPeople(await soundDefinition('example-commune'), PEOPLE, 2, seededRandom(7))
  people = everybody.filter(({ email }) => email !== '')
})
beforeEach(() => {
  taker.mails.length = 0
})
afterAll(async () => {
  await Promise.all(processes.all().map((program) => program.kill()))
  await taker.close()
  const admin = postgres(server, { max: 1, onnotice: () => {} })
  for (const name of databases) await admin.unsafe(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await admin.end()
})

type Env = Record<string, string>

const newName = (): string => {
  const name = `restore_${randomBytes(5).toString('hex')}`
  databases.push(name)
  return name
}
const urlOf = (name: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).href
const queryOf = async <Row>(url: string, ask: (sql: postgres.Sql) => Promise<Row>): Promise<Row> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  return ask(sql).finally(() => sql.end())
}

/**
 * An installation at work, left with a wave of which nothing has been sent yet: its worker has lived and is stopped, its
 * web process too. `url` says where the database is while a process runs on it.
 */
async function leaveWithQueuedWave(env: Env, url: () => string): Promise<void> {
  const [web, worker] = await Promise.all([processes.web(env), processes.worker(env)])
  const officer = await survey.signIn(web.base)
  await survey.openSurvey(officer, 'example-commune', people)
  await untilBeaten(url())
  expect(await worker.stop()).toEqual({ code: 0, signal: null })
  expect(await survey.sendInvitations(officer, ['email'])).toBe(people.length)
  const db = createDb(url(), { max: 1 })
  officerEmail = await createAccount({ db }, 'officer')
  await db.$client.end()
  expect(await web.stop()).toEqual({ code: 0, signal: null })
}

async function untilBeaten(url: string, after = 'epoch'): Promise<void> {
  await sweepDeliveries(url)
  await vi.waitFor(
    () =>
      queryOf(url, async (sql) =>
        expect(await sql`SELECT FROM staff.installation WHERE beat_at > ${after}::text::timestamptz`).toHaveLength(1),
      ),
    WITHIN,
  )
}

type Sending = { hold: { reason: string; due: { email: number; zalo: number } } | null }

/** Web and worker run, and a worker has gone through every hint to send. */
async function untilWorkedThrough(url: string): Promise<void> {
  const queue = await createQueue({ databaseUrl: url, log })
  try {
    await hintDispatch(queue, ['email', 'zalo'])
    await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0 }), WITHIN)
  } finally {
    await queue.close()
  }
}

const statesOf = (url: string) =>
  queryOf(url, async (sql) => {
    const rows = await sql<{ state: string; count: number }[]>`
      SELECT state, count(*)::integer AS count FROM identity.deliveries GROUP BY state`
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  })

const recipients = () => taker.mails.map(({ to }) => to).sort()
const everybody = () => people.map(({ email }) => email).sort()

/** Nothing leaves; an officer may not confirm, a slip of the tongue does not; then an administrator does, and everybody gets one mail. */
async function expectHeldUntilConfirmed(env: Env, url: () => string, reason: string): Promise<void> {
  const running = await processes.whole(env)
  const at = url()
  await untilWorkedThrough(at)
  const admin = await survey.signIn(running.base)
  const shown = await admin.get<Sending>('/api/sending')
  expect(shown.hold).toMatchObject({ reason, due: { email: people.length, zalo: 0 } })
  expect(running.log().find(({ msg }) => msg === 'sending.held')).toMatchObject({ reason })
  expect(await statesOf(at)).toEqual({ queued: people.length })
  expect(recipients()).toEqual([])

  const officer = await signInAsOfficer(running.base, officerEmail, PASSWORD)
  await expect(officer.post('/api/sending/release', { confirm: 'gửi tiếp' })).rejects.toThrow('forbidden')
  await expect(admin.post('/api/sending/release', { confirm: 'gửi' })).rejects.toThrow('release-unconfirmed')
  await untilWorkedThrough(at)
  expect(recipients()).toEqual([])

  expect((await admin.post<Sending>('/api/sending/release', { confirm: 'gửi tiếp' })).hold).toBeNull()
  await expectSentOnce(at)
  expect(await running.stop()).toEqual({ code: 0, signal: null })
}

async function expectSentOnce(url: string): Promise<void> {
  await sweepDeliveries(url)
  await vi.waitFor(async () => expect(await statesOf(url)).toEqual({ sent: people.length }), WITHIN)
  await untilWorkedThrough(url)
  expect(recipients()).toEqual(everybody())
}

describe('with a PostgreSQL of its own', () => {
  const original = newName()
  let env: Env
  const on = (name: string, more: Env = {}): Env => ({ ...env, DATABASE_URL: urlOf(name), ...more })
  /** A copy of the original that counts as an installation of its own: it has started once in its place. */
  async function newInstallation(more: Env = {}): Promise<string> {
    const name = newName()
    await cloneDatabase(server, original, name)
    await queryOf(urlOf(name), (sql) => sql`UPDATE staff.installation SET place = NULL, beat_at = now()`)
    await (await processes.web(on(name, more))).stop()
    return name
  }

  beforeAll(async () => {
    const admin = postgres(server, { max: 1, onnotice: () => {} })
    await admin.unsafe(`CREATE DATABASE ${original} TEMPLATE phieu_template`)
    await admin.end()
    env = { ...environment(urlOf(original)), ...SHORT_LEASE, SMTP_URL: taker.url, MAIL_FROM: 'khao-sat@phieu.example' }
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
    expect(await statesOf(urlOf(name))).toEqual({ unknown: people.length })
    expect(recipients()).toEqual(everybody())
    await after.stop()
  })

  test('another public address sends nothing until an administrator confirms', async () => {
    const name = await newInstallation()
    const moved = on(name, { PUBLIC_URL: 'http://ban-sao.example' })
    await expectHeldUntilConfirmed(moved, () => urlOf(name), 'other-address')
    expect(taker.mails[0]!.source).toContain('http://ban-sao.example/p/')
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
})

describe('with the embedded PostgreSQL', () => {
  let env: Env
  let dataDir: string
  let kept: string
  const here = () => embeddedUrl(dataDir)

  beforeAll(async () => {
    dataDir = folders.create()
    const { DATABASE_URL: _none, ...rest } = environment('')
    env = { ...rest, DATA_DIR: dataDir, SMTP_URL: taker.url, MAIL_FROM: 'khao-sat@phieu.example' }
    await leaveWithQueuedWave(env, here)
    kept = folders.copy(dataDir)
  })

  test('a copy of the data folder in another place sends nothing until an administrator confirms', async () => {
    const copy = folders.copy(kept)
    await expectHeldUntilConfirmed({ ...env, DATA_DIR: copy }, () => embeddedUrl(copy), 'other-folder')
  })

  test('an earlier copy put back in the same place, after everybody got their message, sends nobody a second one', async () => {
    const before = await processes.whole(env)
    await expectSentOnce(here())
    await untilBeaten(here(), new Date().toISOString())
    await before.stop()
    const putBack: [reason: string, (from: string, to: string) => void][] = [
      // The files of the database alone: what the folder remembers beside them is ahead.
      ['rewound', putBackDatabase],
      // Everything, the memory too.
      ['other-folder', putBackAnew],
    ]
    for (const [reason, put] of putBack) {
      put(kept, dataDir)
      const after = await processes.whole(env)
      await untilWorkedThrough(here())
      const admin = await survey.signIn(after.base)
      expect((await admin.get<Sending>('/api/sending')).hold).toMatchObject({ reason })
      expect(await statesOf(here())).toEqual({ queued: people.length })
      expect(recipients()).toEqual(everybody())
      await after.stop()
    }
  })
})
