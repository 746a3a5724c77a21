import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '../campaigns/canonical-json.ts'
import type { Definition } from '../campaigns/definition.ts'
import { openCampaign } from '../campaigns/open-campaign.ts'
import { readCsv } from '../sheets/read-csv.ts'
import { readXlsx } from '../sheets/read-xlsx.ts'
import { createDraft } from '../test/campaign.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../test/deps.ts'
import { soundDefinition } from '../test/sound-definition.ts'
import { signInAs } from '../test/staff.ts'
import { applyTable } from './apply-table.ts'
import { drawQuestionSheet } from './draw-question-sheet.ts'
import { edits } from './edited-rows.fixture.ts'
import { rowsOf, tableOf } from './question-table.ts'
import { countQuestionColumns, readQuestionSheet } from './read-question-sheet.ts'
import { type Setup, setupOf } from './setup.fixture.ts'

let system: TestSystem
let setup: Setup
let definitions: Definition[]
/** A draft for calls that leave it as it is, and its table, which that of every new draft is equal to. */
let untouched: string
let table: string
beforeAll(async () => {
  system = await startTestSystem()
  setup = setupOf(system, await signInAs(system, 'officer'))
  definitions = await Promise.all(['son-la-2024', 'example-commune'].map(soundDefinition))
  untouched = await newDraft()
  table = await csvOf(untouched)
})
afterAll(() => system.stop())

const PATH = '/definition/questions?block=xa'
const newDraft = async () => (await createDraft(system.deps, { roster: [] })).code
const csvOf = async (code: string) => (await setup.get(code, '/definition/questions.csv?block=xa')).body
/** One cell of the .csv, found by what its line and its heading begin with. */
function withCell(csv: string, line: string, heading: string, value: string): string {
  const [sheet] = readCsv(Buffer.from(csv), (rows) => countQuestionColumns(rows, definitions[1]!.blocks[0]!))
  const rows = sheet!.rows.map(({ cells }) => [...cells])
  const column = rows[0]!.findIndex((cell) => cell.startsWith(heading))
  rows.find((cells) => cells.some((cell) => cell === line))![column] = value
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
}

test.each(['xlsx', 'csv'])('the table downloaded as .%s and uploaded as it is changes nothing', async (kind) => {
  const code = await newDraft()
  const download = await setup.get(code, `/definition/questions.${kind}?block=xa`)
  expect(download.headers['content-disposition']).toBe(`attachment; filename="cau-hoi-${code}-xa.${kind}"`)
  const file = { name: `cau-hoi.${kind}`, data: download.rawPayload, version: 1 }
  const report = (await setup.upload(code, `${PATH}&dryRun=true`, file)).json()
  expect(report).toEqual({ rows: 18, problems: [], changes: [], remaining: [], version: 1 })
  expect((await setup.upload(code, PATH, file)).json()).toMatchObject({ version: 1, changes: [] })
})

test('a text that a spreadsheet would run comes back from the .csv as it was', async () => {
  const code = await newDraft()
  const { version, definition } = await setup.read(code)
  const block = definition.blocks[0]!
  const [form] = Object.values(block.questionnaires) as { pages: { elements: Record<string, unknown>[] }[] }[]
  const question = form!.pages
    .flatMap(({ elements }) => elements)
    .find(({ name }) => name === block.criteria[0]!.question)!
  Object.assign(question, { title: '-5 hay +5 điểm?', description: 'Gồm:\n- một cửa\n- trực tuyến; =thật' })
  // As the file guards such a text, but the author's own.
  Object.assign(block.criteria[1]!, { name: "'-3 điểm" })
  expect((await setup.save(code, version, definition)).statusCode).toBe(200)
  const file = { name: 'cau-hoi.csv', data: await csvOf(code), version: version + 1 }
  expect(file.data).toContain("'-5 hay")
  const report = (await setup.upload(code, `${PATH}&dryRun=true`, file)).json()
  expect(report).toMatchObject({ problems: [], changes: [] })
})

