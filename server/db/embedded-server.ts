/**
 * Starts and stops one server process. It leads its own process group, so Ctrl-C in a terminal reaches Phiếu alone and the
 * database is still there while Phiếu drains. Standard error goes straight to a file: a pipe would die with us and take
 * the server's log with it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { asAccount } from './embedded-account.ts'
import { explainOutput, failure } from './embedded-failure.ts'
import type { Home } from './embedded-home.ts'
import { findPostmaster, isPostmaster, poll, processStart, signal } from './embedded-process.ts'

const HOST = '127.0.0.1'
const LOG_LIMIT_BYTES = 10_000_000

// Messages of level ERROR quote values of rows, and so do DETAIL lines: the log keeps neither.
const SETTINGS = [
  `listen_addresses=${HOST}`,
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=128MB',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_min_messages=log',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
]
const DURABLE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']
const THROW_AWAY = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Starts the server on `port` and resolves once it takes connections; crash recovery may take minutes, and is waited for. */
export async function launchServer(
  home: Home,
  binaries: string,
  port: number,
  fast: boolean,
  abort: AbortSignal,
): Promise<ChildProcess> {
  const offset = rotateLog(home.log)
  const log = openSync(home.log, 'a', 0o600)
  const settings = [...SETTINGS, `port=${port}`, ...(fast ? THROW_AWAY : DURABLE)].flatMap((setting) => ['-c', setting])
  const options = {
    ...asAccount(home.account),
    detached: true,
    stdio: ['ignore', log, log] as ['ignore', number, number],
  }
  const child = spawn(join(binaries, 'postgres'), ['-D', home.pgdata, ...settings], options)
  closeSync(log)
  let broken: Error | null = null
  child.once('error', (error) => (broken = error))
  child.unref()
  for (;;) {
    if (broken) throw broken
    if (child.signalCode !== null) {
      throw failure(
        `The embedded PostgreSQL was ended by ${child.signalCode} while it was starting (is memory short?)`,
        'lost',
      )
    }
    if (child.exitCode !== null) {
      throw explainOutput(readFileSync(home.log).subarray(offset).toString(), home.pgdata, home.log)
    }
    const found = findPostmaster(home.pgdata, home.account)
    if (found?.pid === child.pid && found?.status === 'ready') return child
    if (abort.aborted) {
      await shutDown(home, child.pid ?? 0)
      throw failure('The start of the embedded PostgreSQL was called off')
    }
    await delay(20)
  }
}

/** Fast shutdown: sessions are cut, everything committed is written; after 5 s an immediate one, which the next start repairs. */
export async function shutDown(home: Home, pid: number): Promise<void> {
  // By the number and the start: a process that is ending has lost its command line long before it has ended.
  const born = processStart(pid)
  if (!isPostmaster(pid, home.pgdata, home.account)) return
  const gone = () => processStart(pid) !== born
  for (const [name, patience] of [
    ['SIGINT', 5000],
    ['SIGQUIT', 3000],
    ['SIGKILL', 1000],
  ] as const) {
    if (gone()) return
    signal(pid, name)
    if (await poll(gone, patience)) return
  }
}

/** A free port on the loopback address. Somebody may take it before PostgreSQL does; the caller then tries another. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen({ host: HOST, port: 0, exclusive: true }, () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Keeps one older log file; returns where the next line will stand. */
function rotateLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size < LOG_LIMIT_BYTES) return size
  renameSync(path, `${path}.1`)
  return 0
}
