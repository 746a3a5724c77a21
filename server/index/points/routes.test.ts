import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findRevision } from '../../scoring/queries.ts'
import { storeCampaign } from '../../scoring/stored-campaign.fixture.ts'
import { insertWebhook } from '../../staff/webhook-queries.ts'
import { startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { appraisedPoints, citizensPoints } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { sendJson, upload } from './points-calls.fixture.ts'
import { findCurrentSets } from './queries.ts'

let system: TestSystem
let officer: SignedIn
let campaign: { id: string; code: string }
let made = 0

beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
  await insertWebhook(system.deps.db, {
    id: 'nghe',
    url: 'https://chi-so.example/phieu',
    sealedSecret: Buffer.alloc(1),
  })
})
afterAll(() => system.stop())
beforeEach(async () => {
  made += 1
  const code = `chi-so-${made}`
  campaign = { id: await storeIndexCampaign(system.deps.db, code, 'open'), code }
})

const path = (rest = '', code = campaign.code) => `/api/campaigns/${code}/points${rest}`
const get = (url: string) => system.app.inject({ url, headers: officer })
const post = (points: object, query = 'kind=appraised', extra: object = {}) =>
  sendJson(system, officer, path(`/api?${query}`), { reason: 'Thẩm định lần một', points, ...extra })
const withUnit = (unit: string, changes: object) => ({
  ...appraisedPoints,
  [unit]: { ...appraisedPoints[unit], ...changes },
})
/** All that an import changes: versions, revision, events, audit. */
async function traces() {
  const [row] = await system.deps.db.$client`
    SELECT (SELECT count(*)::int FROM results.point_sets WHERE campaign_id = ${campaign.id}) AS versions,
      (SELECT count(*)::int FROM staff.audit WHERE campaign = ${campaign.code}) AS audited,
      (SELECT count(*)::int FROM staff.webhook_deliveries WHERE body::jsonb->>'campaign' = ${campaign.code}) AS events`
  return { ...row, revision: await findRevision(system.deps.db, campaign.id) }
}