test('rows that are right one by one and too much together are refused, and the definition can still be read', async () => {
  const [sheet] = readCsv(Buffer.from(table), (rows) => countQuestionColumns(rows, definitions[1]!.blocks[0]!))
  const [head, ...all] = sheet!.rows.map(({ cells }) => [...cells])
  const first = all.find((cells) => cells.includes(definitions[1]!.blocks[0]!.criteria[0]!.code))!
  const at = (title: string) => head!.findIndex((cell) => cell.startsWith(title))
  const rows = Array.from({ length: 40 }, (_, number) => {
    const cells = [...first]
    cells[at('Mã lĩnh vực')] = `L${number}`
    cells[at('Lĩnh vực')] = `Lĩnh vực ${number}`
    cells[at('Mã tiêu chí')] = `T${number}`
    cells[at('Mã câu hỏi')] = ''
    return cells
  })
  const data = [head!, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(';')).join('\r\n')
  for (const path of [`${PATH}&dryRun=true`, PATH]) {
    const refused = await setup.upload(untouched, path, { name: 'a.csv', data, version: 1 })
    expect(refused.json(), path).toMatchObject({
      code: 'definition-invalid',
      details: [{ path: 'blocks[xa].domains' }],
    })
  }
  expect(await setup.read(untouched)).toMatchObject({ version: 1 })
})

test('any edited table survives the way through a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 1 }), fc.nat({ max: 1 }), edits, async (one, other, edit) => {
      const before = definitions[one]!
      const block = before.blocks[other % before.blocks.length]!
      const { definition } = applyTable(before, block.code, edit(rowsOf(block), block))
      if (!definition) return
      const now = definition.blocks.find(({ code }) => code === block.code)!
      const rows = rowsOf(now)
      const sheets = await readXlsx(await drawQuestionSheet({ title: 'Thử', block: now, rows }))
      const read = readQuestionSheet(sheets, now, rows)
      expect(read.problems).toEqual([])
      expect(read.rows.map(({ cells }) => canonicalJson(cells))).toEqual(rows.map(canonicalJson))
    }),
    { numRuns: 10 },
  )
})

test('an edited file is rehearsed and then saved as the next version, with its changes in words', async () => {
  const code = await newDraft()
  const csv = withCell(table, 'DH.1', 'Câu hỏi', 'Lãnh đạo xã có sâu sát không?')
  const file = { name: 'cau-hoi.csv', data: csv, version: 1 }
  const rehearsed = (await setup.upload(code, `${PATH}&dryRun=true`, file)).json()
  expect(rehearsed.changes).toEqual([
    expect.objectContaining({
      code: 'question-title',
      words: expect.stringContaining('→ “Lãnh đạo xã có sâu sát không?”'),
    }),
  ])
  expect((await setup.read(code)).version).toBe(1)
  expect((await setup.upload(code, PATH, file)).json()).toEqual({ ...rehearsed, version: 2 })
  const { definition, version } = await setup.read(code)
  expect(version).toBe(2)
  expect(tableOf(definition, 'xa')!.find(({ criterion }) => criterion === 'DH.1')!.title).toBe(
    'Lãnh đạo xã có sâu sát không?',
  )
  const late = await setup.upload(code, PATH, file)
  expect([late.statusCode, late.json().code, late.json().details.version]).toEqual([409, 'definition-changed', 2])
})

