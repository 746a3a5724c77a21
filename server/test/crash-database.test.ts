/**
 * kill −9 of PostgreSQL itself, durable as in production, while people answer, while a box is being counted and while the
 * survey is closed: no acknowledged response is lost, none is counted twice, and all processes go on by themselves.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Definition } from '../campaigns/definition.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../db/embedded.ts'
import type { Officer } from '../demo/officer.ts'
import { runAll } from '../demo/run-all.ts'
import { seededRandom } from '../demo/seeded-random.ts'
import { type Sent, sendBallot, takeCredential } from './device.ts'
import { holdLock } from './held-lock.ts'
import { planKilling } from './killing.ts'
import * as survey from './opened-survey.ts'
import { environment, startableProcesses, type Web } from './processes.ts'
import { expectCountedOnce } from './recount.ts'
import { seedOf } from './seed.ts'
import { soundDefinition } from './sound-definition.ts'

// Whole processes start, die and recover here, beside other tests.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const PEOPLE = 300
const UNITS = 6
const KILLS = 3
/** Of the first unit, enough to open its box. */
const COUNTED_FIRST = 20

const random = seededRandom(seedOf('crash-database'))
const processes = startableProcesses()
let folder: string
let cluster: EmbeddedPostgres
let definition: Definition
let webs: [Web, Web]
let officer: Officer
let people: survey.Invited[]
const sent: Sent[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phieu-crash-'))
  cluster = await startEmbeddedPostgres({ dataDir: folder })
  definition = await soundDefinition('example-commune')
  const env = environment(cluster.url)
  const [one, two] = await Promise.all([
    processes.web(env),
    processes.web(env),
    processes.worker(env),
    processes.worker(env),
  ])
  webs = [one, two]
  officer = await survey.signIn(one.base)
  const roster = survey.inventPeople(definition, PEOPLE, UNITS, random)
  await survey.openSurvey(officer, 'example-commune', roster)
  await survey.sendInvitations(officer, ['email', 'zalo'])
  people = await vi.waitFor(async () => survey.findLinks(roster, await survey.readOutbox(one.base)), 60_000)
})
afterAll(async () => {
  await Promise.all(processes.all().map((program) => program.kill()))
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

let turn = 0
const eitherWeb = () => webs[turn++ % 2]!.base

async function answer(person: survey.Invited, onTry?: () => void): Promise<void> {
  const ballot = await takeCredential(eitherWeb, person.token, survey.markedAnswers(random, person.token))
  sent.push(await sendBallot(eitherWeb, ballot, onTry))
}

/** The launcher, this process, starts it again at the same address. */
async function killDatabase(): Promise<void> {
  const { pid } = cluster
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(cluster.pid).not.toBe(pid), { timeout: 60_000, interval: 20 })
}

async function rowsOf(statement: string): Promise<readonly Record<string, unknown>[]> {
  const sql = postgres(cluster.url, { max: 1, onnotice: () => {} })
  return sql.unsafe(statement).finally(() => sql.end())
}

test('a count in the middle of which the database dies is made again', async () => {
  const lock = await holdLock(cluster.url, 'LOCK TABLE answer.drawn IN SHARE MODE')
  await Promise.all(people.splice(0, COUNTED_FIRST).map((person) => answer(person)))
  await lock.blocks()
  await killDatabase()
  await lock.release()
  const unit = await vi.waitFor(
    async () => {
      const [row] = await rowsOf(`
        SELECT (SELECT count(*)::int FROM answer.box) AS box, (SELECT count(*)::int FROM answer.drawn) AS drawn,
               (SELECT sum(counted)::int FROM answer.unit_counts) AS counted`)
      expect(row!.drawn).toBeGreaterThan(0)
      return row!
    },
    { timeout: 60_000, interval: 100 },
  )
  expect(unit).toEqual({ box: COUNTED_FIRST - Number(unit.drawn), drawn: unit.counted, counted: unit.counted })
})

test('people who answer while the database is killed again and again all get a receipt', async () => {
  const already = sent.length
  const late = people.splice(0, 1)
  const killing = planKilling([killDatabase], KILLS, people.length, random)
  await runAll(people.splice(0), 16, (person) => answer(person, killing.onTry))
  await killing.over()
  people.push(...late)
  const answered = sent.slice(already)
  // Refused for a while, or nothing was tried here; and nobody's message was new twice.
  expect(answered.flatMap(({ tries }) => tries)).toContain(503)
  expect(answered.filter(({ tries }) => tries.filter((status) => status === 201).length > 1)).toEqual([])
})

test('a close in the middle of which the database dies changes nothing, and is made again', async () => {
  const lock = await holdLock(cluster.url, 'LOCK TABLE answer.responses IN SHARE MODE')
  const closing = expect(officer.post(`/api/campaigns/${survey.CODE}/close`)).rejects.toThrow('unavailable')
  await lock.blocks()
  await killDatabase()
  await closing
  await lock.release()
  await Promise.all(people.map((person) => answer(person)))
  await officer.post(`/api/campaigns/${survey.CODE}/close`)
})

test('after close every receipt is listed, and each response is counted once', async () => {
  const published = await fetch(`${eitherWeb()}/api/campaigns/${survey.CODE}/receipts`)
  expect(await published.json()).toEqual({ count: PEOPLE, receipts: sent.map(({ receipt }) => receipt).sort() })
  await expectCountedOnce(cluster.url, definition, sent)
})

test('every process is still the one that was started, and stops in good order', async () => {
  const ends = processes.all().map(async (program) => ({ ...(await program.stop()), stderr: program.stderr() }))
  expect(await Promise.all(ends)).toEqual(ends.map(() => ({ code: 0, signal: null, stderr: '' })))
})
