/** Points by JSON that are refused, and where nothing may come in. */
import { describe, expect, test } from 'vitest'
import { storeCampaign } from '../../scoring/stored-campaign.fixture.ts'
import { signInAs } from '../../test/staff.ts'
import { appraisedPoints, citizensPoints } from '../small-index.fixture.ts'
import { sendJson } from './points-calls.fixture.ts'
import { pointsCampaigns, withUnit } from './points-campaign.fixture.ts'

const { world, path, get, post, traces } = pointsCampaigns()

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
    const { blocks } = (await get(`/api/campaigns/${world.campaign.code}/scores`)).json()
    const given = blocks[0].units[0].criteria[0].points
    expect((await post(withUnit('SNV', { '1.2': given }))).json()).toMatchObject({ version: 1, problems: [] })
  })

  test('a program brings points in under its own name, with a token only', async () => {
    const admin = await signInAs(world.system, 'admin')
    const client = (
      await sendJson(world.system, admin, '/api/clients', { name: 'Bưu điện tỉnh', scopes: ['points'] })
    ).json()
    const { token } = (
      await world.system.app.inject({ method: 'POST', url: '/api/index/token', payload: client })
    ).json()
    const call = (authorization: string) =>
      world.system.app.inject({
        ...{
          method: 'POST',
          url: `/api/index/v1/campaigns/${world.campaign.code}/points?kind=imported&source=nguoi-dan`,
        },
        ...{ headers: { authorization }, payload: { reason: 'Kết quả khảo sát', points: citizensPoints } },
      })
    expect((await call('Bearer gì-đó')).json()).toMatchObject({ code: 'token-invalid' })
    expect((await call(`Bearer ${token}`)).json()).toMatchObject({ version: 1, filled: 7 })
    const actor = `program Bưu điện tỉnh (${client.clientId})`
    expect((await get(path())).json().sets).toMatchObject([{ actor, origin: 'api' }])
    const [audit] = await world.system.deps.db
      .$client`SELECT actor, details FROM staff.audit WHERE campaign = ${world.campaign.code}`
    expect(audit).toMatchObject({ actor, details: { client: client.clientId, version: 1 } })
  })
})

describe('where nothing may come in', () => {
  test('a frozen index refuses points, and one that freezes meanwhile too', async () => {
    await world.system.deps.db
      .$client`INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${world.campaign.id}, '{}', ${world.campaign.id})`
    const reply = await post(appraisedPoints)
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'index-frozen'])
    expect(await traces()).toMatchObject({ versions: 0, audited: 0 })
    expect((await get(path())).json()).toMatchObject({ frozen: true })
  })

  test('freezing that has the campaign’s lock wins over an import that was read already', async () => {
    const { $client: sql } = world.system.deps.db
    let sent: ReturnType<typeof post> | undefined
    await sql.begin(async (tx) => {
      await tx`SELECT FROM campaign.campaigns WHERE id = ${world.campaign.id} FOR UPDATE`
      sent = post(appraisedPoints)
      void sent.then()
      await expect
        .poll(async () => (await sql`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted`)[0]!.n, {
          timeout: 10_000,
        })
        .toBeGreaterThan(0)
      await tx`INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${world.campaign.id}, '{}', ${world.campaign.id})`
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
    await storeCampaign(world.system.deps.db, `${world.campaign.code}-khong`, 'open')
    for (const rest of ['', '/template.xlsx?kind=appraised', '/template.csv?kind=self', '/x']) {
      const reply = await get(path(rest, `${world.campaign.code}-khong`))
      expect([reply.statusCode, reply.json().code], rest).toEqual([409, 'index-not-configured'])
      expect((await get(path(rest, 'khong-co'))).statusCode, rest).toBe(404)
    }
  })

  test('nothing that was brought in can be changed or deleted', async () => {
    await post(appraisedPoints)
    const { $client: sql } = world.system.deps.db
    await expect(sql`UPDATE results.point_sets SET reason = 'khác'`).rejects.toThrow('append-only')
    await expect(sql`DELETE FROM results.point_sets`).rejects.toThrow('append-only')
  })
})
