import { createHash } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { finalizeCampaign } from '../../campaigns/finalize-campaign.ts'
import { smallDefinition } from '../../scoring/small-definition.fixture.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { storeAllPoints } from '../stored-points.fixture.ts'
import { composeReport } from './compose-report.ts'
import { parseReportFile } from './read-report-file.ts'
import { renderDocx } from './render/render-docx.ts'
import { renderHtml } from './render/render-html.ts'
import { renderXlsx } from './render/render-xlsx.ts'
import type { ReportDocument } from './schemas.ts'

let system: TestSystem
let officer: SignedIn
let colleague: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  const { db } = system.deps
  officer = await signInAs(system, 'officer')
  colleague = await signInAs(system, 'officer')
  await storeIndexCampaign(db, 'dang-mo', 'open')
  await storeIndexCampaign(db, 'khac', 'open')
  await storeIndexCampaign(db, 'nhap', 'draft')
  await storeIndexCampaign(db, 'khong-chi-so', 'open', { definition: smallDefinition })
})
afterAll(() => system.stop())

const call = (
  method: 'GET' | 'PUT',
  path: string,
  { by = officer, payload }: { by?: SignedIn; payload?: object } = {},
) =>
  system.app.inject({
    method,
    url: `/api/campaigns/${path}`,
    headers: by,
    ...(payload ? { payload } : {}),
  } as InjectOptions)
const write = (field: string, text: string, version: number, by = officer, code = 'dang-mo') =>
  call('PUT', `${code}/index/report/fields/${field}`, { by, payload: { text, version } })
const versionsOf = async (field: string, code = 'dang-mo') =>
  (await call('GET', `${code}/index/report/fields/${field}`)).json()
const reportOf = async (code = 'dang-mo'): Promise<ReportDocument> => (await call('GET', `${code}/index/report`)).json()
const fieldIn = ({ parts }: ReportDocument, field: string) =>
  parts.find((part) => part.kind === 'field' && part.field === field)

describe('writing a field', () => {
  test('it stands in the report, and its versions tell who wrote what', async () => {
    expect(fieldIn(await reportOf(), 'mo-dau')).toMatchObject({ written: false, text: '' })
    expect((await write('mo-dau', '  Thực hiện kế hoạch\r\ncủa tỉnh. ', 0)).json()).toEqual({
      field: 'mo-dau',
      version: 1,
      text: 'Thực hiện kế hoạch\ncủa tỉnh.',
    })
    expect((await write('mo-dau', 'Thực hiện kế hoạch của tỉnh và của Sở.', 1, colleague)).statusCode).toBe(200)
    expect(fieldIn(await reportOf(), 'mo-dau')).toMatchObject({
      written: true,
      text: 'Thực hiện kế hoạch của tỉnh và của Sở.',
    })
    const { version, versions, title, kind } = await versionsOf('mo-dau')
    expect([version, title, kind]).toEqual([2, 'Mở đầu', 'text'])
    expect(versions.map((one: { version: number; text: string }) => [one.version, one.text.length])).toEqual([
      [2, 38],
      [1, 28],
    ])
    expect(versions[0].by).not.toBe(versions[1].by)
  })

  test('over a version that is no more the newest is refused with the other’s text, and writes nothing', async () => {
    await write('boi-canh', 'Bản thứ nhất', 0)
    await write('boi-canh', 'Bản của đồng nghiệp', 1, colleague)
    const late = await write('boi-canh', 'Bản viết dở', 1)
    expect([late.statusCode, late.json()]).toEqual([
      409,
      expect.objectContaining({
        code: 'field-changed',
        details: expect.objectContaining({ version: 2, text: 'Bản của đồng nghiệp' }),
      }),
    ])
    for (const version of [0, 7]) expect((await write('boi-canh', 'x', version)).statusCode).toBe(409)
    expect((await versionsOf('boi-canh')).versions).toHaveLength(2)
  })

  test('of many at once over the same version one is written', async () => {
    const tries = Array.from({ length: 8 }, (_, at) =>
      write('nguyen-nhan', `Nguyên nhân ${at}`, 0, at % 2 ? officer : colleague),
    )
    const replies = await Promise.all(tries)
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, ...Array(7).fill(409)])
    const kept = replies.find(({ statusCode }) => statusCode === 200)!.json()
    expect((await versionsOf('nguyen-nhan')).versions.map(({ text }: { text: string }) => text)).toEqual([kept.text])
  })

  test('the same text again adds no version, and an emptied field is one never written', async () => {
    await write('phuong-huong', 'Nhiệm vụ', 0)
    expect((await write('phuong-huong', 'Nhiệm vụ', 0)).json()).toMatchObject({ version: 1 })
    expect((await write('phuong-huong', '', 1)).json()).toMatchObject({ version: 2, text: '' })
    expect(fieldIn(await reportOf(), 'phuong-huong')).toMatchObject({ written: false })
  })

  test('is refused when it is too long, no field, no list, or no day', async () => {
    expect((await write('mo-dau', 'ă'.repeat(50_000), 2)).statusCode).toBe(200)
    for (const [field, text, problem] of [
      ['mo-dau', 'ă'.repeat(50_001), /quá 50000 ký tự/],
      ['nguoi-ky', 'Họ tên '.repeat(80), /một dòng/],
      ['ngay-van-ban', '31/02/2025', /ngày\/tháng\/năm/],
      ['documents', '[{"what":"x"}]', /Dòng 1 chưa đúng/],
      ['documents', 'không phải danh sách', /Danh sách chưa đúng/],
      ['steps', '[{"what":"x","from":"2025-01-02","to":"2025-01-01"}]', /ngày bắt đầu/],
      ['steps', '[{"what":"x","date":"2025-02-30"}]', /Dòng 1/],
    ] as const) {
      const reply = await write(field, text, 0)
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'field-invalid'])
      expect(reply.json().details[0]).toEqual({ path: field, problem: expect.stringMatching(problem) })
    }
    expect((await write('constructor', 'x', 0)).json()).toMatchObject({ code: 'field-unknown' })
    expect((await call('GET', 'dang-mo/index/report/fields/toString')).statusCode).toBe(404)
    expect((await write('mo-dau', 'x'.repeat(70_000), 0)).statusCode).toBe(400)
  })

  test('keeps nothing that a document cannot hold', async () => {
    const { text } = (await write('ton-tai-han-che', 'Một\u0000\u0007\u202e dòng\ufeff \ud800 lỗi', 0)).json()
    expect(text).toBe('Một dòng \ufffd lỗi')
  })

  test('is on record without its words, in no other campaign, and stays after a restart', async () => {
    const { $client: sql } = system.deps.db
    await write('nhan-xet-ket-qua', 'Lời nhận xét riêng', 0)
    const [entry] = await sql`SELECT * FROM staff.audit WHERE action = 'report.field' ORDER BY id DESC LIMIT 1`
    expect(entry).toMatchObject({ campaign: 'dang-mo', details: { field: 'nhan-xet-ket-qua', version: 1, length: 18 } })
    expect(JSON.stringify(entry)).not.toContain('Lời nhận xét riêng')
    expect((await versionsOf('nhan-xet-ket-qua', 'khac')).versions).toEqual([])
    const { app } = await system.startAnother()
    const again = await app.inject({ url: '/api/campaigns/dang-mo/index/report', headers: officer })
    expect(fieldIn(again.json(), 'nhan-xet-ket-qua')).toMatchObject({ text: 'Lời nhận xét riêng' })
  })

  test('needs a campaign with an index', async () => {
    expect((await write('mo-dau', 'x', 0, officer, 'khong-co')).json().code).toBe('campaign-unknown')
    expect((await write('mo-dau', 'x', 0, officer, 'khong-chi-so')).json().code).toBe('index-not-configured')
    // Words can be prepared before the survey opens.
    expect((await write('mo-dau', 'x', 0, officer, 'nhap')).statusCode).toBe(200)
  })
})