describe('a file', () => {
  test('fetched as template, filled by the system, comes back in; a rehearsal changes nothing', async () => {
    expect((await post(appraisedPoints)).statusCode).toBe(200)
    const template = await get(path('/template.xlsx?kind=appraised&round=2&filled=true'))
    expect(template.headers['content-disposition']).toContain(`"diem-tham-dinh-lan-2-${campaign.code}-kem-diem.xlsx"`)
    const before = await traces()
    const rehearsal = await upload(system, officer, path('?kind=appraised&round=2&dryRun=true'), {
      file: template.rawPayload,
    })
    expect(rehearsal.json()).toEqual({
      ...{ kind: 'appraised', source: '', round: 2, version: null },
      ...{ units: 7, leaves: 28, filled: 28, changed: 0, kept: [], problems: [], problemCount: 0 },
      totals: expect.arrayContaining([
        { unit: 'SNV', points: 66.25 },
        { unit: 'YC', points: 61.75 },
      ]),
    })
    expect(await traces()).toEqual(before)
    const form = { file: template.rawPayload, fields: { reason: 'Thẩm định lần hai, không đổi' } }
    const kept = await upload(system, officer, path('?kind=appraised&round=2'), form)
    expect(kept.json()).toMatchObject({ round: 2, version: 1, changed: 0 })
    const { appraised } = await findCurrentSets(system.deps.answerDb, campaign.id)
    expect(appraised).toMatchObject({ round: 2, version: 1, points: appraisedPoints })
  })

  test('the .csv template, filled in with decimal commas, comes in', async () => {
    const { body } = await get(path('/template.csv?kind=imported&source=nguoi-dan'))
    expect(body).toContain(
      `${campaign.code};Nguồn Khảo sát người dân (nguoi-dan);Khối sở;SNV;Sở Nội vụ;ND;Mức độ hài lòng của người dân;10;\r\n`,
    )
    const file = body.replaceAll(';10;\r\n', ';10;9,25\r\n')
    const form = { file, name: 'diem.csv', fields: { reason: 'Bưu điện gửi' } }
    const reply = await upload(system, officer, path('?kind=imported&source=nguoi-dan'), form)
    expect(reply.json()).toMatchObject({ version: 1, units: 7, leaves: 7, filled: 7, changed: 7, problems: [] })
    const { imported } = await findCurrentSets(system.deps.answerDb, campaign.id)
    expect(imported).toMatchObject([
      { source: 'nguoi-dan', set: { points: { SNV: { ND: '9.25' }, YC: { ND: '9.25' } } } },
    ])
  })

  test.each(['xlsx', 'csv'])('of another round or kind is refused in words (.%s)', async (ending) => {
    await post(appraisedPoints)
    const template = await get(path(`/template.${ending}?kind=appraised&filled=true`))
    const name = /"(.*)"/.exec(String(template.headers['content-disposition']))![1]!
    expect(name).toBe(`diem-tham-dinh-lan-1-${campaign.code}-kem-diem.${ending}`)
    const told = async (query: string) => {
      const reply = await upload(system, officer, path(`?${query}&dryRun=true`), { file: template.rawPayload, name })
      return reply.json().problems[0]
    }
    expect(await told('kind=appraised&round=1')).toBeUndefined()
    expect(await told('kind=appraised&round=2')).toMatchObject({
      ...{ code: 'wrong-kind', value: 'Thẩm định lần 1' },
      message: expect.stringContaining('Tệp này là mẫu của Thẩm định lần 1, bạn đang nhập vào lần 2.'),
    })
    expect(await told('kind=self')).toMatchObject({ message: expect.stringContaining('“Tự đánh giá”') })
  })

  test('with problems is refused whole, and the refusal names them with their places', async () => {
    const file = 'Đơn vị;Mã tiêu chí;Điểm\nSNV;1.1.1;13\nSNV;1.1.2;một\nSở Nội vị;2.1;1\n'
    const before = await traces()
    const form = { file, name: 'diem.csv', fields: { reason: 'Thử tệp sai' } }
    const reply = await upload(system, officer, path('?kind=appraised'), form)
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'points-invalid', details: { version: null, kept: ['Khối huyện'] } })
    const told = reply.json().details.problems.map((one: { code: string; row: number }) => [one.code, one.row])
    expect(told).toEqual(
      expect.arrayContaining([
        ['above-max', 2],
        ['not-a-number', 3],
        ['unknown-unit', 4],
      ]),
    )
    expect(await traces()).toEqual(before)
  })

  test.each([
    ['no file', {}, 400, 'file-missing'],
    ['no reason', { file: 'Đơn vị;Mã tiêu chí;Điểm\n' }, 422, 'reason-missing'],
    ['no table', { file: 'Kính gửi;các đồng chí\n', name: 'a.csv', fields: { reason: 'Thử' } }, 422, 'header-missing'],
    ['a text renamed', { file: 'Kính gửi\n', name: 'a.xlsx', fields: { reason: 'Thử' } }, 422, 'not-a-spreadsheet'],
    [
      'no spreadsheet',
      { file: Buffer.from('PK\x03\x04 hỏng'), fields: { reason: 'Thử tệp hỏng' } },
      422,
      'file-unreadable',
    ],
  ])('%s is a clear refusal', async (_, form, status, code) => {
    const reply = await upload(system, officer, path('?kind=appraised'), form)
    expect([reply.statusCode, reply.json().code]).toEqual([status, code])
  })
})

