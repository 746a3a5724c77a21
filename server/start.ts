/**
 * What the two entries share: read the configuration, bring the stores up, run, and stop in order. SIGTERM and SIGINT
 * stop accepting, finish what was accepted and end within ten seconds with exit code 0 (CONTRACT "Operation").
 */
import type { Logger } from 'pino'
import { type Config, ConfigError, readConfig } from './config.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './db/embedded.ts'
import { keepListening, type Listening } from './delivery/bounces/keep-listening.ts'
import { checkPlace } from './delivery/hold/check-place.ts'
import { createDeps, type Deps } from './deps.ts'
import type { App } from './http/app-types.ts'
import { createLogger } from './logger.ts'
import { startJobs } from './queue/jobs.ts'
import { isKnownSecretKey } from './staff/check-secret-key.ts'
import { ensureAdmin } from './staff/ensure-admin.ts'

export type Parts = { web: boolean; worker: boolean }
export type Running = { deps: Deps; app: App | undefined; address: string | undefined; stop(): Promise<void> }

const STOP_WITHIN_MS = 9_500

/** Starts the parts asked for. `config` is read from the environment unless the caller (demo, benchmark) gives one. */
export async function start(
  parts: Parts,
  config: Config,
  log: Logger = createLogger(config.logLevel),
): Promise<Running> {
  let embedded: EmbeddedPostgres | undefined
  let deps: Deps | undefined
  let bounces: Listening | undefined
  try {
    embedded = config.databaseUrl
      ? undefined
      : await startEmbeddedPostgres({
          dataDir: config.dataDir,
          log: (event: string, fields?: object) => log.info(fields ?? {}, event),
        })
    deps = await createDeps(config, config.databaseUrl ?? embedded!.url, log)
    if (!(await isKnownSecretKey(deps))) {
      throw new ConfigError('SECRET_KEY: this database was filled under another key; restore that key from its backup')
    }
    if (config.admin) await ensureAdmin(deps, config.admin)
    // Before any job runs: a clone that wakes up must not send first and ask then.
    await checkPlace(deps)
    if (parts.worker) bounces = await keepListening(deps)
    const workers = parts.worker ? await startJobs(deps) : undefined
    const app = parts.web ? await webApp(deps) : undefined
    const address = await app?.listen({ port: config.port, host: config.host })
    log.info({ ...parts, queue: config.redisUrl ? 'redis' : 'postgresql' }, 'started')
    const [running, database] = [deps, embedded]
    return {
      deps,
      app,
      address,
      async stop() {
        await Promise.all([app?.close(), workers?.stop(), bounces?.stop()])
        await running.close()
        await database?.stop()
      },
    }
  } catch (error) {
    await bounces?.stop()
    await deps?.close()
    await embedded?.stop()
    throw error
  }
}

/** Loaded only where it is needed: a worker without routes, pages and their libraries takes a third less memory. */
async function webApp(deps: Deps): Promise<App> {
  const { buildApp } = await import('./app.ts')
  return buildApp(deps)
}

/** Runs the parts until a signal; the whole of both entries. */
export async function runUntilSignal(parts: Parts): Promise<void> {
  try {
    const config = readConfig()
    const log = createLogger(config.logLevel)
    const starting = start(parts, config, log)
    stopOnSignal(starting, log)
    const { address } = await starting
    if (address) log.info({ address, console: `${config.publicUrl}/console/` }, 'listening')
  } catch (error) {
    // One line that a person can act on.
    const known = error instanceof ConfigError || (error as Error).name === 'EmbeddedPostgresError'
    process.stderr.write(`phieu: ${known ? (error as Error).message : `could not start: ${startProblem(error)}`}\n`)
    process.exit(1)
  }
}

/** Stops once, however many signals come, also in the middle of starting; a stop that hangs ends with exit code 1. */
export function stopOnSignal(starting: Promise<Running>, log: Logger): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await (await starting).stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', (signal) => void stop(signal))
  process.on('SIGINT', (signal) => void stop(signal))
}

const START_PROBLEMS: Record<string, string> = {
  EADDRINUSE: 'PORT: another program listens there already',
  EACCES: 'PORT: not allowed; choose one above 1023',
  BOUNCE_LISTEN: 'BOUNCE_LISTEN: this machine has no such address, or does not give that port',
  ECONNREFUSED: 'DATABASE_URL or REDIS_URL: nothing answers there',
  CONNECT_TIMEOUT: 'DATABASE_URL or REDIS_URL: nothing answers there',
  ENOTFOUND: 'DATABASE_URL or REDIS_URL: there is no such host',
  EAI_AGAIN: 'DATABASE_URL or REDIS_URL: there is no such host',
  '42501': 'DATABASE_URL: the user may not create schemas or roles (docs/operations.md, "Database")',
  '22023': 'DATABASE_URL: role phieu_answer is missing (docs/operations.md, "Database")',
  '28P01': 'DATABASE_URL: user or password is wrong',
  '28000': 'DATABASE_URL: user or password is wrong',
  '3D000': 'DATABASE_URL: that database does not exist',
}

/** Never the message of a database error: it may hold the whole statement. */
function startProblem(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code
    if (typeof code === 'string' && START_PROBLEMS[code]) return START_PROBLEMS[code]
  }
  const { code, name, message = '' } = error as { code?: string; name?: string; message?: string }
  // The queue says which of its stores it is, and never where.
  if (/\bRedis\b/.test(message)) return `REDIS_URL: ${message}`
  if (/\bPostgreSQL\b/.test(message)) return `DATABASE_URL: ${message}`
  return name === 'DrizzleQueryError' ? 'DATABASE_URL: a statement failed' : `${code ?? ''} ${message}`.trim()
}
