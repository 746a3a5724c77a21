import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../scoring/digest.ts'
import { buildIndex } from '../compute/build-index.ts'
import { indexInput } from '../compute/index-input.fixture.ts'
import { parseReportFile, writeReportFile } from './read-report-file.ts'

const index = buildIndex(indexInput())
const file = writeReportFile({ index, narratives: { 'mo-dau': 'Lời mở đầu', 'boi-canh': ' ' } })

describe('a report’s input as a file', () => {
  test('reads back as it was written, and is the same bytes for the same input', () => {
    expect(parseReportFile(file)).toEqual({ index, narratives: { 'mo-dau': 'Lời mở đầu' } })
    const other = { narratives: { 'mo-dau': 'Lời mở đầu' }, index: structuredClone(index) }
    expect(writeReportFile(other)).toBe(file)
  })

  test('a bare index document is one without texts', () => {
    expect(parseReportFile(JSON.stringify(index))).toEqual({ index, narratives: {} })
  })

  test('one that was altered, cut off, or is something else says so', () => {
    const why = (text: string) => (parseReportFile(text) as { problem: string }).problem
    const first = index.blocks[0]!.units[0]!
    const altered = JSON.stringify({ ...index, blocks: [{ ...index.blocks[0], units: [{ ...first, points: 99 }] }] })
    expect(why(altered)).toMatch(/^Số liệu trong tệp đã bị sửa: .* ghi là \S+, tính lại là \S+\.$/)
    expect(why(JSON.stringify({ ...index, themVao: 1 }))).toMatch(/đã bị sửa/)
    expect(why(file.replace('Lời mở đầu', 'Lời khác'))).toMatch(/^Phần lời của báo cáo trong tệp đã bị sửa/)
    expect(why(file.slice(0, -20))).toMatch(/cắt dở/)
    expect(why('')).toMatch(/JSON/)
    expect(why('{"index":{}}')).toMatch(/không đúng dạng báo cáo \(ở index\.campaign\)/)
    for (const other of ['null', '[]', '7', '"x"']) expect(why(other)).toMatch(/không đúng dạng/)
  })

  test.each(['../../x', 'a/b', '', 'x y'])('one whose campaign is called %j cannot name files', (campaign) => {
    const renamed = { ...index, campaign }
    const signed = { ...renamed, digest: digestOf(renamed) }
    expect(parseReportFile(writeReportFile({ index: signed, narratives: {} }))).toEqual({
      problem: 'Tệp không đúng dạng báo cáo (ở index.campaign). Hãy tải lại report.json.',
    })
  })

  test('texts are cleaned once and for all: a letter stays one letter', () => {
    const split = writeReportFile({ index, narratives: { 'mo-dau': 'Ve\u200b\u0302' } })
    expect(parseReportFile(split)).toEqual({ index, narratives: { 'mo-dau': 'V\u00ea' } })
  })
})

describe('npm run report', () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bao-cao-'))
    await writeFile(join(folder, 'report.json'), file)
  })
  afterAll(() => rm(folder, { recursive: true }))
  const run = (...args: string[]) => promisify(execFile)(process.execPath, [main, ...args])

  test('writes the three files with their SHA-256, twice the same, without database or network', async () => {
    const lines: string[][] = []
    for (const out of ['mot', 'hai']) {
      const { stdout } = await run('--snapshot', join(folder, 'report.json'), '--out', join(folder, out))
      expect(stdout).toContain(`Mã kiểm tra của kết quả: ${index.digest} (khớp)`)
      lines.push(stdout.split('\n').filter((line) => /^[0-9a-f]{64} {2}/.test(line)))
      expect((await readdir(join(folder, out))).toSorted()).toEqual(
        ['docx', 'html', 'xlsx'].map((kind) => `bao-cao-${index.campaign}.${kind}`),
      )
    }
    const hashes = lines.map((some) => some.map((line) => line.slice(0, 64)))
    expect(hashes[0]).toEqual(hashes[1])
    const [hash, path] = lines[0]![0]!.split('  ')
    expect(
      createHash('sha256')
        .update(await readFile(path!))
        .digest('hex'),
    ).toBe(hash)
  })

  test.each([
    [['--snapshot', 'khong-co.json'], 'Không có tệp khong-co.json.'],
    [['--snapshot', main], 'không phải JSON'],
    [[], 'Cách dùng: npm run report -- --snapshot FILE'],
    [['--la'], 'Cách dùng:'],
  ])('%j is told in a line', async (args, words) => {
    await expect(run(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(words) })
  })
})
