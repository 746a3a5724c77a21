/**
 * SIGTERM (CONTRACT "Operation"): stop accepting, finish what was accepted, end within ten seconds with exit code 0, and
 * take the embedded PostgreSQL along; after SIGKILL the next start works.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Definition } from '../campaigns/definition.ts'
import { startEmbeddedPostgres } from '../db/embedded.ts'
import { processStart } from '../db/embedded-process.ts'
import type { Officer } from '../demo/officer.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { type Ballot, takeCredential } from './device.ts'
import { holdLock } from './held-lock.ts'
import { openLiveConsole } from './live-console.ts'
import * as survey from './opened-survey.ts'
import { ADMIN, environment, type Program, startableProcesses, type Web } from './processes.ts'
import { expectCountedOnce } from './recount.ts'
import { seedOf } from './seed.ts'
import { soundDefinition } from './sound-definition.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const STOP_MS = 10_000
const random = seededRandom(seedOf('journey-stop'))
const processes = startableProcesses()

async function timedStop(program: Program) {
  const began = performance.now()
  const exit = await program.stop()
  return { ...exit, inTime: performance.now() - began < STOP_MS, stderr: program.stderr() }
}
/** Posts a response; `accepted` resolves when the server has read the head of the request and asked for the rest. */
function post(base: string, body: string, { unfinished = false } = {}) {
  const length = Buffer.byteLength(body) + (unfinished ? 1 : 0)
  const headers = { 'content-type': 'application/json', 'content-length': length, expect: '100-continue' }
  const sending = request(`${base}/api/responses`, { method: 'POST', headers })
  const accepted = new Promise<void>((resolve) => {
    sending.once('continue', () => {
      sending.write(body)
      if (!unfinished) sending.end()
      resolve()
    })
  })
  const reply = new Promise<{ status: number; body: string }>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', async (response) =>
      resolve({ status: response.statusCode ?? 0, body: await text(response) }),
    )
  })
  sending.flushHeaders()
  return { accepted, reply }
}

const GOOD_END = { code: 0, signal: null, inTime: true, stderr: '' }

describe('processes at work', () => {
  let database: TestDatabase
  let sql: postgres.Sql
  let env: Record<string, string>
  let definition: Definition
  let web: Web
  let officer: Officer
  let people: survey.Invited[]
  const sent: Ballot[] = []

  beforeAll(async () => {
    database = await createTestDatabase()
    sql = postgres(database.url, { max: 1, onnotice: () => {} })
    definition = await soundDefinition('example-commune')
    env = environment(database.url)
    const [started, worker] = await Promise.all([processes.web(env), processes.worker(env)])
    web = started
    officer = await survey.signIn(web.base)
    const roster = survey.inventPeople(definition, 30, 1, random)
    await survey.openSurvey(officer, 'example-commune', roster)
    await survey.sendInvitations(officer)
    people = await vi.waitFor(async () => survey.findLinks(roster, await survey.readOutbox(web.base)), 60_000)
    await worker.stop()
  })
  afterAll(async () => {
    await sql.end()
    await database.drop()
  })

  test('a web process gives each response that it has accepted its 201, ends its consoles, and takes nothing new', async () => {
    const at = () => web.base
    const ballots = await Promise.all(
      people.map((person) => takeCredential(at, person.token, survey.markedAnswers(random, person.token))),
    )
    const live = await openLiveConsole(web.base, survey.CODE, officer.cookie)
    const silent = connect(Number(new URL(web.base).port), '127.0.0.1')
    await new Promise((connected) => silent.once('connect', connected))
    const silentEnds = new Promise((closed) => silent.once('close', closed))

    const lock = await holdLock(database.url, 'SELECT FROM campaign.campaigns FOR UPDATE')
    const posts = ballots.map(({ body }) => post(web.base, body))
    await Promise.all(posts.map(({ accepted }) => accepted))
    await lock.blocks()
    const stopping = timedStop(web)
    await Promise.all([live.ended, silentEnds])
    await vi.waitFor(() => expect(fetch(`${web.base}/health/live`)).rejects.toThrow('fetch failed'), 10_000)
    await lock.release()

    const replies = await Promise.all(posts.map(({ reply }) => reply))
    expect(replies).toEqual(ballots.map(({ receipt }) => ({ status: 201, body: JSON.stringify({ receipt }) })))
    sent.push(...ballots)
    expect(await stopping).toEqual(GOOD_END)
  })

  test('a worker finishes the count that it is in the middle of', async () => {
    const lock = await holdLock(database.url, 'LOCK TABLE answer.drawn IN SHARE MODE')
    const worker = await processes.worker(env)
    await lock.blocks()
    const stopping = timedStop(worker)
    await worker.event('stopping')
    await lock.release()
    expect(await stopping).toEqual(GOOD_END)
    const [unit] = await sql`SELECT counted, (SELECT count(*)::int FROM answer.drawn) AS drawn FROM answer.unit_counts`
    expect(unit!.counted).toBeGreaterThan(0)
    expect(unit!.drawn).toBe(unit!.counted)
  })

  test('what they had accepted and counted is in the result', async () => {
    web = await processes.web(env)
    await (await survey.signIn(web.base)).post(`/api/campaigns/${survey.CODE}/close`)
    await expectCountedOnce(database.url, definition, sent)
  })

  test('somebody who sends half a request and waits cannot hold a process up', async () => {
    const { accepted, reply } = post(web.base, sent[0]!.body, { unfinished: true })
    reply.catch(() => {})
    await accepted
    expect(await timedStop(web)).toEqual(GOOD_END)
  })
})

describe('everything in one process, with the embedded PostgreSQL', () => {
  let dataDir: string
  let env: Record<string, string>

  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'phieu-stop-'))
    env = { DATA_DIR: dataDir, ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password }
  })
  afterAll(async () => {
    // Also takes over, and stops, what a failed test has left running.
    const left = await startEmbeddedPostgres({ dataDir })
    await left.stop()
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })

  /** The server's process, from what Phiếu says of it. */
  const postmaster = (program: Program) => Number(program.log().find(({ pid }) => pid !== undefined)!.pid)
  const lives = (program: Program) => processStart(postmaster(program)) !== null
  const codes = async ({ base }: Web) =>
    (await (await survey.signIn(base)).get<{ code: string }[]>('/api/campaigns')).map(({ code }) => code)

  test('SIGTERM stops PostgreSQL too, SIGKILL leaves it to the next start, and neither loses anything', async () => {
    const first = await processes.whole(env)
    const officer = await survey.signIn(first.base)
    await officer.post('/api/campaigns', { definition: 'example-commune', code: 'mot' })
    expect(lives(first)).toBe(true)
    expect(await timedStop(first)).toEqual(GOOD_END)
    expect(lives(first)).toBe(false)

    const second = await processes.whole(env)
    expect(await codes(second)).toEqual(['mot'])
    await (await survey.signIn(second.base)).post('/api/campaigns', { definition: 'example-commune', code: 'hai' })
    await second.kill()
    expect(lives(second)).toBe(true)

    const third = await processes.whole(env)
    expect(postmaster(third)).toBe(postmaster(second))
    expect(await codes(third)).toEqual(['hai', 'mot'])
    expect(await timedStop(third)).toEqual(GOOD_END)
    expect(lives(third)).toBe(false)
  })
})