describe('a version', () => {
  test('leaves its traces: who, why, audit, event, revision; and the scores’ tag moves', async () => {
    const before = await traces()
    const tag = (await get(`/api/campaigns/${campaign.code}/scores`)).headers.etag
    expect((await post(citizensPoints, 'kind=imported&source=nguoi-dan')).json()).toMatchObject({ version: 1 })
    expect(await traces()).toEqual({ versions: 1, audited: 1, events: 1, revision: before.revision + 1 })
    expect((await get(`/api/campaigns/${campaign.code}/scores`)).headers.etag).not.toBe(tag)
    const [event] = await system.deps.db.$client`
      SELECT body FROM staff.webhook_deliveries WHERE body::jsonb->>'campaign' = ${campaign.code}`
    const { sets } = (await get(path())).json()
    expect(JSON.parse(event!.body)).toMatchObject({ event: 'index.points', status: 'open', digest: sets[0].digest })
    const [audit] = await system.deps.db
      .$client`SELECT action, details FROM staff.audit WHERE campaign = ${campaign.code}`
    expect(audit).toMatchObject({
      action: 'index.points',
      details: { kind: 'imported', source: 'nguoi-dan', version: 1, changed: 7 },
    })
  })

  test('is told to whoever watches', async () => {
    const heard: unknown[] = []
    const stop = system.deps.changes.subscribe((change) => heard.push(change))
    await post(appraisedPoints)
    await expect.poll(() => heard).toContainEqual({ campaign: campaign.id, kind: 'scores' })
    stop()
  })

  test('the same points again are the same version, and nobody is told twice', async () => {
    await post(appraisedPoints)
    const before = await traces()
    expect((await post(appraisedPoints)).json()).toMatchObject({ version: 1, changed: 0 })
    expect(await traces()).toEqual(before)
  })

  test('stands beside the one before it, point by point; a second appraisal beside the first', async () => {
    await post(appraisedPoints)
    await post(withUnit('STC', { '2.1': '20,5' }), 'kind=appraised', { reason: 'Sửa điểm văn bản' })
    await post(withUnit('STC', { '2.1': 21 }), 'kind=appraised&round=2', { reason: 'Thẩm định lần hai' })
    const { sets, kinds, frozen } = (await get(path())).json()
    expect(frozen).toBe(false)
    expect(
      sets.map((set: { round: number; version: number; current: boolean }) => [set.round, set.version, set.current]),
    ).toEqual([
      [2, 1, true],
      [1, 2, false],
      [1, 1, false],
    ])
    expect(kinds).toEqual([
      { kind: 'self', source: '', name: 'Điểm tự đánh giá', rounds: [1], leaves: 28, units: 7, filled: 0 },
      { kind: 'appraised', source: '', name: 'Điểm thẩm định', rounds: [1, 2], leaves: 28, units: 7, filled: 28 },
      {
        kind: 'imported',
        source: 'nguoi-dan',
        name: 'Khảo sát người dân',
        rounds: [1],
        leaves: 7,
        units: 7,
        filled: 0,
      },
    ])
    const stcOf = async (id: string) => {
      const view = (await get(path(`/${id}`))).json()
      const stc = view.blocks[0].units.find(({ code }: { code: string }) => code === 'STC')
      return {
        against: view.against,
        changed: view.changed,
        before: stc.before[2],
        after: stc.after[2],
        total: stc.total,
      }
    }
    expect(await stcOf(sets[0].id)).toEqual({
      against: { round: 1, version: 2 },
      changed: 1,
      before: 20.5,
      after: 21,
      total: 64.25,
    })
    expect(await stcOf(sets[1].id)).toEqual({
      against: { round: 1, version: 1 },
      changed: 1,
      before: 22.25,
      after: 20.5,
      total: 63.75,
    })
    expect(await stcOf(sets[2].id)).toEqual({ against: null, changed: 28, before: null, after: 22.25, total: 65.5 })
    expect(sets[1]).toMatchObject({
      reason: 'Sửa điểm văn bản',
      origin: 'api',
      actor: expect.stringContaining('@'),
      units: 7,
      filled: 28,
    })
  })

  test('of one block keeps the points of the others', async () => {
    const { SNV, STC, SYT, SVH, ...huyen } = appraisedPoints
    expect((await post({ SNV, STC, SYT, SVH })).json()).toMatchObject({ filled: 16, kept: ['Khối huyện'] })
    expect((await post(huyen)).json()).toMatchObject({ version: 2, filled: 28, changed: 12, kept: ['Khối sở'] })
    expect((await findCurrentSets(system.deps.answerDb, campaign.id)).appraised?.points).toEqual(appraisedPoints)
  })

  test('of another campaign is not found', async () => {
    await post(appraisedPoints)
    const { sets } = (await get(path())).json()
    await storeIndexCampaign(system.deps.db, `${campaign.code}-khac`, 'open')
    const reply = await get(path(`/${sets[0].id}`, `${campaign.code}-khac`))
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'points-unknown'])
  })
})

