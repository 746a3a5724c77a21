/**
 * The real thing for tests: configuration read as in production, the composition root, the application, on a test's own
 * database. Only the clock is chosen. No worker runs: a test calls jobs and actions itself, and so knows when they end.
 */
import { randomBytes } from 'node:crypto'
import { buildApp } from '../app.ts'
import type { Clock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { createDeps, type Deps } from '../deps.ts'
import type { App, Staff } from '../http/app-types.ts'
import { createLogger } from '../logger.ts'
import type { JobDefinition } from '../queue/define-job.ts'
import { createTestDatabase } from './database.ts'

/** The real time, moved: the database's own clock stays where it is. */
export type TestClock = Clock & { move(milliseconds: number): void }

export type TestProcess = { deps: Deps; app: App; stop(): Promise<void> }
export type TestSystem = TestProcess & {
  clock: TestClock
  databaseUrl: string
  secretKey: Buffer
  /** One more web process on the same stores; ends with the system. */
  startAnother(): Promise<TestProcess>
}

/** Who acts when a test calls an action directly. */
export const OFFICER: Staff = { id: 'officer', email: 'officer@so.example', role: 'officer', unit: null }

/** `env` adds to or replaces variables of CONTRACT "Environment". */
export async function startTestSystem(env: Record<string, string> = {}): Promise<TestSystem> {
  const database = await createTestDatabase()
  const clock = movableClock()
  const config = readConfig({
    DATABASE_URL: database.url,
    SECRET_KEY: randomBytes(32).toString('base64url'),
    LOG_LEVEL: 'silent',
    ...env,
  })
  const processes: TestProcess[] = []
  async function startProcess(): Promise<TestProcess> {
    const deps = await createDeps(config, database.url, createLogger(config.logLevel), clock)
    const app = await buildApp(deps)
    const started = {
      deps,
      app,
      async stop() {
        await app.close()
        await deps.close()
      },
    }
    processes.push(started)
    return started
  }
  return {
    ...(await startProcess()),
    clock,
    databaseUrl: database.url,
    secretKey: config.secretKey,
    startAnother: startProcess,
    async stop() {
      await Promise.all(processes.map((process) => process.stop()))
      await database.drop()
    },
  }
}

/** Runs a job once, here and now, as a worker would. */
export async function runJob<Data>(job: JobDefinition<Data, Deps>, deps: Deps, data: NoInfer<Data>): Promise<void> {
  await job.run(deps, job.schema.parse(data), { log: deps.log, signal: new AbortController().signal })
}

function movableClock(): TestClock {
  let moved = 0
  return {
    now: () => new Date(Date.now() + moved),
    move: (milliseconds) => {
      moved += milliseconds
    },
  }
}
