import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditWorld } from './audit.fixture.ts'

const world = auditWorld()
const folder = mkdtempSync(join(tmpdir(), 'phieu-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const manual = readFileSync(new URL('../../docs/audit-log.md', import.meta.url), 'utf8')
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(manual)![1]!
/** Runs the manual's own script, as an auditor would. */
function checkByHand(content: string, change = (script: string) => script): string {
  const script = join(folder, 'check.sh')
  const file = join(folder, 'nhat-ky.jsonl')
  writeFileSync(script, change(block('bash')))
  writeFileSync(file, content)
  try {
    return execFileSync('bash', [script, file], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

beforeAll(async () => {
  await world.write(
    'people.contact',
    { person: 'p1', email: 'corrected', ghi: 'Đ "ế" \\ \n 100%s $(x) `y` \\x41' },
    'dot-mot',
  )
  await world.write('people.look', { person: 'p2' }, 'dot-hai')
  await world.write('=1+1', { '=cmd': '=1+1' }, 'dot-hai')
})

test('sha256sum and the manual’s script recompute the hash of every entry of the downloaded log', async () => {
  const head = (await world.facets()).head!
  const file = (await world.get('/export.jsonl')).body
  expect(checkByHand(file)).toBe(`${head.seq} entries, the last hash is ${head.hash}\n`)
})

test('and find what was changed in it', async () => {
  const file = (await world.get('/export.jsonl')).body
  expect(checkByHand(file.replace('"person": "p2"', '"person": "p3"'))).toMatch(
    /^line \d+ is not what was written: .*"p3"/,
  )
})

test('a line of a filtered file is checked by itself', async () => {
  const filtered = (await world.get('/export.jsonl?campaign=dot-hai')).body
  const [, previous] = /with `(previous=[^`]*)` instead/.exec(manual)!
  expect(checkByHand(filtered)).toMatch(/^line 1 is not/)
  expect(checkByHand(filtered, (script) => script.replace('  number=', `  ${previous}\n  number=`))).toMatch(
    /^2 entries/,
  )
})

test('the manual’s worked example is right', () => {
  const example = block('json')
  expect(checkByHand(example)).toMatch(/^2 entries/)
  const printed = [...manual.matchAll(/^ {4}\$ (.*)\n {4}([0-9a-f]{64}) {2}-$/gm)]
  expect(printed).toHaveLength(2)
  for (const [, command, hash] of printed) {
    expect(execFileSync('bash', ['-c', command!], { encoding: 'utf8' })).toBe(`${hash} -\n`.replace(' -', '  -'))
  }
})

test('each line is JSON, in the order of the chain, and only what the filter asks for', async () => {
  const lines = (await world.get('/export.jsonl?campaign=dot-hai&kind=look')).body.trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).entry)).toMatchObject([{ campaign: 'dot-hai', action: 'people.look' }])
})

test('a spreadsheet has the same entries with the same texts and hashes, and runs none of them', async () => {
  const lines = (await world.get('/export.jsonl')).body.trimEnd().split('\n')
  const [sheet] = await readXlsxFile((await world.get('/export.xlsx')).rawPayload)
  const [heading, ...entries] = sheet!.data
  expect(heading).toEqual([
    'Số',
    'Thời điểm',
    'Người',
    'Việc',
    'Đợt điều tra',
    'Nội dung được băm',
    'Mã băm của mục trước',
    'Mã băm',
  ])
  expect(entries.slice(0, lines.length).map((row) => [row[5], row[7]])).toEqual(
    lines.map((line) => [/"entry":(.*)\}$/.exec(line)![1], JSON.parse(line).hash]),
  )
  const csv = (await world.get('/export.csv')).body
  expect(csv).toContain(`,'=1+1,`)
  expect(csv).toContain(JSON.parse(lines[0]!).hash)
})

test('every download is written down: by whom, as what, how much', async () => {
  const { seq, hash } = (await world.facets()).head!
  await world.get('/export.csv?campaign=dot-mot', 'officer')
  const [entry] = (await world.page('?limit=1')).entries
  expect(entry).toMatchObject({
    action: 'audit.export',
    details: { format: 'csv', filter: { campaign: 'dot-mot' }, through: seq, hash },
  })
})
