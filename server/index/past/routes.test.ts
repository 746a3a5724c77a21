import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findRevision } from '../../scoring/queries.ts'
import { storeCampaign } from '../../scoring/stored-campaign.fixture.ts'
import { insertWebhook } from '../../staff/webhook-queries.ts'
import { startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { upload } from '../points/points-calls.fixture.ts'
import { smallIndexDefinition } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { findPast } from './queries.ts'
import type { PastResults } from './schemas.ts'

let system: TestSystem
let officer: SignedIn
let campaign: { id: string; code: string }
let made = 0

beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())
beforeEach(async () => {
  made += 1
  const code = `chi-so-${made}`
  campaign = { id: await storeIndexCampaign(system.deps.db, code, 'open'), code }
})

const path = (rest = '', code = campaign.code) => `/api/campaigns/${code}/past${rest}`
const get = (rest = '') => system.app.inject({ url: path(rest), headers: officer })
const put = (document: object, reason = 'Quyết định công bố') =>
  system.app.inject({ method: 'PUT', url: path(), headers: officer, payload: { reason, document } })
const fixture = () => readFile(new URL('./fixtures/nam-truoc.xlsx', import.meta.url))
const send = async (file: Buffer | string, query = '', name = 'nam-truoc.xlsx') =>
  upload(system, officer, path(query), { file, name, fields: { reason: 'Quyết định công bố' } })

const unit = (code: string, points: number, rank: number | null, own: string | null = null) => ({
  ...{ code, name: `Đơn vị ${code}`, points, rank, class: own },
})
const results = (...units: object[]): PastResults =>
  ({ year: 2024, blocks: [{ code: 'so', units, moves: null }] }) as PastResults

