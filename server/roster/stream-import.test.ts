import { text } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SpreadsheetFile } from '../sheets/sheet.ts'
import { startTestSystem, type TestSystem } from '../test/deps.ts'
import { type SignedIn, signInAs } from '../test/staff.ts'
import { createDraft, csv } from './roster.fixture.ts'
import { streamImport } from './stream-import.ts'

let system: TestSystem
let officer: SignedIn
let origin: string
beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
  origin = await system.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => system.stop())

const LIST = (people: number) =>
  csv(
    [
      'Họ tên,Email,Đơn vị,Nhóm',
      ...Array.from({ length: people }, (_, at) => `Người ${at},n${at}@so.example,SNV,CCVC`),
    ].join('\n'),
  )

/** As a browser does it, over a real connection, asking for lines and offering to unpack. */
async function upload(code: string, file: SpreadsheetFile, fields: Record<string, string> = {}, query = '') {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file.data)]), file.name)
  const headers = { ...officer, accept: 'application/x-ndjson, application/json', 'accept-encoding': 'br, gzip' }
  return fetch(`${origin}/api/campaigns/${code}/roster?${query}`, { method: 'POST', headers, body: form })
}
const linesOf = async (answer: Response) =>
  (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

it('tells line by line how far it is, and ends with the report', async () => {
  const code = await createDraft(system.deps.db)
  const answer = await upload(code, LIST(3_000))
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null])
  const lines = await linesOf(answer)
  expect(lines.at(-1).report).toMatchObject({ accepted: 3_000, added: { respondents: 3_000 } })
  const phases = lines.slice(0, -1).map(({ progress }) => progress.phase)
  expect(new Set(phases)).toEqual(new Set(['reading', 'checking', 'comparing', 'saving']))
})

it('ends with the refusal, as the plain answer would give it', async () => {
  const code = await createDraft(system.deps.db)
  const lines = await linesOf(await upload(code, csv('Họ tên,Email,Đơn vị,Nhóm\nNam,nam@so.example,Sở Lạ,LDS')))
  expect(lines.at(-1).error).toMatchObject({ status: 422, code: 'roster-rejected', details: { rows: 1 } })
})

it('ends with the same sentence as the plain answer when the database refuses, and tells its own faults apart', async () => {
  const endOf = async (statement: string) => {
    const faults: unknown[] = []
    const run = async () => {
      await system.deps.db.execute(sql`SELECT ${sql.raw(statement)} = ${'a\u0000'}`)
      throw new Error('the database took it')
    }
    const lines = await text(streamImport(run, (fault) => faults.push(fault)))
    return [JSON.parse(lines).error, faults.length]
  }
  expect(await endOf(`'a'::text`)).toEqual([expect.objectContaining({ status: 400, code: 'invalid-request' }), 0])
  expect(await endOf('no_such_column')).toEqual([expect.objectContaining({ status: 500, code: 'internal-error' }), 1])
})

it('refuses plainly what can be refused before it begins', async () => {
  const code = await createDraft(system.deps.db)
  for (const [fields, refusal] of [
    [{ columns: 'không phải JSON' }, 'invalid-request'],
    [{ columns: '{"columns":{"0":"name","1":"name"}}' }, 'invalid-request'],
    [{ corrections: '[{"row":2,"column":"Lạ","value":"x"}]' }, 'invalid-request'],
    [{ corrections: JSON.stringify('x'.repeat(2_100_000)) }, 'too-large'],
  ] as [Record<string, string>, string][]) {
    const answer = await upload(code, LIST(1), fields)
    expect([answer.headers.get('content-type'), (await answer.json()).code]).toEqual([
      'application/json; charset=utf-8',
      refusal,
    ])
  }
})

it('a connection lost in the middle loses nothing: the same file again settles it', async () => {
  const code = await createDraft(system.deps.db)
  const answer = await upload(code, LIST(4_000))
  const reader = answer.body!.getReader()
  await reader.read()
  await reader.cancel()
  const again = (await linesOf(await upload(code, LIST(4_000)))).at(-1)
  expect(again.report).toMatchObject({ accepted: 4_000, changes: { missing: { count: 0 } } })
  const { added, unchanged } = again.report.changes
  expect([0, 4_000]).toContain(added.count)
  expect(added.count + unchanged).toBe(4_000)
})

it('two presses at once import everybody once', async () => {
  const code = await createDraft(system.deps.db)
  const both = await Promise.all(
    [upload(code, LIST(500)), upload(code, LIST(500))].map(async (one) => linesOf(await one)),
  )
  const added = both.map((lines) => lines.at(-1).report.added.respondents).sort((a, b) => a - b)
  expect(added).toEqual([0, 500])
})
