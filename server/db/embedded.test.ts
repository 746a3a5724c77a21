/** The real server, started and killed as it happens in life. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { expect, test, vi } from 'vitest'
import { embeddedWorld, isAlive, isRoot, kill, leave, nobody, processField, query, words } from './embedded.fixture.ts'

const world = embeddedWorld()

test('a fresh folder gives a database that orders Vietnamese and keeps what it commits', async () => {
  const server = await world.start({ fast: false })
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
  expect(statSync(join(world.dataDir, 'postgres.password')).mode & 0o777).toBe(0o600)
  expect(statSync(`/proc/${server.pid}`).uid).toBe(isRoot ? nobody : userInfo().uid)
  // Its own process group: Ctrl-C in a terminal must not reach it.
  expect(processField(server.pid, 'group')).toBe(server.pid)
})

test('a used folder keeps its data, and a stopped server leaves no process', async () => {
  await world.useFolder()
  const first = await world.start()
  await query(first.url, (sql) => sql`create table kept as select 'Đợt điều tra' as word`)
  await first.stop()
  expect(isAlive(first.pid)).toBe(false)
  const second = await world.start()
  expect(await words(second.url)).toEqual(['Đợt điều tra'])
})

test('after SIGKILL of the launching process the next start takes the running server over', async () => {
  await world.useFolder()
  const { program, url, pid } = await world.startProgram()
  await query(url, (sql) => sql`create table kept as select 'before' as word`)
  await kill(program)
  expect(isAlive(pid)).toBe(true)
  const next = await world.start()
  expect({ pid: next.pid, url: next.url, words: await words(next.url) }).toEqual({ pid, url, words: ['before'] })
  await next.stop()
  expect(isAlive(pid)).toBe(false)
})

test('a server killed under a running launcher comes back at the same address with all that was committed', async () => {
  await world.useFolder()
  const events: string[] = []
  const server = await world.start({ fast: false, log: (event) => events.push(event) })
  const { pid } = server
  await query(server.url, (sql) => sql`create table kept as select 'committed' as word`)
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(() => expect(events).toContain('postgres.restarted'), 30_000)
  expect(server.pid).not.toBe(pid)
  expect(await words(server.url)).toEqual(['committed'])
  expect(events).toEqual(['postgres.started', 'postgres.exited', 'postgres.restarted'])
})

test('a killed server whose sessions still work is started again only once they are gone', async () => {
  await world.useFolder()
  const { program, url, pid } = await world.startProgram()
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
  const next = await world.start()
  expect(isAlive(session?.pid)).toBe(false)
  expect(await busy).toBe('cut off')
  expect(next.pid).not.toBe(pid)
  await sql.end({ timeout: 1 })
})

test('a pid file that names another living program is seen through, and that program is left alone', async () => {
  await world.useFolder()
  const first = await world.start()
  const pidFile = join(world.dataDir, 'postgres', 'postmaster.pid')
  const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n')
  await first.stop()
  // Of the server's own account: PostgreSQL itself would take it for a server and refuse to start.
  const stranger = spawn('sleep', ['60'], isRoot ? { uid: nobody, gid: nobody, cwd: '/' } : {})
  world.endWithTest(stranger)
  await once(stranger, 'spawn')
  writeFileSync(pidFile, [stranger.pid, ...rest].join('\n'))
  if (isRoot) chownSync(pidFile, nobody, nobody)
  const second = await world.start()
  expect(await query(second.url, (sql) => sql`select 1 as one`)).toHaveLength(1)
  expect(isAlive(stranger.pid ?? 0)).toBe(true)
})

test('processes that start together share one server, and the last to leave stops it', async () => {
  const [own, other, sibling] = await Promise.all([world.start(), world.startProgram(), world.start()])
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
  await world.useFolder()
  const owner = await world.start()
  const guest = await world.startProgram()
  await leave(guest.program)
  expect(isAlive(owner.pid)).toBe(true)
  expect(await query(owner.url, (sql) => sql`select 1`)).toHaveLength(1)
})

test('a start that was killed during initdb leaves nothing in the way of the next', async () => {
  const program = world.launch(world.dataDir)
  await vi.waitFor(
    () => expect(readdirSync(world.dataDir).some((name) => name.startsWith('postgres.init-'))).toBe(true),
    30_000,
  )
  await kill(program)
  const server = await world.start()
  expect(await query(server.url, (sql) => sql`select 1`)).toHaveLength(1)
  expect(readdirSync(world.dataDir).filter((name) => name.startsWith('postgres.init-'))).toEqual([])
})

test('the log of the server keeps no values of rows', async () => {
  await world.useFolder()
  const server = await world.start()
  const secret = `person-${randomBytes(6).toString('hex')}`
  await query(server.url, (sql) => sql`create table people (name text unique)`)
  const insert = () => query(server.url, (sql) => sql`insert into people values (${secret})`)
  await insert()
  await expect(insert()).rejects.toThrow(/duplicate key/)
  await expect(query(server.url, (sql) => sql.unsafe(`select '${secret}'::int`))).rejects.toThrow(/invalid input/)
  expect(readFileSync(join(world.dataDir, 'postgres.log'), 'utf8')).not.toContain(secret)
})

test('a start that cannot succeed says in one line what to do', async () => {
  await world.useFolder()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  expect(await world.refusal({ port })).toMatch(/port .* in use: stop the other program/)
  taken.close()

  writeFileSync(join(world.folder, 'file'), '')
  expect(await world.refusal({ dataDir: join(world.folder, 'file') })).toMatch(/is not a folder: set DATA_DIR/)

  writeFileSync(join(world.dataDir, 'postgres', 'PG_VERSION'), '15\n')
  expect(await world.refusal()).toMatch(/written by PostgreSQL 15, this is 18: dump it/)
  writeFileSync(join(world.dataDir, 'postgres', 'PG_VERSION'), '18\n')
  rmSync(join(world.dataDir, 'postgres.password'))
  expect(await world.refusal()).toMatch(/postgres\.password is missing .*: restore that file/)
})