describe('two officers at once', () => {
  test('both versions are kept, and the second stands on the first', async () => {
    const all = Array.from({ length: 8 }, (_, at) => post(withUnit('SNV', { '2.1': String(10 + at) })))
    const versions = (await Promise.all(all)).map((reply) => reply.json().version)
    expect(versions.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(await traces()).toMatchObject({ versions: 8, audited: 8, events: 8, revision: 10 })
  })

  test('two blocks at once lose nothing of either', async () => {
    const { SNV, STC, SYT, SVH, ...huyen } = appraisedPoints
    await Promise.all([post({ SNV, STC, SYT, SVH }), post(huyen)])
    expect((await findCurrentSets(system.deps.answerDb, campaign.id)).appraised?.points).toEqual(appraisedPoints)
  })

  test('who has seen an older version is refused when they say which they saw', async () => {
    await post(appraisedPoints, 'kind=appraised', { seen: 0 })
    const late = await post(withUnit('SNV', { '2.1': '1' }), 'kind=appraised', { seen: 0 })
    expect([late.statusCode, late.json().code, late.json().details]).toEqual([409, 'points-changed', { version: 1 }])
    expect((await post(withUnit('SNV', { '2.1': '1' }), 'kind=appraised', { seen: 1 })).json()).toMatchObject({
      version: 2,
    })
  })
})

describe('a first appraisal', () => {
  test('is not brought in once there is a second one, for which it would count for nothing', async () => {
    await post(appraisedPoints)
    const changed = withUnit('STC', { '2.1': '21' })
    await post(changed, 'kind=appraised&round=2')
    const before = await traces()
    for (const rehearsal of ['', '&dryRun=true']) {
      const reply = await post(changed, `kind=appraised${rehearsal}`)
      expect([reply.statusCode, reply.json().code]).toEqual([409, 'second-appraisal-exists'])
    }
    expect(await traces()).toEqual(before)
    expect((await post(appraisedPoints, 'kind=appraised&round=2')).json()).toMatchObject({ version: 2, changed: 1 })
  })
})

describe('by JSON', () => {
  test.each<[string, object, object]>([
    ['an unknown unit', { XYZ: { '1.1.1': 1 } }, { code: 'unknown-unit', unit: 'XYZ' }],
    ['an unknown leaf', withUnit('SNV', { '9.9': 1 }), { code: 'unknown-criterion', unit: 'SNV', criterion: '9.9' }],
    [
      'a leaf left out',
      { ...appraisedPoints, SNV: { '1.1.1': 1 } },
      { code: 'missing', unit: 'SNV', criterion: '1.1.2' },
    ],
    ['a unit left out', { SNV: appraisedPoints.SNV }, { code: 'missing', unit: 'STC', criterion: null }],
    ['more than the maximum', withUnit('SNV', { '1.1.1': 12.51 }), { code: 'above-max', unit: 'SNV', value: '12.51' }],
    ['a survey’s leaf', withUnit('SNV', { '1.2': 3 }), { code: 'not-appraised', unit: 'SNV', criterion: '1.2' }],
    ['a sum that is none', withUnit('SNV', { '1.1': 3 }), { code: 'sum-differs', unit: 'SNV', criterion: '1.1' }],
  ])('%s is refused', async (_, points, problem) => {
    const reply = await post(points)
    expect(reply.statusCode).toBe(422)
    expect(reply.json().details.problems).toContainEqual(
      expect.objectContaining({ sheet: null, row: null, column: null, ...problem }),
    )
  })

  test('a survey’s leaf may repeat what the survey gives', async () => {
    const { blocks } = (await get(`/api/campaigns/${campaign.code}/scores`)).json()
    const given = blocks[0].units[0].criteria[0].points
    expect((await post(withUnit('SNV', { '1.2': given }))).json()).toMatchObject({ version: 1, problems: [] })
  })

  test('a program brings points in under its own name, with a token only', async () => {
    const admin = await signInAs(system, 'admin')
    const client = (await sendJson(system, admin, '/api/clients', { name: 'Bưu điện tỉnh', scopes: ['points'] })).json()
    const { token } = (await system.app.inject({ method: 'POST', url: '/api/index/token', payload: client })).json()
    const call = (authorization: string) =>
      system.app.inject({
        ...{ method: 'POST', url: `/api/index/v1/campaigns/${campaign.code}/points?kind=imported&source=nguoi-dan` },
        ...{ headers: { authorization }, payload: { reason: 'Kết quả khảo sát', points: citizensPoints } },
      })
    expect((await call('Bearer gì-đó')).json()).toMatchObject({ code: 'token-invalid' })
    expect((await call(`Bearer ${token}`)).json()).toMatchObject({ version: 1, filled: 7 })
    const actor = `program Bưu điện tỉnh (${client.clientId})`
    expect((await get(path())).json().sets).toMatchObject([{ actor, origin: 'api' }])
    const [audit] = await system.deps.db
      .$client`SELECT actor, details FROM staff.audit WHERE campaign = ${campaign.code}`
    expect(audit).toMatchObject({ actor, details: { client: client.clientId, version: 1 } })
  })
})

describe('where nothing may come in', () => {
  test('a frozen index refuses points, and one that freezes meanwhile too', async () => {
    await system.deps.db
      .$client`INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${campaign.id}, '{}', ${campaign.id})`
    const reply = await post(appraisedPoints)
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'index-frozen'])
    expect(await traces()).toMatchObject({ versions: 0, audited: 0 })
    expect((await get(path())).json()).toMatchObject({ frozen: true })
  })

  test('freezing that has the campaign’s lock wins over an import that was read already', async () => {
    const { $client: sql } = system.deps.db
    let sent: ReturnType<typeof post> | undefined
    await sql.begin(async (tx) => {
      await tx`SELECT FROM campaign.campaigns WHERE id = ${campaign.id} FOR UPDATE`
      sent = post(appraisedPoints)
      void sent.then()
      await expect
        .poll(async () => (await sql`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`)[0]!.n, {
          timeout: 10_000,
        })
        .toBeGreaterThan(0)
      await tx`INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${campaign.id}, '{}', ${campaign.id})`
    })
    expect((await sent!).json()).toMatchObject({ code: 'index-frozen' })
    expect(await traces()).toMatchObject({ versions: 0 })
  })

  test.each([
    'kind=imported&source=khong-co',
    'kind=imported',
    'kind=appraised&source=nguoi-dan',
    'kind=self&round=2',
    'kind=imported&source=ks',
  ])('there is no set of %s', async (query) => {
    const reply = await post(appraisedPoints, query)
    expect([reply.statusCode, reply.json().code]).toEqual([422, 'points-kind-invalid'])
  })

  test('a campaign without an index says so in every call, and an unknown one is not found', async () => {
    await storeCampaign(system.deps.db, `${campaign.code}-khong`, 'open')
    for (const rest of ['', '/template.xlsx?kind=appraised', '/template.csv?kind=self', '/x']) {
      const reply = await get(path(rest, `${campaign.code}-khong`))
      expect([reply.statusCode, reply.json().code], rest).toEqual([409, 'index-not-configured'])
      expect((await get(path(rest, 'khong-co'))).statusCode, rest).toBe(404)
    }
  })

  test('nothing that was brought in can be changed or deleted', async () => {
    await post(appraisedPoints)
    const { $client: sql } = system.deps.db
    await expect(sql`UPDATE results.point_sets SET reason = 'khác'`).rejects.toThrow('append-only')
    await expect(sql`DELETE FROM results.point_sets`).rejects.toThrow('append-only')
  })
})
