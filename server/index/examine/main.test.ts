/** The command as a person runs it: what it prints and with which code it ends. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIndex } from '../compute/build-index.ts'
import { indexInput } from '../compute/index-input.fixture.ts'
import { writeReportFile } from '../report/read-report-file.ts'
import { smallReport } from './small-report.fixture.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-examine-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function examine(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) =>
    execFile(process.execPath, ['server/index/examine/main.ts', ...words], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    ),
  )
}

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(
    path,
    content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content),
  )
  return path
}

test('a report that agrees with itself: says so and ends with 0', async () => {
  expect(await examine(await file('tot.json', smallReport))).toEqual({
    ...{ code: 0, err: '' },
    out: 'Không thấy số liệu nào mâu thuẫn.\n',
  })
})

test('one that does not: says what, where, what is printed and what could be, and ends with 1', async () => {
  const [block] = smallReport.blocks
  const altered = { ...smallReport, blocks: [{ ...block, index: { ...block!.index, gap: 30 } }] }
  const path = await file('sai.json', altered)
  const { code, out } = await examine(path)
  expect(code).toBe(1)
  for (const said of [
    'Khối so, Chỉ số, khoảng cách (blocks[so].index.gap) [gap]',
    'in ra:   30',
    'từ 28,24 đến 28,26',
    '1. Khoảng cách 30',
  ])
    expect(out).toContain(said)
  const json = await examine(path, '--json')
  expect(json.code).toBe(1)
  expect(JSON.parse(json.out)[0]).toMatchObject({ rule: 'gap', printed: 30, possible: { from: 28.24, to: 28.26 } })
})

test('figures of one report in two files are examined together', async () => {
  const { units, ...block } = smallReport.blocks[0]!
  const first = await file('bang.json', { ...smallReport, blocks: [block] })
  const more = await file('them.json', { blocks: [{ code: 'so', units: units!.slice(1) }] })
  expect((await examine(first)).code).toBe(0)
  const { code, out } = await examine(first, more)
  expect(code).toBe(1)
  expect(out).toContain('“Sở Một” không phải là đơn vị nào của khối')
})

test('a file of the project’s own report is examined as the figures that its report states', async () => {
  const index = buildIndex(indexInput())
  const documents = [
    { what: 'Quyết định ban hành', number: '10/QĐ-UBND', date: '2025-01-10' },
    { what: 'Tờ trình công bố', number: '11/TTr-SNV', date: '2025-01-15' },
  ]
  const own = writeReportFile({ index, narratives: { documents: JSON.stringify(documents) } })
  expect(await examine(await file('bao-cao.json', own))).toMatchObject({ code: 0, err: '' })
  expect(await examine(await file('chi-so.json', index))).toMatchObject({ code: 0, err: '' })
  // What a second file says otherwise of the same report is held against what its index states.
  const more = await file('khac.json', { blocks: [{ code: index.blocks[0]!.code, unitCount: 99 }] })
  expect((await examine(await file('bao-cao.json', own), more)).code).toBe(1)
  const altered = await examine(await file('sua.json', own.replace('11/TTr-SNV', '12/TTr-SNV')))
  expect(altered).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/mã kiểm tra không khớp/) })
})

describe('what can not be read ends with 2 and one clear sentence', () => {
  test.each<[string, unknown, RegExp]>([
    ['khong-json.json', '{"campaign":', /không phải là JSON đúng cách/],
    ['khong-utf8.json', new Uint8Array([0x7b, 0xff, 0xfe]), /không phải là chữ UTF-8/],
    ['la.json', { ...smallReport, diem: 1 }, /có mục không biết: diem/],
    ['thieu.json', { ...smallReport, blocks: undefined }, /blocks: thiếu mục này/],
    ['am.json', { ...smallReport, blocks: [{ code: 'so', survey: { mean: -1 } }] }, /blocks\[so\]\.survey\.mean/],
    ['le.json', { ...smallReport, blocks: [{ code: 'so', survey: { mean: 1.23456 } }] }, /4 chữ số thập phân/],
    ['ngay.json', { ...smallReport, steps: [{ what: 'họp', date: '2024-02-30' }] }, /steps\[0\]\.date/],
    ['nhieu.json', { ...smallReport, documents: Array(201).fill({ what: 'một' }) }, /nhiều nhất là 200/],
  ])('%s', async (name, content, said) => {
    const { code, out, err } = await examine(await file(name, content))
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(said)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('a file that is not there, a folder, an option that is not known, nothing at all', async () => {
    expect(await examine(join(folder, 'khong-co.json'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Không có tệp/),
    })
    expect(await examine(folder)).toMatchObject({ code: 2, err: expect.stringMatching(/là một thư mục/) })
    expect(await examine('--la')).toMatchObject({ code: 2, err: expect.stringMatching(/Cách dùng/) })
    expect(await examine()).toMatchObject({ code: 2, err: expect.stringMatching(/Cách dùng/) })
  })
})
