/**
 * PostgreSQL without installing PostgreSQL: used when DATABASE_URL is not set. The server outlives a killed Phiếu, and the next start
 * takes it over; several processes on one data folder share one server, and the last of them to leave stops it. There is no
 * hook on the exit of the process: the server stops when `stop()` is called, after Phiếu has drained.
 */
import { mkdirSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import { explainSystemError, failure } from './embedded-failure.ts'
import { type Home, settleHome } from './embedded-home.ts'
import { addLauncher, describeLauncher, type Launcher, listLaunchers, removeLauncher } from './embedded-launchers.ts'
import { withLock } from './embedded-lock.ts'
import { findPostmaster, isPostmaster } from './embedded-process.ts'
import { ensureRunning, type Running } from './embedded-run.ts'
import { shutDown } from './embedded-server.ts'

export type EmbeddedPostgresOptions = {
  /** Folder of Phiếu's data; the server's own go to `postgres` in it, or where `postgres.location` in it says. */
  dataDir: string
  /** Told `postgres.started`, `.adopted`, `.relocated`, `.exited`, `.restarted`, `.restart-failed`, `.left-running`, `.stopped`. */
  log?: (event: string, fields?: object) => void
  /** A port on 127.0.0.1; without it, any free one. A server that is running already keeps its own. */
  port?: number
  /** For throw-away clusters of tests only: a crash of the machine may lose or corrupt the data. */
  fast?: boolean
}

export type EmbeddedPostgres = {
  /** Stays the same for as long as this launcher lives, also when the server had to be restarted. */
  readonly url: string
  /** The server's process now; changes with a restart. */
  readonly pid: number
  /** Stops the server within 9 s, unless another process uses it. Safe to call twice. */
  stop(): Promise<void>
}

const START_PATIENCE_MS = 10 * 60_000
const STOP_PATIENCE_MS = 1000
const WATCH_MS = 250
const LONGEST_PAUSE_MS = 30_000

/** Starts or joins the embedded server of `dataDir`. Fails with one line that says what to do. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {})
  const abort = new AbortController()
  try {
    mkdirSync(options.dataDir, { recursive: true })
    const dataDir = realpathSync(resolve(options.dataDir))
    const started = await withLock(dataDir, { milliseconds: START_PATIENCE_MS }, async () => {
      const home = settleHome(dataDir, options.fast ?? false)
      const others = listLaunchers(dataDir)
      const port = others[0]?.port ?? options.port ?? null
      const fast = options.fast ?? false
      const running = await ensureRunning(home, { port, fast, shared: others.length > 0, abort: abort.signal })
      const launcher = describeLauncher(running.port)
      addLauncher(dataDir, launcher)
      return { home, running, launcher, fast }
    })
    if (!started)
      throw failure(`Another process holds the embedded PostgreSQL of ${dataDir}: stop it, then start again`)
    const { home, running } = started
    if (home.parent !== dataDir) log('postgres.relocated', { to: home.parent })
    log(running.child ? 'postgres.started' : 'postgres.adopted', { pid: running.pid, port: running.port })
    return keepRunning({ ...started, log, abort })
  } catch (error) {
    throw explainSystemError(error, options.dataDir)
  }
}

type Kept = {
  home: Home
  running: Running
  launcher: Launcher
  fast: boolean
  log: (event: string, fields?: object) => void
  abort: AbortController
}

/** Watches the server, and starts it again on the same port when it dies, with longer and longer pauses while that fails. */
function keepRunning({ home, running: first, launcher, fast, log, abort }: Kept): EmbeddedPostgres {
  let running = first
  let timer: NodeJS.Timeout | undefined
  let restarting: Promise<void> | undefined
  let stopped: Promise<void> | undefined

  function watch(): void {
    const { pid } = running
    timer = setInterval(() => {
      if (isPostmaster(pid, home.pgdata, home.account)) return
      clearInterval(timer)
      log('postgres.exited', { pid, code: running.child?.exitCode, signal: running.child?.signalCode })
      restarting = restart(100)
    }, WATCH_MS).unref()
  }

  async function restart(pause: number): Promise<void> {
    if (abort.signal.aborted) return
    try {
      const patience = { milliseconds: START_PATIENCE_MS, abort: abort.signal }
      const options = { port: launcher.port, fast, shared: true, abort: abort.signal }
      const next = await withLock(home.dataDir, patience, () => ensureRunning(home, options))
      if (!next) throw failure('another process holds the lock')
      running = next
      log('postgres.restarted', { pid: running.pid, port: running.port })
      watch()
    } catch (error) {
      if (abort.signal.aborted) return
      const { message } = explainSystemError(error, home.pgdata) as Error
      log('postgres.restart-failed', { message, againInMs: pause })
      timer = setTimeout(() => {
        restarting = restart(Math.min(pause * 2, LONGEST_PAUSE_MS))
      }, pause).unref()
    }
  }

  async function stop(): Promise<void> {
    abort.abort()
    clearTimeout(timer)
    await restarting
    // A lock that stays taken means that another process is busy with this very server: it is theirs then.
    await withLock(home.dataDir, { milliseconds: STOP_PATIENCE_MS }, async () => {
      removeLauncher(home.dataDir, launcher)
      const others = listLaunchers(home.dataDir)
      if (others.length > 0) return log('postgres.left-running', { pids: others.map((other) => other.pid) })
      const found = findPostmaster(home.pgdata, home.account)
      if (found) await shutDown(home, found.pid)
      log('postgres.stopped', { pid: found?.pid })
    })
  }

  watch()
  return {
    url: first.url,
    get pid() {
      return running.pid
    },
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
