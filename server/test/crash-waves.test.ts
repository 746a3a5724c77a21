/**
 * Many seeded runs: the worker is killed at random moments while a wave of 500 goes out over both channels (promise 3).
 * Whatever happens, nobody is left without a message or a state that shows it, and no message is taken twice by a
 * provider unless it was `unknown` and a person had it sent again.
 *
 * CRASH_RUNS says how many (2; the full count is 200, docs/benchmarks.md), CRASH_PARALLEL how many at once (2): most
 * of a run is waiting for the dead worker's job to be taken up. A run's seed is printed when it fails; TEST_SEED repeats all.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { pino } from 'pino'
import postgres from 'postgres'
import { expect, test, vi } from 'vitest'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { createDb } from '../db/client.ts'
import { createWave } from '../delivery/create-wave.ts'
import { hintDispatch } from '../delivery/dispatch-deliveries.job.ts'
import { requeueDelivery } from '../delivery/failure-queries.ts'
import { markInterrupted } from '../delivery/queries.ts'
import { startZaloSimulator, type ZaloSimulator } from '../delivery/zalo/simulator.ts'
import { type SeededRandom, seededRandom } from '../demo/seeded-random.ts'
import type { Deps } from '../deps.ts'
import { createChanges } from '../queue/changes.ts'
import { createQueue } from '../queue/client.ts'
import { createSecrets } from '../secrets.ts'
import { createTestDatabase } from './database.ts'
import { startMailTaker } from './mail-taker.ts'
import { environment, type Program, SHORT_LEASE, startableProcesses } from './processes.ts'
import { seedOf } from './seed.ts'
import { soundDefinition } from './sound-definition.ts'

const RUNS = Number(process.env.CRASH_RUNS ?? 2)
const PARALLEL = Number(process.env.CRASH_PARALLEL ?? 2)
const PEOPLE = 500
const MOST_KILLS = 3
/** Until a dead worker's job is taken up by another, however busy the machine. */
const RECOVERY_MS = 180_000
/** A share of the phones is not on Zalo, so that falling back to e-mail is part of every run. */
const NOT_ON_ZALO = -118

vi.setConfig({ testTimeout: RUNS * 240_000 })
const log = pino({ level: 'silent' })
const officer = { id: 'officer', email: 'canbo@sonoivu.test', role: 'officer', unit: null } as const
const processes = startableProcesses()

type Row = { id: string; respondentId: string; channel: 'email' | 'zalo'; state: string }
type Totals = { runs: number; kills: number; messages: number; unknown: number; doubled: number }

async function openCampaign(sql: postgres.Sql, random: SeededRandom): Promise<string> {
  const definition = await soundDefinition('example-commune')
  const block = definition.blocks[0]!
  await sql`
    INSERT INTO campaign.campaigns (id, code, title, status, definition, definition_hash, minimum_cell, sending_hours, opens_at)
    VALUES ('c', 'khao-sat', 'Khảo sát', 'open', ${sql.json(definition as never)}, 'hash', 5, ${sql.json('any')}, now())`
  const people = Array.from({ length: PEOPLE }, (_, at) => {
    const kind = random.next()
    return {
      id: `p${at}`,
      email: kind < 0.75 ? `nguoi${at}@sonla.test` : null,
      phone: kind >= 0.15 ? `84912${String(100_000 + at)}` : null,
    }
  })
  await sql`
    INSERT INTO identity.respondents (id, campaign_id, full_name, email, phone, link_hash)
    SELECT id, 'c', 'Lò Thị Ánh', email, phone, sha256(id::bytea)
    FROM jsonb_to_recordset(${sql.json(people)}) AS p(id text, email text, phone text)`
  await sql`
    INSERT INTO identity.invitations (id, campaign_id, respondent_id, block, unit, group_code)
    SELECT 'i' || id, 'c', id, ${block.code}, ${block.units[0]!.code}, ${block.groups[0]!.code} FROM identity.respondents`
  await sql`UPDATE identity.channels SET per_minute = NULL, failure_limit = 1000`
  return 'khao-sat'
}

