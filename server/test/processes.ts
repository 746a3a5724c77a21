/**
 * Phiếu as an operator runs it: processes of the operating system with an environment of their own. Whatever is started
 * here is killed when its test file ends, also when a test or a hook has failed.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export type Exit = { code: number | null; signal: NodeJS.Signals | null }
export type LogLine = { msg: string; level: string; [field: string]: unknown }

export type Program = {
  pid: number
  /** What it has written so far, standard output and standard error. */
  stdout(): string
  stderr(): string
  /** Its log lines so far. */
  log(): LogLine[]
  /** Waits for a log line of this event; rejects, with what the process said, when it ends or takes too long. */
  event(msg: string): Promise<LogLine>
  exited: Promise<Exit>
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
  /** SIGTERM; resolves when it is gone. */
  stop(): Promise<Exit>
}
export type Web = Program & { base: string }

export type Processes = {
  /** Any entry of the project with exactly this environment (and PATH, and a cache of compiled code). */
  run(args: string[], env: Record<string, string>): Program
  /** A web process on a free port; resolves when it listens. */
  web(env: Record<string, string>): Promise<Web>
  /** A worker process; resolves when it works. */
  worker(env: Record<string, string>): Promise<Program>
  /** Web and worker in one process, as `npm start`; resolves when it listens. */
  whole(env: Record<string, string>): Promise<Web>
  /** All that were started, the ended ones too. */
  all(): Program[]
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** The same sources start dozens of times in a run of the tests: stripped and compiled once, a start takes half the CPU. */
const COMPILED = fileURLToPath(new URL('../../node_modules/.cache/phieu-tests', import.meta.url))
/** Generous: the machine may be running other tests. */
const START_MS = 90_000

export const ADMIN = { email: 'quan-tri@so-noi-vu.example', password: 'mật khẩu chỉ để thử nghiệm' }

/** For tests in which workers are killed: their jobs are taken up after this, and not after the ten seconds of everyday. */
export const SHORT_LEASE = { JOB_LEASE_SECONDS: '3' }

/** What processes of one installation share; `redisUrl` chooses the back end of the queue. */
export function environment(databaseUrl: string, redisUrl?: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    SECRET_KEY: randomBytes(32).toString('base64url'),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    PUBLIC_URL: 'http://khao-sat.example',
    LOG_LEVEL: 'debug',
  }
}

/** Call once in a file or describe; the clean-up is registered here. */
export function startableProcesses(): Processes {
  const started: Program[] = []
  afterAll(() => Promise.all(started.map((program) => program.kill())))
  const run: Processes['run'] = (args, env) => {
    const program = startProgram(args, env)
    started.push(program)
    return program
  }
  const listening = async (args: string[], env: Record<string, string>): Promise<Web> => {
    const program = run(args, { PORT: '0', ...env })
    return { ...program, base: String((await program.event('listening')).address) }
  }
  return {
    run,
    web: (env) => listening(['server/main.ts', '--web'], env),
    whole: (env) => listening(['server/main.ts'], env),
    async worker(env) {
      const program = run(['server/worker.ts'], env)
      await program.event('started')
      return program
    },
    all: () => started,
  }
}

function startProgram(args: string[], env: Record<string, string>): Program {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const killNow = () => child.kill('SIGKILL')
  process.once('exit', killNow)
  const exited = once(child, 'close').then(([code, signal]): Exit => {
    process.removeListener('exit', killNow)
    return { code, signal }
  })
  const text = { out: '', err: '' }
  const watchers = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.out += chunk
    for (const look of watchers) look()
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.err += chunk
  })
  const log = () => linesOf(text.out)
  return {
    pid: child.pid!,
    stdout: () => text.out,
    stderr: () => text.err,
    log,
    async event(msg) {
      const { promise, resolve, reject } = Promise.withResolvers<LogLine>()
      const look = () => {
        const line = log().find((candidate) => candidate.msg === msg)
        if (line) resolve(line)
      }
      const give = (why: string) =>
        reject(new Error(`${args.join(' ')} ${why} before "${msg}": ${text.err}${text.out}`))
      // A deadline, not a pause: it only ends a wait whose event never comes.
      const deadline = AbortSignal.timeout(START_MS)
      const late = () => give(`took ${START_MS} ms`)
      deadline.addEventListener('abort', late)
      exited.then(({ code, signal }) => give(`ended (${code ?? signal})`))
      watchers.add(look)
      look()
      return promise.finally(() => {
        deadline.removeEventListener('abort', late)
        watchers.delete(look)
      })
    },
    exited,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      return exited
    },
  }
}

/** Complete JSON lines; what a program prints that is no log line is left out. */
function linesOf(text: string): LogLine[] {
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine)
}
