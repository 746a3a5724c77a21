/**
 * Brings the server of a data folder to life, whatever state it was left in: running under another launcher, orphaned by a
 * SIGKILL, killed itself, or never created. Called under the lock, so there is never a second postmaster on the same data.
 */
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { prepareBinaries } from './embedded-binaries.ts'
import { type Failure, failure } from './embedded-failure.ts'
import type { Home } from './embedded-home.ts'
import { initializeCluster, OWNER, readPassword } from './embedded-initialize.ts'
import { endLeftovers, findPostmaster, poll } from './embedded-process.ts'
import { findFreePort, launchServer, shutDown } from './embedded-server.ts'

/** `child` is null when the server was running already. */
export type Running = { pid: number; port: number; url: string; child: ChildProcess | null }
export type RunOptions = { port: number | null; fast: boolean; shared: boolean; abort: AbortSignal }

const ANSWER_MS = 10_000
const RECOVERY_MS = 10 * 60_000
/** How a server that dies, goes down or is not quite up yet meets a new connection. */
const LOST = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'CONNECTION_CLOSED', '57P01', '57P02', '57P03'])

/**
 * The running server of `home`; started on `port` (any free one when null) if nobody did. `shared` says that other launchers use it, and
 * then a server that does not answer is not replaced under their feet.
 */
export async function ensureRunning(home: Home, options: RunOptions): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await adoptServer(home, options)) ?? (await startServer(home, options))
    } catch (error) {
      const { code } = error as Failure
      const passes = code === 'lost' || code === 'still-in-use' || (code === 'port-in-use' && options.port === null)
      if (!passes || attempt === 5 || options.abort.aborted) throw error
      await delay(attempt * 200)
    }
  }
}

async function startServer(home: Home, { port: wanted, fast, abort }: RunOptions): Promise<Running> {
  const binaries = prepareBinaries(home.account)
  const password = await initializeCluster(home, binaries, fast)
  await clearRemains(home)
  const port = wanted ?? (await findFreePort())
  const child = await launchServer(home, binaries, port, fast, abort)
  const pid = child.pid ?? 0
  try {
    await openDatabase(port, password)
  } catch (error) {
    await shutDown(home, pid)
    throw error
  }
  return { pid, port, url: urlOf(port, password), child }
}

/** A server that runs already and answers; null when none does, or when one had to be ended because it was going down or hung. */
async function adoptServer(home: Home, { shared, abort }: RunOptions): Promise<Running | null> {
  const find = () => findPostmaster(home.pgdata, home.account)
  const found = find()
  if (!found) return null
  const password = readPassword(home)
  if (found.status === 'stopping') {
    await poll(() => find()?.pid !== found.pid, ANSWER_MS, abort)
  } else {
    // A server in crash recovery says "starting" for as long as that takes.
    await poll(() => find()?.status !== 'starting', RECOVERY_MS, abort)
    const ready = find()
    if (!ready) return null
    try {
      await openDatabase(ready.port, password)
      return { ...ready, url: urlOf(ready.port, password), child: null }
    } catch (error) {
      if (shared || (error as Failure).code !== 'no-answer') throw error
    }
  }
  await shutDown(home, found.pid)
  return null
}

/** After the postmaster was killed: its children are ended and its pid file, whose number may be another program's by now, removed. */
async function clearRemains(home: Home): Promise<void> {
  await endLeftovers(home.pgdata, home.account)
  if (!findPostmaster(home.pgdata, home.account)) rmSync(join(home.pgdata, 'postmaster.pid'), { force: true })
}

/** Proves that the server answers to our password, and creates the database if a first start was cut short before it could. */
async function openDatabase(port: number, password: string): Promise<void> {
  const sql = postgres(urlOf(port, password, 'postgres'), {
    max: 1,
    connect_timeout: ANSWER_MS / 1000,
    onnotice: () => {},
  })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${OWNER}`
    if (!found) await sql.unsafe(`create database ${OWNER}`)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '28P01')
      throw failure('The embedded PostgreSQL refuses the password in postgres.password: restore that file')
    if (code === 'CONNECT_TIMEOUT')
      throw failure('The embedded PostgreSQL runs but does not answer: stop it, then start again', 'no-answer')
    if (LOST.has(code ?? '')) throw failure('The embedded PostgreSQL ended while it was starting: start again', 'lost')
    // No free connection slot: it lives, and those who fill the slots have long had the database.
    if (code !== '53300') throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function urlOf(port: number, password: string, database = OWNER): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`
}
