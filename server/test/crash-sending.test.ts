/**
 * Workers killed and stopped while mails go out to a real mail server (promise 3): nobody is sent a message twice, and
 * whoever may have got none can be seen.
 */
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Officer } from '../demo/officer.ts'
import type { SyntheticPerson } from '../demo/population.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { expectNoDoors, expectNothingOf } from './leaks.ts'
import { type MailTaker, startMailTaker, type TakenMail } from './mail-taker.ts'
import * as survey from './opened-survey.ts'
import { environment, type Program, SHORT_LEASE, startableProcesses } from './processes.ts'
import { seedOf } from './seed.ts'
import { soundDefinition } from './sound-definition.ts'
import { sweepDeliveries } from './sweep.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const PEOPLE = 240
const KILLS = 3
/** Until a dead worker's job is taken up by another, and a sweep comes by. */
const RECOVERY_MS = 60_000

const random = seededRandom(seedOf('crash-sending'))
const processes = startableProcesses()
/** Each worker writes in its own name, so that a mail tells who is sending it. */
const SENDERS = ['mot@phieu.example', 'hai@phieu.example'] as const
const workers = new Map<string, Program>()
let database: TestDatabase
let sql: postgres.Sql
let taker: MailTaker
let env: Record<string, string>
let officer: Officer
let people: SyntheticPerson[]

beforeAll(async () => {
  database = await createTestDatabase()
  sql = postgres(database.url, { max: 1, onnotice: () => {} })
  taker = await startMailTaker()
  env = { ...environment(database.url), ...SHORT_LEASE, SMTP_URL: taker.url, MAIL_FROM: SENDERS[0] }
  const [web] = await Promise.all([processes.web(env), ...SENDERS.map(startWorker)])
  officer = await survey.signIn(web.base)
  const everybody = survey.inventPeople(await soundDefinition('example-commune'), PEOPLE, 6, random)
  people = everybody.filter(({ email }) => email !== '')
  await survey.openSurvey(officer, 'example-commune', people)
  // As fast as the mail server takes them: the pace is not what is tested here.
  await sql`UPDATE identity.channels SET per_minute = NULL`
})
afterAll(async () => {
  await sql.end()
  await taker.close()
  await database.drop()
})

async function startWorker(from: string): Promise<void> {
  workers.set(from, await processes.worker({ ...env, MAIL_FROM: from }))
}

type Delivery = { id: string; state: string; attempts: number; email: string }
const deliveriesOf = (wave: number) => sql<Delivery[]>`
  SELECT d.id, d.state, d.attempts, r.email FROM identity.deliveries d
  JOIN identity.waves w ON w.id = d.wave_id JOIN identity.respondents r ON r.id = d.respondent_id
  WHERE w.number = ${wave}`

const mailsOf = (delivery: Delivery) => taker.mails.filter(({ deliveryId }) => deliveryId === delivery.id)

async function untilNoneWaits(wave: number): Promise<void> {
  await vi.waitFor(
    async () => expect((await deliveriesOf(wave)).filter(({ state }) => state === 'queued')).toEqual([]),
    { timeout: RECOVERY_MS * KILLS, interval: 200 },
  )
}

