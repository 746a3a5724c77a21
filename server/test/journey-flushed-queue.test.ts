/**
 * Jobs are hints (promise 4): with the queue emptied again and again, schedules included, every message still goes out and
 * every box is still opened, by the sweeps, and nothing is done twice.
 */
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Definition } from '../campaigns/definition.ts'
import type { Officer } from '../demo/officer.ts'
import type { SyntheticPerson } from '../demo/population.ts'
import { runAll } from '../demo/run-all.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { createLogger } from '../logger.ts'
import { createQueue, type Queue } from '../queue/client.ts'
import { BACK_ENDS } from '../queue/queue.fixture.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { type Sent, sendBallot, takeCredential } from './device.ts'
import * as survey from './opened-survey.ts'
import { environment, startableProcesses, type Web } from './processes.ts'
import { expectCountedOnce } from './recount.ts'
import { startRedis, type TestRedis } from './redis.ts'
import { seedOf } from './seed.ts'
import { soundDefinition } from './sound-definition.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const PEOPLE = 180
const UNITS = 6
/** k of the definition: a box of 2k is opened, and k stay in it. */
const K = 5
/** A flushed schedule is back within 15 s, and its sweep runs within 15 s more. */
const SWEPT_WITHIN_MS = 60_000

const seed = seedOf('journey-flushed-queue')

describe.each(BACK_ENDS)('the queue emptied in mid-run, on %s', (backEnd) => {
  const random = seededRandom(seed)
  const processes = startableProcesses()
  let database: TestDatabase
  let redis: TestRedis | undefined
  let sql: postgres.Sql
  let queue: Queue
  let definition: Definition
  let web: Web
  let officer: Officer
  let people: SyntheticPerson[]
  const sent: Sent[] = []

  beforeAll(async () => {
    database = await createTestDatabase()
    if (backEnd === 'Redis') redis = await startRedis()
    sql = postgres(database.url, { max: 1, onnotice: () => {} })
    definition = await soundDefinition('example-commune')
    const env = environment(database.url, redis?.url)
    const started = await Promise.all([processes.web(env), processes.worker(env), processes.worker(env)])
    web = started[0]
    queue = await createQueue({ databaseUrl: database.url, redisUrl: redis?.url, log: createLogger('silent') })
    officer = await survey.signIn(web.base)
    // One group only, so that the only rule for a box is the unit's own: 2k open it, k stay.
    const everybody = survey.inventPeople(definition, PEOPLE, UNITS, random)
    people = everybody.map((person) => ({ ...person, group: 'CC' }))
    await survey.openSurvey(officer, 'example-commune', people)
  })
  afterAll(async () => {
    await queue.close()
    await sql.end()
    await redis?.stop()
    await database.drop()
  })

  test('messages whose hint and whose sweep are both gone are sent, once', async () => {
    // Due in a moment: the hint at creation finds nothing to send, so only the sweep can, and its schedule is gone.
    const expected = await survey.sendInvitations(officer, ['email', 'zalo'], new Date(Date.now() + 2_000))
    await queue.flush()
    await vi.waitFor(async () => expect(await survey.readOutbox(web.base)).toHaveLength(expected), {
      timeout: SWEPT_WITHIN_MS,
      interval: 200,
    })
    const rows = await vi.waitFor(async () => {
      const states = await sql`SELECT DISTINCT state, attempts FROM identity.deliveries`
      expect(states).toEqual([{ state: 'sent', attempts: 1 }])
      return sql`SELECT FROM identity.deliveries`
    }, 10_000)
    expect(rows).toHaveLength(expected)
  })

  test('responses that come in while the queue is emptied every moment are all drawn that may be drawn', async () => {
    const links = survey.findLinks(people, await survey.readOutbox(web.base))
    const at = () => web.base
    let answering = true
    const flushing = (async () => {
      while (answering) await queue.flush()
    })()
    await runAll(links, 8, async (person) => {
      const ballot = await takeCredential(at, person.token, survey.markedAnswers(random, person.token))
      sent.push(await sendBallot(at, ballot))
    }).finally(() => {
      answering = false
    })
    await flushing
    await queue.flush()
    await vi.waitFor(
      async () => {
        const boxes = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM answer.box GROUP BY unit`
        expect(boxes).toHaveLength(UNITS)
        expect(boxes.filter(({ count }) => count < K || count >= 2 * K)).toEqual([])
      },
      { timeout: SWEPT_WITHIN_MS, interval: 200 },
    )
    const [total] = await sql`
      SELECT (SELECT count(*)::int FROM answer.box) + (SELECT count(*)::int FROM answer.drawn) AS responses,
             (SELECT sum(counted)::int FROM answer.unit_counts) - (SELECT count(*)::int FROM answer.drawn) AS doubled`
    expect(total).toEqual({ responses: PEOPLE, doubled: 0 })
  })

  test('a survey that is closed meanwhile is counted in full, and what its tables held before is vacuumed away', async () => {
    let closing = true
    const close = officer.post(`/api/campaigns/${survey.CODE}/close`).finally(() => {
      closing = false
    })
    while (closing) await queue.flush()
    await close
    await queue.flush()
    await expectCountedOnce(database.url, definition, sent)
    await vi.waitFor(
      async () => expect(await sql`SELECT FROM campaign.campaigns WHERE scrubbed_at IS NOT NULL`).toHaveLength(1),
      { timeout: SWEPT_WITHIN_MS, interval: 200 },
    )
  })
})