/** One run: a wave, one to three kills, the settling of what is in doubt, and the reckoning. */
async function run(seed: number): Promise<Omit<Totals, 'runs'>> {
  const random = seededRandom(seed)
  const database = await createTestDatabase()
  const taker = await startMailTaker()
  const zalo: ZaloSimulator = await startZaloSimulator({ latencyMs: { from: 0, to: 8 }, dailyQuota: 100_000 })
  const env = {
    ...environment(database.url),
    ...SHORT_LEASE,
    SMTP_URL: taker.url,
    MAIL_FROM: 'khao-sat@so-noi-vu.example',
    ZALO_APP_ID: zalo.appId,
    ZALO_APP_SECRET: zalo.appSecret,
    ZALO_OA_SECRET: zalo.oaSecret,
    ZALO_REFRESH_TOKEN: zalo.refreshToken(),
    ZALO_TEMPLATE_ID: '1',
    ZALO_API_URL: zalo.url,
    ZALO_OAUTH_URL: zalo.url,
  }
  const db = createDb(database.url, { max: 3 })
  const sql = postgres(database.url, { max: 2, onnotice: () => {} })
  const queue = await createQueue({ databaseUrl: database.url, log })
  const changes = await createChanges({ databaseUrl: database.url, log })
  const config = { production: false, publicUrl: 'http://khao-sat.example' } as Config
  const secrets = createSecrets(randomBytes(32))
  const deps = { config, db, queue, changes, clock: systemClock, log, secrets } as Partial<Deps> as Deps
  let worker: Program | undefined
  try {
    const code = await openCampaign(sql, random)
    const phones = await sql<
      { phone: string }[]
    >`SELECT phone FROM identity.respondents WHERE phone IS NOT NULL ORDER BY id`
    for (const { phone } of phones) if (random.next() < 0.05) zalo.answer(phone, NOT_ON_ZALO)

    const taken = () => taker.mails.length + zalo.taken.length
    const takenOf = (id: string) =>
      taker.mails.filter(({ deliveryId }) => deliveryId === id).length +
      zalo.taken.filter(({ tracking_id }) => tracking_id === id).length
    const rows = () => sql<Row[]>`SELECT id, respondent_id AS "respondentId", channel, state FROM identity.deliveries`
    const untilNoneWaits = () =>
      vi.waitFor(async () => expect((await rows()).filter(({ state }) => state === 'queued')).toEqual([]), {
        timeout: RECOVERY_MS,
        interval: 200,
      })
    const orders = ['together', 'in-order'] as const
    const order = orders[random.below(2)]!
    const channels: ('email' | 'zalo')[] = random.below(2) ? ['email', 'zalo'] : ['zalo', 'email']
    await createWave(deps, code, { kind: 'invitation', channels, order }, officer)
    const expected = (await rows()).length
    worker = await processes.worker(env)
    await hintDispatch(queue, ['email', 'zalo'])
    // A kill while Zalo's single-use token is being renewed needs a person (delivery/zalo); it has a test of its own.
    await vi.waitFor(() => expect(zalo.taken.length).toBeGreaterThan(0), { timeout: RECOVERY_MS, interval: 5 })

    const kills = 1 + random.below(MOST_KILLS)
    for (let kill = 0; kill < kills; kill++) {
      const moment = Math.floor(((kill + random.next()) / kills) * expected * 0.95)
      const delay = random.next() * 12
      await vi.waitFor(() => expect(taken()).toBeGreaterThanOrEqual(moment), { timeout: RECOVERY_MS, interval: 5 })
      // The pause is what is tested: the kill falls anywhere between a provider's taking a message and our writing it down.
      await pause(delay)
      await worker.kill()
      worker = await processes.worker(env)
    }
    await untilNoneWaits()
    await worker.stop()

    // Ten minutes later the sweep says of each message that the dead had in their hands that nobody can tell.
    await sql`UPDATE identity.deliveries SET claimed_at = claimed_at - interval '11 minutes' WHERE state = 'sending'`
    await markInterrupted(db, new Date(Date.now() - 10 * 60_000))
    const after = await rows()
    const people = new Map<string, Row[]>()
    for (const row of after) people.set(row.respondentId, [...(people.get(row.respondentId) ?? []), row])
    expect(people.size, 'everybody has a message or a state that shows').toBe(PEOPLE)
    expect(after.filter(({ state }) => !['sent', 'failed', 'unknown'].includes(state))).toEqual([])
    expect(after.filter(({ id }) => takenOf(id) > 1)).toEqual([])
    expect(after.filter(({ id, state }) => state === 'sent' && takenOf(id) !== 1)).toEqual([])
    expect(after.filter(({ id, state }) => state === 'failed' && takenOf(id) !== 0)).toEqual([])
    const nothing = [...people.values()].filter((own) =>
      own.every((row) => row.state === 'failed' && takenOf(row.id) === 0),
    )
    expect(nothing.filter((own) => own.some(({ channel }) => channel === 'email'))).toEqual([])

    // A person settles what is in doubt: mostly rightly, sometimes wrongly, and then somebody gets a second message, on record.
    const doubtful = after.filter(({ state }) => state === 'unknown')
    const again = new Set<string>()
    for (const { id } of doubtful) {
      const arrived = takenOf(id) === 1
      const told = random.next() < 0.8 ? arrived : !arrived
      if (told) {
        await sql`UPDATE identity.deliveries SET state = 'sent', settled_by = ${officer.email} WHERE id = ${id}`
        continue
      }
      again.add(id)
      const requeued = { failure: null, dueAt: new Date(), actor: officer.email }
      await db.transaction((tx) => requeueDelivery(tx, id, { ...requeued, from: ['unknown'] }))
    }
    worker = await processes.worker(env)
    await hintDispatch(queue, ['email', 'zalo'])
    await vi.waitFor(
      async () => expect((await rows()).filter(({ state }) => state === 'queued' || state === 'sending')).toEqual([]),
      { timeout: RECOVERY_MS, interval: 200 },
    )
    const last = await rows()
    const doubled = last.filter(({ id }) => takenOf(id) > 1)
    expect(doubled.filter(({ id }) => takenOf(id) > 2 || !again.has(id))).toEqual([])
    const recorded = await sql<{ id: string }[]>`
      SELECT DISTINCT u.delivery_id AS id FROM identity.delivery_events u JOIN identity.delivery_events q
        ON q.delivery_id = u.delivery_id AND q.id > u.id AND q.state = 'queued' AND q.actor = ${officer.email}
      WHERE u.state = 'unknown'`
    expect(doubled.filter((row) => !recorded.some(({ id }) => id === row.id))).toEqual([])
    return { kills, messages: taken(), unknown: doubtful.length, doubled: doubled.length }
  } catch (error) {
    const states =
      await sql`SELECT channel, state, failure, count(*)::integer FROM identity.deliveries GROUP BY 1, 2, 3`
    console.error('crash-waves:', JSON.stringify([states, await sql`SELECT * FROM identity.channels`]))
    console.error(
      worker
        ?.log()
        .slice(-10)
        .map((line) => JSON.stringify(line))
        .join('\n'),
    )
    throw error
  } finally {
    await worker?.kill()
    await Promise.allSettled([queue.close(), changes.close(), zalo.close(), taker.close(), sql.end(), db.$client.end()])
    await database.drop()
  }
}

test(`no one is left out or doubled unseen in ${RUNS} runs with killed workers`, async () => {
  const first = seedOf('crash-waves')
  const totals: Totals = { runs: 0, kills: 0, messages: 0, unknown: 0, doubled: 0 }
  let next = 0
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      while (next < RUNS) {
        const seed = first + next++
        const result = await run(seed).catch((error: unknown) => {
          console.error(`crash-waves: the run with seed ${seed} failed`)
          throw error
        })
        totals.runs++
        for (const key of ['kills', 'messages', 'unknown', 'doubled'] as const) totals[key] += result[key]
        if (totals.runs % 10 === 0) console.info('crash-waves:', JSON.stringify(totals))
      }
    }),
  )
  console.info('crash-waves:', JSON.stringify(totals))
  expect(totals.runs).toBe(RUNS)
})
