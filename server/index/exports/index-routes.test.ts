import { createHash } from 'node:crypto'
import Papa from 'papaparse'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Definition } from '../../campaigns/definition.ts'
import { digestOf } from '../../scoring/digest.ts'
import { readScores } from '../../scoring/read-scores.ts'
import { smallDefinition } from '../../scoring/small-definition.fixture.ts'
import { createClient } from '../../staff/create-client.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { signInAs } from '../../test/staff.ts'
import { freezeCampaignIndex } from '../compute/freeze-campaign-index.ts'
import { readIndex } from '../compute/read-index.ts'
import type { IndexDocument } from '../compute/schemas.ts'
import { smallIndexDefinition } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { storeAllPoints } from '../stored-points.fixture.ts'

let system: TestSystem
let bearer: { authorization: string }
/** A final campaign whose frozen index is `frozen`, and an open one with no points but the survey's. */
let frozen: IndexDocument

const FORMULA = '=HYPERLINK("http://xau.example","Sở Nội vụ")'
const hostile = Definition.parse({
  ...smallIndexDefinition,
  blocks: smallIndexDefinition.blocks.map((block) => ({
    ...block,
    units: block.units.map((unit, at) => (at === 0 ? { ...unit, name: FORMULA } : unit)),
  })),
})

beforeAll(async () => {
  system = await startTestSystem()
  const { db } = system.deps
  await storeIndexCampaign(db, 'dang-mo', 'open')
  await storeIndexCampaign(db, 'nhap', 'draft')
  await storeIndexCampaign(db, 'khong-chi-so', 'open', { definition: smallDefinition })
  const id = await storeIndexCampaign(db, 'da-chot', 'final', { definition: hostile })
  await storeAllPoints(db, id)
  frozen = (await freezeCampaignIndex(system.deps, 'da-chot', OFFICER)).index
  bearer = await programHeaders()
})
afterAll(() => system.stop())

async function programHeaders() {
  const client = await createClient(system.deps, { name: 'chỉ số' }, OFFICER)
  const reply = await system.app.inject({ method: 'POST', url: '/api/index/token', payload: client })
  return { authorization: `Bearer ${reply.json().token}` }
}
const pull = (path: string, headers: Record<string, string> = {}) =>
  system.app.inject({ url: `/api/index/v1/${path}`, headers: { ...bearer, ...headers } })

describe('the index for programs', () => {
  test('is the document that staff have, and is asked again by its tag', async () => {
    const reply = await pull('campaigns/da-chot/index')
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-cache',
      etag: `"${frozen.digest}"`,
    })
    expect(reply.json()).toEqual(frozen)
    const again = await pull('campaigns/da-chot/index', { 'if-none-match': `"${frozen.digest}"` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await pull('campaigns/dang-mo/index')).json()).toMatchObject({ status: 'provisional' })
  })

  test.each(['index', 'index.csv', 'index.xlsx'])(
    '%s refuses what has no index and whoever has no token',
    async (file) => {
      const codeOf = async (code: string) => (await pull(`campaigns/${code}/${file}`)).json().code
      expect(await codeOf('khong-co')).toBe('campaign-unknown')
      expect(await codeOf('nhap')).toBe('campaign-not-open')
      expect(await codeOf('khong-chi-so')).toBe('index-not-configured')
      const stranger = await system.app.inject({ url: `/api/index/v1/campaigns/da-chot/${file}` })
      expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'token-invalid'])
    },
  )

  test('calls are limited per program', async () => {
    const headers = await programHeaders()
    const call = async () => (await pull('campaigns/khong-co/index', headers)).statusCode
    const statuses: number[] = []
    for (let at = 1; at <= 121; at += 1) statuses.push(await call())
    expect(statuses.indexOf(429)).toBe(120)
    expect((await pull('campaigns/khong-co/index', await programHeaders())).statusCode).toBe(404)
  })
})