test('workers killed between the mail server and the database leave doubt that is shown, and no second mail', async () => {
  const moments = Array.from({ length: KILLS }, (_, kill) =>
    Math.ceil(((kill + random.next()) / KILLS) * people.length * 0.9),
  )
  const doubtful: TakenMail[] = []
  const restarts: Promise<void>[] = []
  const killSender = async ({ from }: TakenMail) => {
    await workers.get(from)!.kill()
    restarts.push(startWorker(from))
  }
  taker.onTaken = async (mail, number) => {
    const kill = moments.indexOf(number)
    if (kill === -1) return
    // In turn: before the sender hears that the mail was taken, and about when it writes that down.
    if (kill % 2 === 0) {
      doubtful.push(mail)
      await killSender(mail)
    } else {
      // The pause is what is tested: the kill falls anywhere while the outcome is written down.
      const delay = random.next() * 5
      restarts.push(pause(delay).then(() => killSender(mail)))
    }
  }
  expect(await survey.sendInvitations(officer, ['email'])).toBe(people.length)
  await untilNoneWaits(1)
  await Promise.all(restarts)
  // Nobody is sending after this, so what is still marked so belonged to the killed.
  await Promise.all([...workers.values()].map((worker) => worker.stop()))
  const interrupted = (await deliveriesOf(1)).filter(({ state }) => state === 'sending')
  expect(interrupted.map(({ id }) => id)).toEqual(expect.arrayContaining(doubtful.map(({ deliveryId }) => deliveryId)))

  // Ten minutes later.
  await sql`UPDATE identity.deliveries SET claimed_at = claimed_at - interval '11 minutes' WHERE state = 'sending'`
  await Promise.all(SENDERS.map(startWorker))
  await sweepDeliveries(database.url)
  const shown = await vi.waitFor(
    async () => {
      const { deliveries } = await officer.get<{ deliveries: { email: Record<string, number> } }>(
        `/api/campaigns/${survey.CODE}/progress`,
      )
      expect(deliveries.email.sending).toBe(0)
      return deliveries.email
    },
    { timeout: RECOVERY_MS, interval: 200 },
  )
  const none = { queued: 0, sending: 0, delivered: 0, failed: 0, withdrawn: 0 }
  expect(shown).toEqual({ ...none, sent: people.length - interrupted.length, unknown: interrupted.length })

  const rows = await deliveriesOf(1)
  expect(rows.map(({ email }) => email).sort()).toEqual(people.map(({ email }) => email).sort())
  expect(rows.filter((row) => mailsOf(row).length > 1)).toEqual([])
  expect(rows.filter((row) => row.attempts !== 1)).toEqual([])
  expect(rows.filter((row) => row.state === 'sent' && mailsOf(row)[0]?.to !== row.email)).toEqual([])
  expect(new Set(taker.mails.map(({ to }) => to)).size).toBe(taker.mails.length)
})

test('a worker that is asked to stop finishes the mails that it has begun, and another one sends the rest', async () => {
  const already = taker.mails.length
  const moment = already + Math.ceil((0.2 + random.next() * 0.4) * people.length)
  let leaving: string | undefined
  let stopped: Promise<unknown> | undefined
  taker.onTaken = async ({ from }, number) => {
    const worker = workers.get(from)!
    if (number === moment) {
      leaving = from
      stopped = worker.stop()
    }
    // These are under way when it is asked; it hears of them only afterwards. The other one may be sending, too.
    if (from === leaving && !worker.log().some(({ msg }) => msg === 'stopped')) await worker.event('stopping')
  }
  const { deliveries } = await officer.post<{ deliveries: number }>(`/api/campaigns/${survey.CODE}/waves`, {
    kind: 'reminder',
    channels: ['email'],
  })
  expect(deliveries).toBe(people.length)
  await vi.waitFor(() => expect(stopped).toBeDefined(), { timeout: RECOVERY_MS, interval: 20 })
  expect(await stopped).toEqual({ code: 0, signal: null })
  const begun = new Set(taker.mails.filter(({ from }) => from === leaving).map(({ deliveryId }) => deliveryId))
  expect((await deliveriesOf(2)).filter(({ id, state }) => begun.has(id) && state !== 'sent')).toEqual([])
  taker.onTaken = () => {}

  await sweepDeliveries(database.url)
  await untilNoneWaits(2)
  await vi.waitFor(async () => {
    expect((await deliveriesOf(2)).filter(({ state }) => state !== 'sent')).toEqual([])
  }, 10_000)
  expect((await deliveriesOf(2)).filter((row) => mailsOf(row).length !== 1)).toEqual([])
  expect(
    taker.mails
      .slice(already)
      .map(({ to }) => to)
      .sort(),
  ).toEqual(people.map(({ email }) => email).sort())
})

test('what workers say of sending holds no name, address, phone or link', () => {
  const links = taker.mails.map(({ source }) => /\/p\/([\w-]{22})/.exec(source.replace(/=\r\n/g, ''))![1]!)
  expectNothingOf([...links, ...people.flatMap(({ name, email, phone }) => [name, email, phone])], processes.all())
  expectNoDoors(processes.all())
})
