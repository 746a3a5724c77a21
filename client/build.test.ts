/** What decides whether a build is stale, and what a build leaves beside its files. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from './build-app.ts'
import { readMarks, writeMark } from './built-marks.ts'
import { hashSources } from './hash-sources.ts'

let root: string

const put = async (name: string, text: string) => {
  await mkdir(join(root, name, '..'), { recursive: true })
  await writeFile(join(root, name), text)
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'phieu-build-'))
  await put('package-lock.json', '{}')
  await put('client/build.ts', '')
  await put('client/shared/a.ts', '')
  await put('client/respond/main.ts', 'document.title = "một"')
  await put('client/monitor/main.ts', '')
  await put('server/respond/schemas.ts', '')
})
afterEach(() => rm(root, { recursive: true, force: true }))

const hash = () => hashSources(join(root, 'client'), 'respond')

test.each([
  'client/respond/main.ts',
  'client/shared/a.ts',
  'client/build.ts',
  'server/respond/schemas.ts',
  'package-lock.json',
])('a change in %s makes the build stale', async (name) => {
  const before = await hash()
  expect(await hash()).toBe(before)
  await put(name, '// changed')
  expect(await hash()).not.toBe(before)
})

test('tests, the other application and what was built do not', async () => {
  const before = await hash()
  await put('client/respond/main.test.ts', 'x')
  await put('client/monitor/main.ts', 'x')
  await put('client/dist/respond/main.js', 'x')
  await put('server/respond/routes.ts', 'x')
  expect(await hash()).toBe(before)
})

test('a moved line between two files is a change', async () => {
  await put('client/respond/a.ts', 'one')
  await put('client/respond/b.ts', '')
  const before = await hash()
  await put('client/respond/a.ts', '')
  await put('client/respond/b.ts', 'one')
  expect(await hash()).not.toBe(before)
})

test('marks of one application leave those of the other alone, and a damaged file means "never built"', async () => {
  writeMark(root, 'respond', 'a')
  writeMark(root, 'monitor', 'b')
  expect(readMarks(root)).toEqual({ respond: 'a', monitor: 'b' })
  await put('.built', '{"respond"')
  expect(readMarks(root)).toEqual({})
})

const config = `export default { root: ${JSON.stringify('ROOT')}, build: { rolldownOptions: { input: 'ROOT/client/respond/main.ts' } } }`

test('a build swaps itself in whole, with brotli and gzip beside each file', async () => {
  await put('vite.config.mjs', config.replaceAll('ROOT', root))
  const out = join(root, 'dist/respond')
  await put('dist/respond/old.js', 'old')
  await buildApp(join(root, 'vite.config.mjs'), out)
  const names = (await readdir(out, { recursive: true })).filter((name) => /\.js/.test(name))
  const script = names.find((name) => name.endsWith('.js'))!
  expect(names.sort()).toEqual([script, `${script}.br`, `${script}.gz`])
  const raw = await readFile(join(out, script))
  expect(brotliDecompressSync(await readFile(join(out, `${script}.br`)))).toEqual(raw)
  expect(gunzipSync(await readFile(join(out, `${script}.gz`)))).toEqual(raw)
})

test('a build that fails leaves the last good one in place and nothing else', async () => {
  await put('vite.config.mjs', config.replaceAll('ROOT', root))
  await put('client/respond/main.ts', 'import "./missing.ts"')
  await put('dist/respond/old.js', 'old')
  await expect(buildApp(join(root, 'vite.config.mjs'), join(root, 'dist/respond'))).rejects.toThrow(/missing/)
  expect(await readdir(join(root, 'dist'))).toEqual(['respond'])
  expect(await readdir(join(root, 'dist/respond'))).toEqual(['old.js'])
})