describe('a file', () => {
  test('that LibreOffice made comes in: other headings, decimal commas, formulas, a missing code, a line of means', async () => {
    const reply = await send(await fixture())
    expect(reply.json()).toEqual({
      ...{ version: 1, year: 2024, units: 6, problems: [], problemCount: 0 },
      blocks: [
        { code: 'so', name: 'Khối sở', units: 4 },
        { code: 'huyen', name: 'Khối huyện', units: 2 },
      ],
    })
    const { document } = (await findPast(system.deps.answerDb, campaign.id))!
    expect(document.blocks[0]!.units).toEqual([
      { code: 'SNV', name: 'Sở Nội vụ', points: 92.5, rank: 1, class: 'A', domains: { 1: 39.5, 2: 44, 3: 9 } },
      { code: 'STC', name: 'Sở Tài chính', points: 88.25, rank: 2, class: 'B', domains: { 1: 38, 2: 41.25, 3: 9 } },
      {
        code: 'SKHDT',
        name: 'Sở Kế hoạch và Đầu tư',
        points: 88.25,
        rank: 2,
        class: 'B',
        domains: { 1: 38, 2: 41.25, 3: 9 },
      },
      { code: 'SYT', name: 'Sở Y tế', points: 80.1, rank: 4, class: 'B' },
    ])
    expect(document.blocks[1]!.units.map(({ code, points }) => [code, points])).toEqual([
      ['MC', 85],
      ['ML', 69.99],
    ])
  })

  test('is rehearsed without a trace', async () => {
    const reply = await send(await fixture(), '?dryRun=true')
    expect(reply.json()).toMatchObject({ version: null, units: 6, problems: [] })
    expect((await get()).json()).toMatchObject({ current: null, versions: [] })
  })

  test('drawn as template lists last year’s units, none of which is lost silently while it is empty', async () => {
    const template = await get('/template.xlsx')
    expect(template.statusCode).toBe(200)
    const { units, problems } = (await send(template.rawPayload, '?dryRun=true')).json()
    expect(units).toBe(0)
    expect(problems.map(({ unit, code, row }: Record<string, unknown>) => [unit, code, row])).toEqual(
      ['SNV', 'STC', 'SKHDT', 'SYT', 'SVH', 'MC', 'ML', 'YC'].map((unit, at) => [unit, 'missing', at + 4]),
    )
  })

  test('has units without points beside titles, sums and signatures, which are nobody’s', async () => {
    const lines = [
      ...[';;KHỐI SỞ, BAN, NGÀNH;;;', 'so;SNV;Sở Nội vụ;90,00;1;A', 'so;STC;;80;2;B', ';;Tổng cộng;170;;'],
      ...[';;Điểm trung bình;85;;', ';;Tổng số điểm các sở;170;;', ';TM. UBND TỈNH;;;;', ';;Người lập biểu;;;Giám đốc'],
    ]
    const text = `Khối;Mã đơn vị;Đơn vị;Điểm;Xếp hạng;Xếp loại\n${lines.join('\n')}\n`
    expect((await send(text, '', 'a.csv')).json()).toMatchObject({ version: 1, units: 2, problems: [] })
  })

  test('with a line that cannot be read says nothing about the ranks of the others', async () => {
    const text = 'Khối;Mã đơn vị;Đơn vị;Điểm;Xếp hạng\nso;SNV;;;1\nso;STC;;80;2\n'
    const { problems } = (await send(text, '?dryRun=true', 'a.csv')).json()
    expect(problems).toMatchObject([{ unit: 'SNV', code: 'missing' }])
  })

  test('without any unit is refused', async () => {
    const reply = await send('Khối;Mã đơn vị;Đơn vị;Điểm\n;;Tổng cộng;80\n', '', 'a.csv')
    expect(reply.json().details.problems).toMatchObject([{ code: 'missing', row: null, unit: null }])
    expect(await findPast(system.deps.answerDb, campaign.id)).toBeNull()
  })

  test('with more units of a block than a definition can have is refused whole', async () => {
    const lines = (count: number) => Array.from({ length: count }, (_, at) => `so;U${at};Đơn vị ${at};80\n`).join('')
    const reply = await send(`Khối;Mã đơn vị;Đơn vị;Điểm\n${lines(501)}`, '', 'a.csv')
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large'])
    expect(reply.json().details).toMatchObject([{ path: 'file', problem: expect.stringContaining('501 đơn vị') }])
    expect((await get()).json()).toMatchObject({ current: null })
    expect((await send(`Khối;Mã đơn vị;Đơn vị;Điểm\n${lines(500)}`, '', 'a.csv')).json()).toMatchObject({ units: 500 })
    expect((await get()).json()).toMatchObject({ current: { version: 1 } })
  })

  test.each([
    ['points that are no number', 'SNV;Sở Nội vụ;chín mươi;1;A', 'not-a-number', 'D · Điểm'],
    ['points that are missing', 'SNV;Sở Nội vụ;;1;A', 'missing', 'D · Điểm'],
    ['a code whose points and rank are blank', 'SNV;Sở Nội vụ;;;A', 'missing', 'D · Điểm'],
    ['a code alone', 'SLD;;;;', 'missing', 'D · Điểm'],
    ['a known unit’s name without its code, points and rank', ';Sở Nội vụ;;;', 'missing', 'D · Điểm'],
    ['a class without anything else', ';Sở Kế hoạch;;;B', 'unknown-unit', 'C · Đơn vị'],
    ['a “Tổng công ty” without a code', ';Tổng công ty Nông nghiệp;88;1;B', 'unknown-unit', 'C · Đơn vị'],
    ['more points than there are', 'SNV;Sở Nội vụ;100,01;1;A', 'above-max', 'D · Điểm'],
    ['three decimals', 'SNV;Sở Nội vụ;90,125;1;A', 'too-many-decimals', 'D · Điểm'],
    ['a class that is not the points’', 'SNV;Sở Nội vụ;89,99;1;A', 'class-differs', 'F · Xếp loại'],
    ['a class nobody knows', 'SNV;Sở Nội vụ;89,99;1;Xuất sắc', 'unknown-class', 'F · Xếp loại'],
    ['a rank that is not the points’', 'SNV;Sở Nội vụ;50;1;C', 'rank-differs', 'E · Xếp hạng'],
    ['a rank of nought', 'SNV;Sở Nội vụ;95;0;A', 'not-a-number', 'E · Xếp hạng'],
    ['a unit twice', 'STC;Sở Tài chính;80;2;B', 'duplicate', 'B · Mã đơn vị'],
    ['a unit without a code that nobody knows', ';Sở Kế hoạch;70;3;B', 'unknown-unit', 'C · Đơn vị'],
  ])('%s is refused with its place', async (_, line, code, column) => {
    const text = `Khối;Mã đơn vị;Đơn vị;Điểm;Xếp hạng;Xếp loại\nso;STC;Sở Tài chính;80;2;B\nso;${line}\n`
    const reply = await send(text, '', 'nam-truoc.csv')
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'past-invalid'])
    expect(reply.json().details.problems).toContainEqual(expect.objectContaining({ sheet: null, row: 3, code, column }))
    expect(await findPast(system.deps.answerDb, campaign.id)).toBeNull()
  })

  test('whose block is unknown, and one without a table', async () => {
    const text = 'Khối;Mã đơn vị;Đơn vị;Điểm\nxã;XA1;Xã một;80\n'
    expect((await send(text, '', 'a.csv')).json().details.problems).toMatchObject([{ code: 'unknown-block', row: 2 }])
    expect((await send('Kính gửi;các đồng chí\n', '', 'a.csv')).json()).toMatchObject({ code: 'header-missing' })
    expect((await send('Kính gửi các đồng chí\n', '', 'a.xlsx')).json()).toMatchObject({ code: 'not-a-spreadsheet' })
  })
})

