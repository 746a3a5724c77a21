import { copyFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placedProcesses } from './hold.fixture.ts'
import { readSurroundings } from './surroundings.ts'

const { newFolder } = placedProcesses()
const embedded = { databaseUrl: undefined, publicUrl: 'https://khaosat.test' }

test('a PostgreSQL elsewhere is the same place from every machine and every folder', async () => {
  const external = { ...embedded, databaseUrl: 'postgres://db/phieu' }
  expect(await readSurroundings({ ...external, dataDir: newFolder() })).toEqual({ address: 'https://khaosat.test' })
  expect(await readSurroundings({ ...external, dataDir: '/nowhere' })).toEqual({ address: 'https://khaosat.test' })
})

test('the embedded one is known by its folder, also where a pointer says it lies, and by the machine', async () => {
  const folder = newFolder()
  const control = join(folder, 'postgres', 'global', 'pg_control')
  mkdirSync(join(folder, 'postgres', 'global'), { recursive: true })
  writeFileSync(control, 'one')
  const first = await readSurroundings({ ...embedded, dataDir: folder })
  expect(first.folder).toMatch(new RegExp(`^${folder} \\d+$`))
  if (first.host) expect(first.host).toContain(hostname())

  writeFileSync(control, 'written in place, as PostgreSQL does')
  expect(await readSurroundings({ ...embedded, dataDir: folder })).toEqual(first)
  copyFileSync(control, `${control}.copy`)
  renameSync(`${control}.copy`, control)
  expect((await readSurroundings({ ...embedded, dataDir: folder })).folder).not.toBe(first.folder)

  const pointing = newFolder()
  writeFileSync(join(pointing, 'postgres.location'), `${folder}\n`)
  expect((await readSurroundings({ ...embedded, dataDir: pointing })).folder).toMatch(new RegExp(`^${pointing} \\d+$`))
})

test('a folder without a database in it is not known', async () => {
  expect((await readSurroundings({ ...embedded, dataDir: newFolder() })).folder).toBeNull()
})

test('another port of one’s own machine is no other address', async () => {
  const at = async (publicUrl: string) =>
    (await readSurroundings({ ...embedded, dataDir: '/nowhere', publicUrl })).address
  expect(await at('http://localhost:3000')).toBe(await at('http://localhost:8080'))
  expect(await at('http://127.0.0.1:3000')).toBe(await at('http://localhost:8080'))
  expect(await at('https://a.test:3000')).not.toBe(await at('https://a.test:8080'))
  expect(await at('http://localhost.test')).not.toBe(await at('http://localhost'))
})