test('all fields are listed in the order of the document, written or not', async () => {
  const { fields } = (await call('GET', 'khac/index/report/fields')).json()
  expect(fields).toHaveLength(21)
  expect(fields[0]).toEqual({
    ...{ field: 'co-quan-chu-quan', title: 'Cơ quan chủ quản', kind: 'line', hint: expect.any(String) },
    ...{ text: '', version: 0, by: null, at: null },
  })
})

describe('reading', () => {
  test('a provisional report says so; a draft has none, nor a campaign without an index', async () => {
    const report = await reportOf('khac')
    expect([report.provisional, report.campaign]).toEqual([true, 'khac'])
    expect((await call('GET', 'nhap/index/report')).json().code).toBe('campaign-not-open')
    expect((await call('GET', 'khong-chi-so/index/report')).json().code).toBe('index-not-configured')
    expect((await call('GET', 'khong-co/index/report.docx')).statusCode).toBe(404)
  })
})

describe('the files of a final result', () => {
  const bytesOf = async (kind: string) => (await call('GET', `xong/index/report.${kind}`)).rawPayload
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

  beforeAll(async () => {
    const { db } = system.deps
    const campaignId = await storeIndexCampaign(db, 'xong', 'closed')
    await storeAllPoints(db, campaignId)
    await finalizeCampaign(system.deps, 'xong', OFFICER)
    await write('mo-dau', 'Lời mở đầu của báo cáo', 0, officer, 'xong')
  })

  test('are named, typed, not to be kept by browsers, and the page has its own policy', async () => {
    const docx = await call('GET', 'xong/index/report.docx')
    expect(docx.headers).toMatchObject({
      'content-disposition': 'attachment; filename="bao-cao-xong.docx"',
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'cache-control': 'no-store',
    })
    const page = await call('GET', 'xong/index/report.html')
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /)
    expect(page.body).toContain('Lời mở đầu của báo cáo')
    expect(page.body).not.toContain('TẠM TÍNH')
  })

  test('are made again from report.json byte for byte, elsewhere and later', async () => {
    const input = parseReportFile((await bytesOf('json')).toString())
    if ('problem' in input) throw new Error(input.problem)
    expect(input.index.status).toBe('final')
    const report = composeReport(input)
    expect(hash(await renderDocx(report))).toBe(hash(await bytesOf('docx')))
    expect(hash(await renderXlsx(report, input.index))).toBe(hash(await bytesOf('xlsx')))
    expect(renderHtml(report)).toBe((await bytesOf('html')).toString())
  })

  test('texts stay changeable after the result is final, and change the files', async () => {
    const before = hash(await bytesOf('docx'))
    expect((await write('nguoi-ky', 'Nguyễn Thị Ánh', 0, officer, 'xong')).statusCode).toBe(200)
    expect(hash(await bytesOf('docx'))).not.toBe(before)
    expect((await reportOf('xong')).signOff.name).toBe('Nguyễn Thị Ánh')
  })
})
