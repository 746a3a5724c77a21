/** What the tests of this room share: a database, a clock one can set, campaigns with people, and deps over them. */
import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createOutboxChannel } from '../channels/outbox.ts'
import type { Config } from '../config.ts'
import { createDb, type Db } from '../db/client.ts'
import { deliveries, outbox } from '../db/delivery-schema.ts'
import { campaigns, invitations, respondents } from '../db/schema.ts'
import type { Deps } from '../deps.ts'
import type { Staff } from '../http/app-types.ts'
import { type Changes, createChanges } from '../queue/changes.ts'
import { createQueue, type Queue } from '../queue/client.ts'
import { createSecrets, newId, sha256 } from '../secrets.ts'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { createWave } from './create-wave.ts'
import { sweepDeliveriesJob } from './sweep-deliveries.job.ts'

export const officer: Staff = { id: 'officer', email: 'canbo@sonoivu.test', role: 'officer', unit: null }
export const noon = new Date('2024-12-02T12:00:00+07:00')
export const log = pino({ level: 'silent' })

export type Person = { id: string; token: string; email: string | null; phone: string | null }
export type TestCampaign = { id: string; code: string; people: Person[] }

/** Call at the top of a test file; the values stand from the first test on. */
export function deliveryWorld() {
  let database: TestDatabase
  const handles: Db[] = []
  let changes: Changes
  let queue: Queue
  const secrets = createSecrets(randomBytes(32))
  const clock = { current: noon, now: () => clock.current }

  beforeAll(async () => {
    database = await createTestDatabase()
    handles.push(createDb(database.url))
    changes = await createChanges({ databaseUrl: database.url, log })
    queue = await createQueue({ databaseUrl: database.url, log })
  })
  // The clock stands still here, so a pace would never let anything through; a test of pace sets its own.
  beforeEach(async () => {
    await db().$client`
      UPDATE identity.channels SET per_minute = NULL, per_day = NULL, parallel = 10, failure_limit = 50, day_count = 0,
        tokens = 0, refilled_at = 'epoch', paused_at = NULL, paused_by = NULL, pause_reason = NULL, resumed_at = NULL, held_until = NULL, held_for = NULL,
        needs_person = NULL, quota_daily = NULL, quota_remaining = NULL`
  })
  afterAll(async () => {
    await Promise.all([changes?.close(), queue?.close()])
    await Promise.all(handles.map((db) => db.$client.end()))
    await database?.drop()
  })

  const db = () => handles[0]!

  /** Deps as deps.ts would build them, on the outbox unless channels are given; `process: 2` has its own pool. */
  function deps({ channels = {}, process = 1 }: { channels?: Partial<Deps['channels']>; process?: number } = {}): Deps {
    while (handles.length < process) handles.push(createDb(database.url))
    const own = handles[process - 1]!
    const config = { production: false, publicUrl: 'https://khaosat.test' } as Config
    const outboxes = { email: createOutboxChannel('email', own), zalo: createOutboxChannel('zalo', own) }
    return {
      config,
      log,
      clock,
      db: own,
      secrets,
      queue,
      changes,
      channels: { ...outboxes, ...channels },
    } as Partial<Deps> as Deps
  }

  /** An open campaign; `people` says which addresses each person has. */
  async function campaign({
    people = [],
    sendingHours = { from: '07:00', to: '21:30' },
    status = 'open',
  }: {
    people?: Partial<Person>[]
    sendingHours?: { from: string; to: string } | 'any'
    status?: 'draft' | 'open' | 'paused' | 'closed'
  } = {}): Promise<TestCampaign> {
    const definition = await soundDefinition('example-commune')
    const block = definition.blocks[0]!
    const id = newId()
    const code = `dot-${id.slice(0, 8).toLowerCase()}`
    await db()
      .insert(campaigns)
      .values({
        id,
        code,
        title: 'Khảo sát CCHC 2024',
        status,
        definition,
        definitionHash: 'hash',
        minimumCell: 5,
        sendingHours,
        opensAt: noon,
        closesAt: new Date('2024-12-20T17:00:00+07:00'),
      })
    const rows = people.map(({ email = null, phone = null }): Person => {
      const personId = newId()
      return { id: personId, token: secrets.linkToken(personId, 1), email, phone }
    })
    if (rows.length > 0) {
      await db()
        .insert(respondents)
        .values(
          rows.map(({ id: own, token, email, phone }, at) => ({
            id: own,
            campaignId: id,
            fullName: `Lò Thị Ánh ${at + 1}`,
            email,
            phone,
            linkHash: sha256(token),
          })),
        )
      await db()
        .insert(invitations)
        .values(
          rows.map((person) => ({
            id: newId(),
            campaignId: id,
            respondentId: person.id,
            block: block.code,
            unit: block.units[0]!.code,
            group: block.groups[0]!.code,
          })),
        )
    }
    return { id, code, people: rows }
  }

  return {
    clock,
    /** Noon again, and nothing of the test before waits to be sent. */
    async startAnew() {
      clock.current = noon
      await db().$client`UPDATE identity.deliveries SET state = 'withdrawn' WHERE state IN ('queued', 'sending')`
    },
    minutesLater(minutes: number) {
      clock.current = new Date(clock.current.getTime() + minutes * 60_000)
    },
    db,
    deps,
    campaign,
    queue: () => queue,
    changes: () => changes,
    answer: (person: Person) =>
      db().$client`UPDATE identity.invitations SET answered_on = '2024-12-02' WHERE respondent_id = ${person.id}`,
    optOut: (person: Person) =>
      db().$client`UPDATE identity.respondents SET opted_out_at = now() WHERE id = ${person.id}`,
    setStatus: (id: string, status: string) =>
      db().$client`UPDATE campaign.campaigns SET status = ${status} WHERE id = ${id}`,
    async rows(id: string) {
      const all = await db().select().from(deliveries)
      return all.filter((row) => row.campaignId === id)
    },
    async states(id: string) {
      return (await this.rows(id)).map(({ state }) => state).sort()
    },
    messages: () => db().select().from(outbox).orderBy(outbox.id),
  }
}

export const byMail = (count: number): Partial<Person>[] =>
  Array.from({ length: count }, (_, at) => ({ email: `nguoi${at + 1}@sonla.test` }))

export const byZalo = (count: number): Partial<Person>[] =>
  Array.from({ length: count }, (_, at) => ({ phone: `84912${String(100_000 + at)}` }))

export const invite = (deps: Deps, code: string, channels: ('email' | 'zalo')[] = ['email']) =>
  createWave(deps, code, { kind: 'invitation', channels }, officer)

export const sweepNow = (deps: Deps) => sweepDeliveriesJob.run(deps, {}, tools())

/** A run's tools that nobody aborts, unless the test does. */
export const tools = (signal: AbortSignal = new AbortController().signal) => ({ log, signal })