test.each([
  ['DH.1', 'Điểm tối đa', 'ba điểm', 4, 'Điểm tối đa', 'max-invalid'],
  ['DH.1', 'Điểm tối đa', '1,250', 4, 'Điểm tối đa', 'max-ambiguous'],
  ['DH.2', 'Mã tiêu chí', 'DH.1', 5, 'Mã tiêu chí', 'criterion-twice'],
  ['DH.1', 'Nhóm LD', 'có lẽ', 4, 'Nhóm LD: Thường trực HĐND, lãnh đạo UBND xã, phường', 'group-mark-invalid'],
  ['TTHC.1', 'Nguồn', 'nguồn lạ', 6, 'Nguồn điểm', 'source-unknown'],
  ['TTHC.1', 'Câu hỏi', '', 6, 'Câu hỏi', 'title-missing'],
])(
  'a wrong cell (%s, %s: %s) is named by row and column, and nothing is saved',
  async (line, heading, value, row, column, problem) => {
    const file = { name: 'a.csv', data: withCell(table, line, heading, value), version: 1 }
    const reply = await setup.upload(untouched, PATH, file)
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'questions-invalid'])
    const [first] = reply.json().details.problems
    expect(first).toMatchObject({ row, column, code: problem, value })
    expect(first.message).not.toMatch(/\{\d\}/)
    expect((await setup.upload(untouched, `${PATH}&dryRun=true`, file)).json().problems).toEqual(
      reply.json().details.problems,
    )
    expect((await setup.read(untouched)).version).toBe(1)
  },
)

test('a sum that no longer fits is told in the rehearsal, and does not keep the table from being saved', async () => {
  const code = await newDraft()
  const file = { name: 'a.csv', data: withCell(table, 'DH.1', 'Điểm tối đa', '4'), version: 1 }
  const { problems, remaining } = (await setup.upload(code, PATH, file)).json()
  expect(problems).toEqual([])
  expect(remaining.map(({ path }: { path: string }) => path)).toContain('blocks[xa].sources[khao-sat].max')
})

test.each<[string, string, string, number]>([
  ['another table', 'Họ và tên;Email\r\nA;b@c.example', 'header-missing', 422],
  ['a table without a group’s column', '', 'group-column-missing', 422],
])('%s is refused as what it is', async (_, data, told, status) => {
  const sent = data || table.replaceAll(';"Nhóm TT: Trưởng thôn, bản, tổ trưởng tổ dân phố"', '')
  const reply = await setup.upload(untouched, PATH, { name: 'a.csv', data: sent, version: 1 })
  expect(reply.statusCode).toBe(status)
  expect(JSON.stringify(reply.json())).toContain(told)
})

test('a table laid over a definition that is saved anew meanwhile is not written over it', async () => {
  const code = await newDraft()
  const data = withCell(table, 'DH.1', 'Câu hỏi', 'Câu hỏi đã viết lại?')
  const { $client: sql } = system.deps.db
  const { uploading } = await sql.begin(async (tx) => {
    await tx`UPDATE campaign.campaigns SET definition_version = 2 WHERE code = ${code}`
    // From a file of version 2, which this call has not seen when it reads the definition.
    const uploading = setup.upload(code, PATH, { name: 'a.csv', data, version: 2 })
    const waiting = () => sql`
      SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    await expect.poll(async () => (await waiting()).length, { timeout: 30_000 }).toBe(1)
    return { uploading }
  })
  expect((await uploading).json()).toMatchObject({ code: 'campaign-busy' })
  expect((await setup.read(code)).version).toBe(2)
})

test('a block that is not there, a version that is none, an opened campaign', async () => {
  const { code } = await createDraft(system.deps, { roster: [{ unit: 'AB', group: 'CC', people: 6 }] })
  const file = { name: 'a.csv', data: table, version: 1 }
  expect((await setup.upload(code, '/definition/questions?block=zz', file)).json().code).toBe('block-unknown')
  expect((await setup.get(code, '/definition/questions.xlsx?block=zz')).json().code).toBe('block-unknown')
  expect((await setup.upload(code, PATH, { ...file, version: 'x' })).json().code).toBe('invalid-request')
  await openCampaign(system.deps, code, OFFICER)
  expect((await setup.upload(code, PATH, file)).json().code).toBe('campaign-not-draft')
  expect((await setup.get(code, '/definition/questions.xlsx?block=xa')).statusCode).toBe(200)
})
