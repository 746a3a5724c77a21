/** What the journeys of restores share: an installation left in the middle of a wave, and what must become of its copies. */
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { createDb } from '../db/client.ts'
import { hintDispatch } from '../delivery/dispatch-deliveries.job.ts'
import { checkPlace } from '../delivery/hold/check-place.ts'
import { createWitness } from '../delivery/hold/witness.ts'
import { signInAsOfficer } from '../demo/officer.ts'
import type { SyntheticPerson } from '../demo/population.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { createLogger } from '../logger.ts'
import { createQueue } from '../queue/client.ts'
import { dataFolders } from './copies.ts'
import { type MailTaker, startMailTaker } from './mail-taker.ts'
import * as survey from './opened-survey.ts'
import { startableProcesses } from './processes.ts'
import { soundDefinition } from './sound-definition.ts'
import { createAccount, PASSWORD } from './staff.ts'
import { sweepDeliveries } from './sweep.ts'

export type Env = Record<string, string>
export type Sending = { hold: { reason: string; due: { email: number; zalo: number } } | null }

const PEOPLE = 24
const WITHIN = { timeout: 90_000, interval: 100 }
const log = createLogger('silent')

/** Call at the top of a test file; people and mail server stand from its first `beforeAll` on. */
export function restoreWorld() {
  const processes = startableProcesses()
  const folders = dataFolders()
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
  })

  const mails = () => taker.mails
  const recipients = () =>
    mails()
      .map(({ to }) => to)
      .sort()
  const everybody = () => people.map(({ email }) => email).sort()

  /**
   * An installation at work, left with a wave of which nothing has been sent yet: its worker has lived and is stopped,
   * its web process too. `url` says where the database is while a process runs on it.
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

  return {
    processes,
    folders,
    mails,
    recipients,
    everybody,
    /** Every message is of one person. */
    messages: () => people.length,
    mailSettings: (): Env => ({ SMTP_URL: taker.url, MAIL_FROM: 'khao-sat@phieu.example' }),
    leaveWithQueuedWave,
    expectHeldUntilConfirmed,
    expectSentOnce,
  }
}

export async function queryOf<Row>(url: string, ask: (sql: postgres.Sql) => Promise<Row>): Promise<Row> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  return ask(sql).finally(() => sql.end())
}

/** What every start does before it works, and all that a first one leaves behind: the place is recorded. */
export async function startOnce(env: Env): Promise<void> {
  const config = readConfig(env)
  const [db, witness] = [createDb(env.DATABASE_URL!, { max: 1 }), createWitness(config)]
  try {
    await checkPlace({ config, db, witness, log, clock: systemClock })
  } finally {
    await Promise.all([witness.close(), db.$client.end()])
  }
}

/** A worker has given its sign of life, later than `after`. */
export async function untilBeaten(url: string, after = 'epoch'): Promise<void> {
  await sweepDeliveries(url)
  await vi.waitFor(
    () =>
      queryOf(url, async (sql) =>
        expect(await sql`SELECT FROM staff.installation WHERE beat_at > ${after}::text::timestamptz`).toHaveLength(1),
      ),
    WITHIN,
  )
}

/** Web and worker run, and a worker has gone through every hint to send. */
export async function untilWorkedThrough(url: string): Promise<void> {
  const queue = await createQueue({ databaseUrl: url, log })
  try {
    await hintDispatch(queue, ['email', 'zalo'])
    await vi.waitFor(async () => expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0 }), WITHIN)
  } finally {
    await queue.close()
  }
}

/** How many messages are in which state. */
export const statesOf = (url: string) =>
  queryOf(url, async (sql) => {
    const rows = await sql<{ state: string; count: number }[]>`
      SELECT state, count(*)::integer AS count FROM identity.deliveries GROUP BY state`
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  })
