/**
 * kill −9 of web and worker processes while people answer, while responses are counted and while a survey is closed, on
 * both back ends of the queue: whatever was acknowledged is counted once, and nothing is counted twice.
 */
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Definition } from '../campaigns/definition.ts'
import type { Officer } from '../demo/officer.ts'
import { runAll } from '../demo/run-all.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { BACK_ENDS } from '../queue/queue.fixture.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { type Sent, sendBallot, takeCredential } from './device.ts'
import { holdLock, sessionsEnd } from './held-lock.ts'
import { type Kill, planKilling } from './killing.ts'
import * as survey from './opened-survey.ts'
import { environment, type Program, SHORT_LEASE, startableProcesses, type Web } from './processes.ts'
import { expectCountedOnce } from './recount.ts'
import { startRedis, type TestRedis } from './redis.ts'
import { seedOf } from './seed.ts'
import { soundDefinition } from './sound-definition.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const PEOPLE = 360
const UNITS = 6
/** How often each of the four processes is killed while people answer. */
const KILLS = 2
/** Of the first unit, enough to open its box. */
const COUNTED_FIRST = 20

const seed = seedOf('crash-processes')

describe.each(BACK_ENDS)('processes killed, jobs on %s', (backEnd) => {
  const random = seededRandom(seed)
  const processes = startableProcesses()
  let database: TestDatabase
  let redis: TestRedis | undefined
  let sql: postgres.Sql
  let env: Record<string, string>
  let definition: Definition
  const webs: Web[] = []
  const workers: Program[] = []
  let officer: Officer
  /** Those who have not answered yet. */
  let people: survey.Invited[]
  const sent: Sent[] = []

  beforeAll(async () => {
    database = await createTestDatabase()
    if (backEnd === 'Redis') redis = await startRedis()
    sql = postgres(database.url, { max: 1, onnotice: () => {} })
    definition = await soundDefinition('example-commune')
    env = { ...environment(database.url, redis?.url), ...SHORT_LEASE }
    await Promise.all([0, 1].flatMap((which) => [startWeb(which), startWorker(which)]))
    officer = await survey.signIn(webs[0]!.base)
    const roster = survey.inventPeople(definition, PEOPLE, UNITS, random)
    await survey.openSurvey(officer, 'example-commune', roster)
    await survey.sendInvitations(officer, ['email', 'zalo'])
    people = await vi.waitFor(async () => survey.findLinks(roster, await survey.readOutbox(webs[0]!.base)), 60_000)
  })
  afterAll(async () => {
    await sql.end()
    await redis?.stop()
    await database.drop()
  })

  async function startWeb(which: number): Promise<void> {
    webs[which] = await processes.web(env)
  }
  async function startWorker(which: number): Promise<void> {
    workers[which] = await processes.worker(env)
  }
  const killWeb =
    (which: number): Kill =>
    async () => {
      await webs[which]!.kill()
      await startWeb(which)
    }
  const killWorker =
    (which: number): Kill =>
    async () => {
      await workers[which]!.kill()
      await startWorker(which)
    }

  let turn = 0
  const eitherWeb = () => webs[turn++ % 2]!.base
  const answersOf = (person: survey.Invited) => survey.markedAnswers(random, person.token)

  async function countOf(table: 'box' | 'drawn'): Promise<number> {
    const [row] = await sql<{ count: number }[]>`SELECT count(*)::int AS count FROM ${sql(`answer.${table}`)}`
    return row!.count
  }

  test('a response that became durable in a process that died before its 201 is acknowledged as the same one', async () => {
    const ballots = await Promise.all(
      people.splice(0, COUNTED_FIRST).map((person) => takeCredential(eitherWeb, person.token, answersOf(person))),
    )
    await Promise.all(workers.map((worker) => worker.kill()))
    const lock = await holdLock(database.url, 'SELECT FROM campaign.campaigns FOR UPDATE')
    const routes = ballots.map(() => [webs[0]!.base])
    const sending = ballots.map((ballot, index) => sendBallot(() => routes[index]!.pop() ?? webs[1]!.base, ballot))
    const interrupted = await lock.blocks()
    await webs[0]!.kill()
    await lock.release()
    sent.push(...(await Promise.all(sending)))
    await sessionsEnd(database.url, interrupted)

    const outcomes = sent.map(({ tries }) => tries.join())
    expect(new Set(outcomes)).toEqual(new Set(['0,200', '0,201']))
    expect(await countOf('box')).toBe(COUNTED_FIRST)
    await startWeb(0)
  })

  test('a count that is cut short leaves the box as it was, and is made again', async () => {
    // Between taking responses from the box and keeping them as drawn.
    const lock = await holdLock(database.url, 'LOCK TABLE answer.drawn IN SHARE MODE')
    await Promise.all([startWorker(0), startWorker(1)])
    const interrupted = await lock.blocks()
    await Promise.all(workers.map((worker) => worker.kill()))
    await lock.release()
    await sessionsEnd(database.url, interrupted)
    expect([await countOf('box'), await countOf('drawn')]).toEqual([COUNTED_FIRST, 0])
    expect(await sql`SELECT FROM answer.tally`).toHaveLength(0)

    await Promise.all([startWorker(0), startWorker(1)])
    await vi.waitFor(async () => expect(await countOf('drawn')).toBeGreaterThan(0), { timeout: 40_000, interval: 100 })
    expect((await countOf('box')) + (await countOf('drawn'))).toBe(COUNTED_FIRST)
  })

  test('people who answer while web and worker processes are killed all get a receipt', async () => {
    const late = people.splice(0, 1)
    const targets = [killWeb(0), killWeb(1), killWorker(0), killWorker(1)]
    const killing = planKilling(targets, KILLS, people.length, random)
    const answered: Sent[] = []
    await runAll(people.splice(0), 16, async (person) => {
      const ballot = await takeCredential(eitherWeb, person.token, answersOf(person))
      answered.push(await sendBallot(eitherWeb, ballot, killing.onTry))
    })
    await killing.over()
    people.push(...late)
    sent.push(...answered)
    const outcomes = answered.flatMap(({ tries }) => tries)
    // Somebody was cut off, or nothing was tried here; and nobody's message was new twice.
    expect(outcomes).toContain(0)
    expect(answered.filter(({ tries }) => tries.filter((status) => status === 201).length > 1)).toEqual([])
  })

  test('a close that is cut short changes nothing: the survey goes on and is closed by another process', async () => {
    officer = await survey.signIn(webs[0]!.base)
    const lock = await holdLock(database.url, 'LOCK TABLE answer.responses IN SHARE MODE')
    const closing = officer.post(`/api/campaigns/${survey.CODE}/close`)
    const broken = expect(closing).rejects.toThrow('fetch failed')
    const interrupted = await lock.blocks()
    await webs[0]!.kill()
    await broken
    await lock.release()
    await sessionsEnd(database.url, interrupted)

    const elsewhere = () => webs[1]!.base
    const [last] = people
    sent.push(await sendBallot(elsewhere, await takeCredential(elsewhere, last!.token, answersOf(last!))))
    officer = await survey.signIn(elsewhere())
    await officer.post(`/api/campaigns/${survey.CODE}/close`)
  })

  test('after close every receipt is listed, and each response is counted once', async () => {
    const published = await fetch(`${webs[1]!.base}/api/campaigns/${survey.CODE}/receipts`)
    expect(await published.json()).toEqual({ count: PEOPLE, receipts: sent.map(({ receipt }) => receipt).sort() })
    await expectCountedOnce(database.url, definition, sent)
  })
})
