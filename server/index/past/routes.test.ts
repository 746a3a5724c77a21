/** Last year’s results by JSON: what can be so, versions, and where nothing may come in. */
import { describe, expect, test } from 'vitest'
import { findRevision } from '../../scoring/queries.ts'
import { storeCampaign } from '../../scoring/stored-campaign.fixture.ts'
import { insertWebhook } from '../../staff/webhook-queries.ts'
import { pastCampaigns, pastFile, pastResults, pastUnit } from './past-campaign.fixture.ts'
import type { PastResults } from './schemas.ts'

const { world, path, get, put, send } = pastCampaigns()

describe('JSON', () => {
  const gappedAndDense = [
    pastUnit('A', 90, 1),
    pastUnit('B', 90, 1),
    pastUnit('C', 80, 3),
    pastUnit('D', 80, 3),
    pastUnit('E', 70, 4),
  ]
  const moving = (moves: object): PastResults => {
    const { year, blocks } = pastResults(pastUnit('A', 90, 1), pastUnit('B', 80, 2), pastUnit('C', 70, 3))
    return { year, blocks: [{ ...blocks[0]!, moves }] } as PastResults
  }

  test.each<[string, PastResults, string | null, number?]>([
    ['shared ranks (1, 1, 3)', pastResults(pastUnit('A', 90, 1), pastUnit('B', 90, 1), pastUnit('C', 80, 3)), null],
    ['dense ranks (1, 1, 2)', pastResults(pastUnit('A', 90, 1), pastUnit('B', 90, 1), pastUnit('C', 80, 2)), null],
    [
      'ties that something else decides (1, 2, 3)',
      pastResults(pastUnit('A', 90, 2), pastUnit('B', 90, 1), pastUnit('C', 80, 3)),
      null,
    ],
    ['no ranks', pastResults(pastUnit('A', 90, null), pastUnit('B', 90, null)), null],
    ['a rank beyond the units', pastResults(pastUnit('A', 90, 1), pastUnit('B', 80, 3)), 'rank-differs'],
    [
      'a rank that two share with different points',
      pastResults(pastUnit('A', 90, 1), pastUnit('B', 80, 1)),
      'rank-differs',
    ],
    [
      'a tie of which something else decides a part',
      pastResults(pastUnit('A', 90, 2), pastUnit('B', 90, 1), pastUnit('C', 90, 2)),
      null,
    ],
    [
      'a tie shared and a gap after it',
      pastResults(pastUnit('A', 90, 1), pastUnit('B', 80, 2), pastUnit('C', 80, 2), pastUnit('D', 70, 4)),
      null,
    ],
    ['a tie with nobody first', pastResults(pastUnit('A', 90, 2), pastUnit('B', 90, 2)), 'rank-differs', 2],
    ['gapped and dense ranks in one block', pastResults(...gappedAndDense), 'rank-differs'],
    ['ranks against the points', pastResults(pastUnit('A', 80, 1), pastUnit('B', 90, 2)), 'rank-differs', 2],
    ['ranks of some of a block only', pastResults(pastUnit('A', 90, 1), pastUnit('B', 80, null)), 'missing'],
    ['moves of some of the units', moving({ rose: 1, kept: 0, fell: 1 }), null],
    ['moves of all units', moving({ rose: 1, kept: 1, fell: 1 }), null],
    ['more moves than units', moving({ rose: 2, kept: 1, fell: 1 }), 'above-max'],
    ['all the survey’s points', pastResults({ ...pastUnit('A', 90, 1), survey: 30 }), null],
    ['more than the survey’s points', pastResults({ ...pastUnit('A', 90, 1), survey: 30.01 }), 'above-max'],
    ['more than this year’s maximum in a domain', pastResults({ ...pastUnit('A', 90, 1), domains: { 3: 20 } }), null],
    ['a domain above the total', pastResults({ ...pastUnit('A', 20, 1), domains: { 1: 20.01 } }), 'above-max'],
    [
      'some domains that rounding lifts over the total',
      pastResults({ ...pastUnit('A', 20, 1), domains: { 1: 10, 2: 10.01 } }),
      null,
    ],
    [
      'some domains above the total',
      pastResults({ ...pastUnit('A', 20, 1), domains: { 1: 10, 2: 10.02 } }),
      'sum-differs',
    ],
    [
      'the domains of another total',
      pastResults({ ...pastUnit('A', 90, 1), domains: { 1: 40, 2: 40, 3: 9 } }),
      'sum-differs',
    ],
    [
      'domains that rounding parts from the total',
      pastResults({ ...pastUnit('A', 90, 1), domains: { 1: 40, 2: 40.01, 3: 10 } }),
      null,
    ],
    ['some of the domains', pastResults({ ...pastUnit('A', 90, 1), domains: { 1: 40 } }), null],
    ['a domain nobody knows', pastResults({ ...pastUnit('A', 90, 1), domains: { 9: 1 } }), 'unknown-domain'],
    ['more survey than points', pastResults({ ...pastUnit('A', 20, 1), survey: 21 }), 'above-max'],
    ['another year', { ...pastResults(pastUnit('A', 90, 1)), year: 2023 }, 'wrong-year'],
    [
      'an unknown block',
      { year: 2024, blocks: [{ code: 'x', units: [pastUnit('A', 90, 1)], moves: null }] },
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
      const reply = await put(pastResults({ ...pastUnit('A', 90, 1), ...changes }))
      expect([reply.statusCode, reply.json().code]).toEqual([400, 'invalid-request'])
    },
  )

  test('a new version leaves its traces, the same again does not', async () => {
    const before = await findRevision(world.system.deps.db, world.campaign.id)
    const hook = {
      id: `nghe-${world.campaign.code}`,
      url: 'https://chi-so.example/phieu',
      sealedSecret: Buffer.alloc(1),
    }
    await insertWebhook(world.system.deps.db, hook)
    expect((await put(pastResults(pastUnit('A', 90, 1)))).json()).toMatchObject({ version: 1 })
    expect((await put(pastResults(pastUnit('A', 91, 1)), 'Sửa theo đính chính')).json()).toMatchObject({ version: 2 })
    expect((await put(pastResults(pastUnit('A', 91, 1)), 'Gửi lại')).json()).toMatchObject({ version: 2 })
    expect(await findRevision(world.system.deps.db, world.campaign.id)).toBe(before + 2)
    const { current, versions } = (await get()).json()
    expect(current).toMatchObject({
      version: 2,
      year: 2024,
      origin: 'api',
      reason: 'Sửa theo đính chính',
      document: pastResults(pastUnit('A', 91, 1)),
    })
    expect(versions.map(({ version }: { version: number }) => version)).toEqual([2, 1])
    const sent = await world.system.deps.db.$client`
      SELECT body FROM staff.webhook_deliveries WHERE body::jsonb->>'campaign' = ${world.campaign.code}
      ORDER BY (body::jsonb->>'revision')::int`
    expect(sent.map(({ body }) => JSON.parse(body))).toEqual(
      [versions[1], versions[0]].map(({ digest }, at) => ({
        ...{ event: 'index.past', campaign: world.campaign.code, status: 'open', revision: before + 1 + at, digest },
      })),
    )
    const audited = await world.system.deps.db
      .$client`SELECT details FROM staff.audit WHERE campaign = ${world.campaign.code} ORDER BY id`
    expect(audited.map(({ details }) => [details.version, details.year, details.units])).toEqual([
      [1, 2024, 1],
      [2, 2024, 1],
    ])
  })

  test('versions of many at once are all kept', async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, (_, at) => put(pastResults(pastUnit('A', 90 + at, 1)))))
    expect(replies.map((reply) => reply.json().version).toSorted()).toEqual([1, 2, 3, 4, 5, 6])
  })
})

test('a frozen index refuses past results', async () => {
  await world.system.deps.db
    .$client`INSERT INTO results.frozen_indexes (campaign_id, document, digest) VALUES (${world.campaign.id}, '{}', ${world.campaign.id})`
  for (const reply of [await put(pastResults(pastUnit('A', 90, 1))), await send(await pastFile())])
    expect([reply.statusCode, reply.json().code]).toEqual([409, 'index-frozen'])
  expect((await get()).json()).toMatchObject({ current: null, frozen: true })
})

test('a campaign without an index has no year before it', async () => {
  await storeCampaign(world.system.deps.db, `${world.campaign.code}-khong`, 'open')
  const reply = await world.system.app.inject({ url: path('', `${world.campaign.code}-khong`), headers: world.officer })
  expect([reply.statusCode, reply.json().code]).toEqual([409, 'index-not-configured'])
})
