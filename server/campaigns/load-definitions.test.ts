import { cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { surveysFolder } from '../test/sound-definition.ts'
import { definitionHash } from './definition-hash.ts'
import { loadDefinitions, readDefinition } from './load-definitions.ts'

const slug = 'example-commune'
let dir: string

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'phieu-surveys-'))
  await cp(join(surveysFolder, slug), join(dir, slug), { recursive: true })
})
afterEach(() => rm(dir, { recursive: true }))

type Json = Record<string, unknown>

async function edit(file: string, change: (json: Json) => unknown): Promise<void> {
  const path = join(dir, slug, file)
  const json = JSON.parse(await readFile(path, 'utf8'))
  change(json)
  await writeFile(path, JSON.stringify(json))
}

const problems = async () => (await readDefinition(dir, slug))!.problems

test('assembles meta, notice, blocks and questionnaires into one definition', async () => {
  const entry = await readDefinition(dir, slug)
  expect(entry?.problems).toEqual([])
  const definition = entry!.definition!
  expect(definition.slug).toBe(slug)
  expect(entry!.title).toBe(definition.title)
  expect(definition.notice.text).toMatch(/^## Ai hỏi/)
  expect(Object.keys(definition.blocks[0]!.questionnaires)).toEqual(['can-bo', 'thon-to'])
})

test('lists every folder in order, a broken one with its problems instead of a definition', async () => {
  await mkdir(join(dir, 'a-broken'))
  await writeFile(join(dir, 'README.md'), 'not a folder')
  const entries = await loadDefinitions(dir)
  expect(entries.map((entry) => [entry.slug, entry.definition !== undefined])).toEqual([
    ['a-broken', false],
    [slug, true],
  ])
  expect(entries[0]!.problems).toEqual([{ path: 'definition.json', problem: 'thiếu tệp này' }])
})

test('knows nothing of a folder that is not there, nor of one outside', async () => {
  expect(await readDefinition(dir, 'nope')).toBeNull()
  expect(await readDefinition(join(dir, slug), `../${slug}`)).toBeNull()
  expect(await readDefinition(dir, '..')).toBeNull()
})

test('names every missing file at once', async () => {
  await rm(join(dir, slug, 'notice.vi.md'))
  await rm(join(dir, slug, 'questionnaires/can-bo.json'))
  expect(await problems()).toEqual([
    { path: 'notice.vi.md', problem: 'thiếu tệp này' },
    { path: 'questionnaires/can-bo.json', problem: 'thiếu tệp này' },
  ])
})

test('names a file that is not JSON, not UTF-8, or too large to be a definition', async () => {
  await writeFile(join(dir, slug, 'xa.json'), '{')
  await writeFile(join(dir, slug, 'notice.vi.md'), Buffer.from([0x4e, 0xe3, 0x20]))
  expect(await problems()).toEqual([
    { path: 'notice.vi.md', problem: 'tệp không phải chữ UTF-8' },
    { path: 'xa.json', problem: 'tệp không phải JSON hợp lệ' },
  ])
  await truncate(join(dir, slug, 'definition.json'), 600_000)
  expect((await problems())[0]!.problem).toMatch(/tệp dài 600000 byte, nhiều nhất là 524288 byte/)
})

test('refuses block names that would lead out of the folder', async () => {
  await edit('definition.json', (meta) => Object.assign(meta, { blocks: ['../other'] }))
  expect(await problems()).toMatchObject([{ path: expect.stringMatching(/^definition\.json: blocks\[/) }])
})

test('names a block file whose code is not its name', async () => {
  await edit('xa.json', (block) => Object.assign(block, { code: 'phuong' }))
  expect(await problems()).toEqual([{ path: 'xa.json', problem: '“code” phải là “xa”, như tên tệp' }])
})

test('names what is wrong in the shape by code and in Vietnamese', async () => {
  await edit('definition.json', (meta) => {
    Object.assign(meta, { year: '2026' })
    delete meta.organizer
  })
  await edit('xa.json', (block) => {
    const [units, groups, criteria] = [block.units, block.groups, block.criteria] as Json[][]
    Object.assign(units![1]!, { name: '', colour: 'red' })
    Object.assign(groups![2]!, { weight: 0.4 })
    Object.assign(criteria![3]!, { max: '3,25' })
    Object.assign(block, { weighting: 'mean' })
  })
  const found = await problems()
  const problemAt = (path: string) => found.find((problem) => problem.path === path)?.problem
  expect(problemAt('year')).toBe('phải là số')
  expect(problemAt('organizer')).toBe('thiếu mục này')
  expect(problemAt('blocks[xa].units[HT].name')).toMatch(/ít nhất là 1/)
  expect(problemAt('blocks[xa].units[HT]')).toBe('có mục không biết: colour')
  expect(problemAt('blocks[xa].groups[TT].weight')).toBe('phải là chữ trong ngoặc kép')
  expect(problemAt('blocks[xa].criteria[TTHC.2].max')).toMatch(/viết không đúng cách/)
  expect(problemAt('blocks[xa].weighting')).toBe('phải là một trong: pooled, fixed')
  expect(found).toHaveLength(7)
})

test('names what survey-core would not accept in a questionnaire', async () => {
  await edit('questionnaires/thon-to.json', (json) => {
    Object.assign((json.pages as Json[])[0]!, { elements: [{ type: 'text', name: 'xa_x', titel: 'Tên' }] })
  })
  const path = 'blocks[xa].questionnaires[thon-to]'
  expect(await problems()).toEqual([
    { path, problem: 'câu trả lời ngắn có mục lạ “titel”: bỏ mục ấy, hoặc sửa tên cho đúng' },
  ])
})

test('survives a questionnaire that survey-core cannot even read', async () => {
  await edit('questionnaires/thon-to.json', (json) => Object.assign(json, { pages: [{ elements: [null] }] }))
  expect((await problems())[0]!.path).toBe('blocks[xa].questionnaires[thon-to]')
})

test('gives the same definition whether an editor saved composed or decomposed letters', async () => {
  const before = (await readDefinition(dir, slug))!.definition!
  const path = join(dir, slug, 'xa.json')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.normalize('NFD'))
  expect(text.normalize('NFD')).not.toBe(text)
  expect(definitionHash((await readDefinition(dir, slug))!.definition!)).toBe(definitionHash(before))
})