describe('JSON', () => {
  const gappedAndDense = [unit('A', 90, 1), unit('B', 90, 1), unit('C', 80, 3), unit('D', 80, 3), unit('E', 70, 4)]
  const moving = (moves: object): PastResults => {
    const { year, blocks } = results(unit('A', 90, 1), unit('B', 80, 2), unit('C', 70, 3))
    return { year, blocks: [{ ...blocks[0]!, moves }] } as PastResults
  }

  test.each<[string, PastResults, string | null, number?]>([
    ['shared ranks (1, 1, 3)', results(unit('A', 90, 1), unit('B', 90, 1), unit('C', 80, 3)), null],
    ['dense ranks (1, 1, 2)', results(unit('A', 90, 1), unit('B', 90, 1), unit('C', 80, 2)), null],
    ['ties that something else decides (1, 2, 3)', results(unit('A', 90, 2), unit('B', 90, 1), unit('C', 80, 3)), null],
    ['no ranks', results(unit('A', 90, null), unit('B', 90, null)), null],
    ['a rank beyond the units', results(unit('A', 90, 1), unit('B', 80, 3)), 'rank-differs'],
    ['a rank that two share with different points', results(unit('A', 90, 1), unit('B', 80, 1)), 'rank-differs'],
    [
      'a tie of which something else decides a part',
      results(unit('A', 90, 2), unit('B', 90, 1), unit('C', 90, 2)),
      null,
    ],
    [
      'a tie shared and a gap after it',
      results(unit('A', 90, 1), unit('B', 80, 2), unit('C', 80, 2), unit('D', 70, 4)),
      null,
    ],
    ['a tie with nobody first', results(unit('A', 90, 2), unit('B', 90, 2)), 'rank-differs', 2],
    ['gapped and dense ranks in one block', results(...gappedAndDense), 'rank-differs'],
    ['ranks against the points', results(unit('A', 80, 1), unit('B', 90, 2)), 'rank-differs', 2],
    ['ranks of some of a block only', results(unit('A', 90, 1), unit('B', 80, null)), 'missing'],
    ['moves of some of the units', moving({ rose: 1, kept: 0, fell: 1 }), null],
    ['moves of all units', moving({ rose: 1, kept: 1, fell: 1 }), null],
    ['more moves than units', moving({ rose: 2, kept: 1, fell: 1 }), 'above-max'],
    ['all the survey’s points', results({ ...unit('A', 90, 1), survey: 30 }), null],
    ['more than the survey’s points', results({ ...unit('A', 90, 1), survey: 30.01 }), 'above-max'],
    ['more than this year’s maximum in a domain', results({ ...unit('A', 90, 1), domains: { 3: 20 } }), null],
    ['a domain above the total', results({ ...unit('A', 20, 1), domains: { 1: 20.01 } }), 'above-max'],
    [
      'some domains that rounding lifts over the total',
      results({ ...unit('A', 20, 1), domains: { 1: 10, 2: 10.01 } }),
      null,
    ],
    ['some domains above the total', results({ ...unit('A', 20, 1), domains: { 1: 10, 2: 10.02 } }), 'sum-differs'],
    ['the domains of another total', results({ ...unit('A', 90, 1), domains: { 1: 40, 2: 40, 3: 9 } }), 'sum-differs'],
    [
      'domains that rounding parts from the total',
      results({ ...unit('A', 90, 1), domains: { 1: 40, 2: 40.01, 3: 10 } }),
      null,
    ],
    ['some of the domains', results({ ...unit('A', 90, 1), domains: { 1: 40 } }), null],
    ['a domain nobody knows', results({ ...unit('A', 90, 1), domains: { 9: 1 } }), 'unknown-domain'],
    ['more survey than points', results({ ...unit('A', 20, 1), survey: 21 }), 'above-max'],
    ['another year', { ...results(unit('A', 90, 1)), year: 2023 }, 'wrong-year'],
    [
      'an unknown block',
      { year: 2024, blocks: [{ code: 'x', units: [unit('A', 90, 1)], moves: null }] },
      'unknown-block',
    ],
  ])('with %s', async (_, document, problem, units = 1) => {
    const reply = await put(document)
    if (problem === null) expect(reply.json()).toMatchObject({ version: 1, problems: [] })
    else {
      const problems = Array.from({ length: units }, () => ({ code: problem }))
      expect(reply.json()).toMatchObject({ code: 'past-invalid', details: { problems } })
    }
  })

  test.each([{ name: 'Sở \ud800' }, { code: 'S\udc00' }, { name: 'Sở \u0000' }])(
    'with %j, which no document can hold, is refused',
    async (changes) => {
      const reply = await put(results({ ...unit('A', 90, 1), ...changes }))
      expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
    },
  )

  test('a new version leaves its traces, the same again does not', async () => {
    const before = await findRevision(system.deps.db, campaign.id)
    const hook = { id: `nghe-${made}`, url: 'https://chi-so.example/phieu', sealedSecret: Buffer.alloc(1) }
    await insertWebhook(system.deps.db, hook)
    expect((await put(results(unit('A', 90, 1)))).json()).toMatchObject({ version: 1 })
    expect((await put(results(unit('A', 91, 1)), 'Sửa theo đính chính')).json()).toMatchObject({ version: 2 })
    expect((await put(results(unit('A', 91, 1)), 'Gửi lại')).json()).toMatchObject({ version: 2 })
    expect(await findRevision(system.deps.db, campaign.id)).toBe(before + 2)
    const { current, versions } = (await get()).json()
    expect(current).toMatchObject({
      version: 2,
      year: 2024,
      origin: 'api',
      reason: 'Sửa theo đính chính',
      document: results(unit('A', 91, 1)),
    })
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    const sent = await system.deps.db.$client`
      SELECT body FROM staff.webhook_deliveries WHERE body::jsonb->>'campaign' = ${campaign.code}
      ORDER BY (body::jsonb->>'revision')::int`
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual(
      [versions[1], versions[0]].map(({ digest }, at) => ({
        ...{ event: 'index.past', campaign: campaign.code, status: 'open', revision: before + 1 + at, digest },
      })),
    )
    const audited = await system.deps.db
      .$client`SELECT details FROM staff.audit WHERE campaign = ${campaign.code} ORDER BY id`
    expect(audited.map(({ details }) => [details.version, details.year, details.units])).toEqual([
      [1, 2024, 1],
      [2, 2024, 1],
    ])
  })

  test('versions of many at once are all kept', async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, (_, at) => put(results(unit('A', 90 + at, 1)))))
    expect(replies.map((reply) => reply.json().version).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('a campaign of the year before', () => {
  /** A frozen index as far as it is read here. */
  const frozen = {
    year: 2024,
    rules: { surveyMax: 33 },
    blocks: [
      {
        code: 'so',
        units: [
          {
            code: 'SNV',
            name: 'Sở Nội vụ',
            points: 92.5,
            rank: 1,
            class: 'A',
            parts: { survey: 32.5 },
            domains: [{ code: '1', points: 40 }],
            change: { rank: 2 },
          },
          {
            code: 'STC',
            name: 'Sở Tài chính',
            points: 88,
            rank: 2,
            class: 'B',
            parts: { survey: 26 },
            domains: [],
            change: { rank: -1 },
          },
          {
            code: 'SYT',
            name: 'Sở Y tế',
            points: 87,
            rank: 3,
            class: 'B',
            parts: { survey: null },
            domains: [],
            change: null,
          },
        ],
      },
    ],
  }

  async function storeFrozen(year: number): Promise<string> {
    const code = `nam-${year}-${made}`
    const definition = { ...smallIndexDefinition, year, title: `Chỉ số năm ${year}` }
    const id = await storeIndexCampaign(system.deps.db, code, 'final', { definition })
    await system.deps.db.$client`
      INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${id}, ${JSON.stringify({ ...frozen, year })}, ${id})`
    return code
  }
  const take = (code: string) =>
    system.app.inject({
      ...{ method: 'POST', url: path('/from-campaign'), headers: officer },
      payload: { campaign: code, reason: 'Lấy từ đợt năm trước' },
    })

  test('hands its frozen index over, with how many rose and fell, by the survey’s points of its own year', async () => {
    const code = await storeFrozen(2024)
    expect((await get()).json().candidates).toContainEqual({ code, title: 'Chỉ số năm 2024' })
    expect((await take(code)).json()).toMatchObject({ version: 1, year: 2024, units: 3 })
    const { current } = (await get()).json()
    expect(current).toMatchObject({
      origin: 'campaign',
      document: { blocks: [{ moves: { rose: 1, kept: 0, fell: 1 } }] },
    })
    expect(current.document.blocks[0].units[0]).toEqual({
      ...{ code: 'SNV', name: 'Sở Nội vụ', points: 92.5, rank: 1, class: 'A', survey: 32.5, domains: { 1: 40 } },
    })
  })

  test('of another year, not frozen, or unknown is refused', async () => {
    const older = await storeFrozen(2023)
    for (const code of [older, campaign.code, 'khong-co']) {
      const reply = await take(code)
      expect([reply.statusCode, reply.json().code]).toEqual([422, 'past-campaign-unsuitable'])
    }
    expect((await get()).json().candidates.map(({ code }: { code: string }) => code)).not.toContain(older)
  })
})

test('a frozen index refuses past results', async () => {
  await system.deps.db
    .$client`INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${campaign.id}, '{}', ${campaign.id})`
  for (const reply of [await put(results(unit('A', 90, 1))), await send(await fixture())])
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'index-frozen'])
  expect((await get()).json()).toMatchObject({ current: null, frozen: true })
})

test('a campaign without an index has no year before it', async () => {
  await storeCampaign(system.deps.db, `${campaign.code}-khong`, 'open')
  const reply = await system.app.inject({ url: path('', `${campaign.code}-khong`), headers: officer })
  expect([reply.statusCode, reply.json().code]).toEqual([409, 'index-not-configured'])
})
