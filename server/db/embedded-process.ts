/**
 * Which operating-system process is the postmaster of a data folder? `postmaster.pid` alone can't say: after a SIGKILL or
 * a restored copy its number may belong to anybody. /proc says the rest (the package exists for Linux only). A zombie counts as
 * dead: in a container whose first process reaps nobody, an orphan stays one for ever.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Account, asAccount } from './embedded-account.ts'

/** `status` is PostgreSQL's own word: starting, ready, stopping, standby… */
export type Postmaster = { pid: number; port: number; status: string }

/** When a living process began, in clock ticks since boot: with the pid, an identity that is never reused; null when dead. */
export function processStart(pid: number): string | null {
  const fields = read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')
  if (!fields || fields[0] === 'Z' || fields[0] === 'X') return null
  return fields[19] ?? null
}

/** The postmaster that runs on `pgdata`, or null; a stale or foreign `postmaster.pid` gives null. */
export function findPostmaster(pgdata: string, account: Account): Postmaster | null {
  const lines = read(join(pgdata, 'postmaster.pid'))?.split('\n')
  if (!lines) return null
  const pid = Number(lines[0])
  if (!isPostmaster(pid, pgdata, account)) return null
  return { pid, port: Number(lines[3]), status: (lines[7] ?? 'starting').trim() }
}

/** True while process `pid` lives and is a PostgreSQL server of `account` on `pgdata`. */
export function isPostmaster(pid: number, pgdata: string, account: Account): boolean {
  return runsOn(pid, ['postgres'], pgdata, account)
}

/**
 * Processes on `pgdata` that no valid `postmaster.pid` accounts for: sessions that outlived a killed postmaster, or an `initdb` or
 * postmaster whose launcher was killed early. They hold files and shared memory, so nothing new may start beside them.
 */
function findLeftovers(pgdata: string, account: Account): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.map(Number).filter((pid) => {
    if (runsOn(pid, ['postgres', 'initdb'], pgdata, account)) return true
    const isSession = read(`/proc/${pid}/cmdline`)?.startsWith('postgres: ') && ownerOf(pid) === account.uid
    return isSession && processStart(pid) !== null && folderOf(pid, account) === pgdata
  })
}

/** Ends the leftovers on `pgdata`; what they had committed is safe in the write-ahead log. */
export async function endLeftovers(pgdata: string, account: Account): Promise<void> {
  const leftovers = () => findLeftovers(pgdata, account)
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of leftovers()) signal(pid, name)
    if (await poll(() => leftovers().length === 0, 3000)) return
  }
}

/** Signals a process; one that has just died is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Looks every 20 ms until `done` (true), the deadline or the abort (false). */
export async function poll(done: () => boolean, milliseconds: number, abort?: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (!done()) {
    if (Date.now() > deadline || abort?.aborted) return false
    await delay(20)
  }
  return true
}

function runsOn(pid: number, programs: string[], pgdata: string, account: Account): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || processStart(pid) === null) return false
  const words = read(`/proc/${pid}/cmdline`)?.split('\0') ?? []
  if (!programs.includes(basename(words[0] ?? '')) || ownerOf(pid) !== account.uid) return false
  return words.includes(pgdata) || folderOf(pid, account) === pgdata
}

function ownerOf(pid: number): number | null {
  return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? null
}

/** The working folder. The kernel hides it from root in a container without SYS_PTRACE, but not from the process's own account. */
function folderOf(pid: number, account: Account): string | null {
  const path = `/proc/${pid}/cwd`
  try {
    return readlinkSync(path)
  } catch {
    if (!account.switched) return null
    return spawnSync('readlink', [path], { ...asAccount(account), encoding: 'utf8' }).stdout?.trim() || null
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