describe('the index as a file', () => {
  test('CSV holds every unit with the published figures', async () => {
    const reply = await pull('campaigns/da-chot/index.csv')
    expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(reply.headers['content-disposition']).toBe('attachment; filename="da-chot-chi-so.csv"')
    expect(reply.body.startsWith('\ufeffKhối,')).toBe(true)
    const { data } = Papa.parse<Record<string, string>>(reply.body.slice(1), { header: true, skipEmptyLines: true })
    const units = frozen.blocks.flatMap((block) => block.units.map((unit) => ({ block, unit })))
    expect(data).toHaveLength(units.length)
    for (const [at, { block, unit }] of units.entries()) {
      const row = data[at]!
      expect(row).toMatchObject({
        Khối: block.name,
        'Mã đơn vị': unit.code,
        'Chỉ số (tối đa 100)': String(unit.points),
        'Xếp hạng': String(unit.rank),
        'Xếp loại': unit.class,
        'Thẩm định (tối đa 70)': String(unit.parts.appraised),
        'So với năm trước': 'không so sánh được: chưa có kết quả của năm trước',
        'Phiếu hợp lệ': String(unit.participation.counted),
      })
      for (const { code, name } of block.domains) {
        const points = unit.domains.find((domain) => domain.code === code)!.points
        expect(row[`Lĩnh vực ${code}: ${name}`]).toBe(String(points))
      }
    }
  })

  test('the workbook holds real numbers, every criterion, and what they were made of', async () => {
    const reply = await pull('campaigns/da-chot/index.xlsx')
    const sheets = await readXlsxFile(reply.rawPayload)
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      ...['Kết quả', 'Tiêu chí Khối sở', 'Tiêu chí Khối huyện', 'Nguồn'],
    ])
    const [results, criteria, , origin] = sheets.map(({ data }) => data)
    const unit = frozen.blocks[0]!.units[1]!
    expect(results![2]!.slice(1, 5)).toEqual([unit.code, unit.name, unit.points, unit.rank])
    for (const entry of frozen.blocks[0]!.criteria) {
      const row = criteria!.find(([code]) => code === entry.code)!
      const points = entry.leaf ? unit.criteria.find(({ code }) => code === entry.code)!.points : null
      expect([row[2], row[4]]).toEqual([entry.max, points])
    }
    expect(origin!.map((row) => row[1])).toContain(frozen.digest)
  })

  test('a name that a spreadsheet would run stays a text', async () => {
    const csv = (await pull('campaigns/da-chot/index.csv')).body
    expect(csv).toContain(`"'=HYPERLINK(`)
    expect(csv).not.toMatch(/(^|[,\n])"?=/)
    const sheets = await readXlsxFile((await pull('campaigns/da-chot/index.xlsx')).rawPayload)
    expect(sheets[0]!.data[1]![2]).toBe(FORMULA)
  })

  test.each(['csv', 'xlsx'])(
    'staff who may read the index download the same .%s; a unit’s contact may not',
    async (format) => {
      const get = async (role: 'officer' | 'auditor' | 'unit') =>
        system.app.inject({
          url: `/api/campaigns/da-chot/index.${format}`,
          headers: await signInAs(system, role, 'SNV'),
        })
      const pulled = await pull(`campaigns/da-chot/index.${format}`)
      expect((await get('officer')).rawPayload.equals(pulled.rawPayload)).toBe(true)
      expect((await get('auditor')).rawPayload.equals(pulled.rawPayload)).toBe(true)
      expect((await get('unit')).statusCode).toBe(403)
      const again = await pull(`campaigns/da-chot/index.${format}`, { 'if-none-match': String(pulled.headers.etag) })
      expect(again.statusCode).toBe(304)
    },
  )
})

describe('a final result at its digest', () => {
  test('is the very bytes that the digest covers, of the index and of the scores', async () => {
    const { scores } = await readScores(system.deps, 'da-chot')
    for (const document of [frozen, scores]) {
      const reply = await pull(`results/${document.digest}`)
      expect(reply.statusCode).toBe(200)
      expect(reply.headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'private, max-age=31536000, immutable',
        etag: `"${document.digest}"`,
      })
      expect(createHash('sha256').update(reply.rawPayload).digest('base64url')).toBe(document.digest)
      expect({ ...reply.json(), digest: digestOf(reply.json()) }).toEqual(document)
    }
    const { etag } = (await pull(`results/${frozen.digest}`)).headers
    expect((await pull(`results/${frozen.digest}`, { 'if-none-match': String(etag) })).statusCode).toBe(304)
  })

  test('of another digest there is none, nor for whoever has no token', async () => {
    const other = await pull(`results/${'A'.repeat(43)}`)
    expect([other.statusCode, other.json().code]).toEqual([404, 'result-unknown'])
    expect((await pull('results/khong-phai-ma-bam')).statusCode).toBe(400)
    // A provisional document has a digest too, and is not kept.
    const { index } = await readIndex(system.deps, 'dang-mo')
    expect((await pull(`results/${index.digest}`)).statusCode).toBe(404)
    const stranger = await system.app.inject({ url: `/api/index/v1/results/${frozen.digest}` })
    expect(stranger.statusCode).toBe(401)
  })
})

test('programs see which campaigns there are and what of them is final; drafts are nobody’s business', async () => {
  const listed = (await pull('campaigns')).json<{ code: string }[]>()
  expect(listed.map(({ code }) => code).sort()).toEqual(['da-chot', 'dang-mo', 'khong-chi-so'])
  const { scores } = await readScores(system.deps, 'da-chot')
  expect(listed.find(({ code }) => code === 'da-chot')).toEqual({
    ...{ code: 'da-chot', title: hostile.title, year: 2025, status: 'final', hasIndex: true },
    ...{ revision: frozen.revision, scoresDigest: scores.digest, indexDigest: frozen.digest },
  })
  expect(listed.find(({ code }) => code === 'khong-chi-so')).toMatchObject({ hasIndex: false, indexDigest: null })
})

test('OpenAPI names, sums up and guards every call of the index module', async () => {
  const { paths } = (await system.app.inject('/api/openapi.json')).json()
  const calls = Object.entries<Record<string, Record<string, unknown>>>(paths).filter(([path]) =>
    path.startsWith('/api/index/'),
  )
  expect(calls.length).toBeGreaterThanOrEqual(9)
  const operations = calls.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, call]) => ({ name: `${method} ${path}`, ...call })),
  )
  for (const { name, tags, summary, operationId, security } of operations as Record<string, unknown>[]) {
    expect([name, tags]).toEqual([name, ['index']])
    expect([name, typeof summary, typeof operationId]).toEqual([name, 'string', 'string'])
    if (name !== 'post /api/index/token') expect([name, security]).toEqual([name, [{ bearer: [] }]])
  }
})
