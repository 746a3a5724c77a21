/**
 * What the two entries share: read the configuration, bring the stores up, run, and stop in order. SIGTERM and SIGINT
 * stop accepting, finish what was accepted and end within ten seconds with exit code 0 (CONTRACT "Operation").
 */
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './db/embedded.ts'
import { createDeps, type Deps } from './deps.ts'
import type { App } from './http/app-types.ts'
import { createLogger } from './logger.ts'
import { startJobs } from './queue/jobs.ts'
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
  try {
    embedded = config.databaseUrl
      ? undefined
      : await startEmbeddedPostgres({
          dataDir: config.dataDir,
          log: (event: string, fields?: object) => log.info(fields ?? {}, event),
        })
    deps = await createDeps(config, config.databaseUrl ?? embedded!.url, log)
    if (config.admin) await ensureAdmin(deps, config.admin)
    const workers = parts.worker ? await startJobs(deps) : undefined
    const app = parts.web ? await buildApp(deps) : undefined
    const address = await app?.listen({ port: config.port, host: config.host })
    log.info({ ...parts, queue: config.redisUrl ? 'redis' : 'postgresql' }, 'started')
    const [running, database] = [deps, embedded]
    return {
      deps,
      app,
      address,
      async stop() {
        await Promise.all([app?.close(), workers?.stop()])
        await running.close()
        await database?.stop()
      },
    }
  } catch (error) {
    await deps?.close()
    await embedded?.stop()
    throw error
  }
}

/** Runs the parts until a signal; the whole of both entries. */
export async function runUntilSignal(parts: Parts): Promise<void> {
  let log = createLogger('info')
  try {
    const config = readConfig()
    log = createLogger(config.logLevel)
    const running = await start(parts, config, log)
    if (running.address) log.info({ address: running.address }, 'listening')
    stopOnSignal(running, log)
  } catch (error) {
    // One line that a person can act on; the stack only where it is a surprise.
    if (error instanceof ConfigError || (error as Error).name === 'EmbeddedPostgresError') {
      process.stderr.write(`phieu: ${(error as Error).message}\n`)
    } else {
      process.stderr.write(`phieu: could not start: ${startProblem(error)}\n`)
      log.debug({ err: error }, 'start.failed')
    }
    process.exit(1)
  }
}

/** Stops once, however many signals come; a stop that hangs ends with exit code 1. */
export function stopOnSignal(running: Running, log: Logger): void {
  let stopping = false
  const stop = async (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await running.stop()
    log.info('stopped')
    process.exit(0)
  }
  process.on('SIGTERM', (signal) => void stop(signal))
  process.on('SIGINT', (signal) => void stop(signal))
}

function startProblem(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE') return 'PORT: another program listens there already'
  if (code === 'EACCES') return 'PORT: not allowed; choose one above 1023'
  if (code === 'ECONNREFUSED' || code === 'CONNECT_TIMEOUT' || code === 'ENOTFOUND') {
    return 'DATABASE_URL or REDIS_URL: nothing answers there'
  }
  if (code === '42501') return 'DATABASE_URL: the user may not create schemas or roles (docs/operations.md, "Database")'
  if (code === '28P01' || code === '28000') return 'DATABASE_URL: user or password is wrong'
  if (code === '3D000') return 'DATABASE_URL: that database does not exist'
  return `${code ?? ''} ${message ?? ''}`.trim()
}
