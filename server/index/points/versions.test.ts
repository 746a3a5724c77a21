/** Versions of a set: what each leaves behind, beside which it stands, and two at once. */
import { describe, expect, test } from 'vitest'
import { appraisedPoints, citizensPoints } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { pointsCampaigns, withUnit } from './points-campaign.fixture.ts'
import { findCurrentSets } from './queries.ts'

const { world, path, get, post, traces } = pointsCampaigns()

describe('a version', () => {
  test('leaves its traces: who, why, audit, event, revision; and the scores’ tag moves', async () => {
    const before = await traces()
    const tag = (await get(`/api/campaigns/${world.campaign.code}/scores`)).headers.etag
    expect((await post(citizensPoints, 'kind=imported&source=nguoi-dan')).json()).toMatchObject({ version: 1 })
    expect(await traces()).toEqual({ versions: 1, audited: 1, events: 1, revision: before.revision + 1 })
    expect((await get(`/api/campaigns/${world.campaign.code}/scores`)).headers.etag).not.toBe(tag)
    const [event] = await world.system.deps.db.$client`
      SELECT body FROM staff.webhook_deliveries WHERE body::jsonb->>'campaign' = ${world.campaign.code}`
    const { sets } = (await get(path())).json()
    expect(JSON.parse(event!.body)).toMatchObject({ event: 'index.points', status: 'open', digest: sets[0].digest })
    const [audit] = await world.system.deps.db
      .$client`SELECT action, details FROM staff.audit WHERE campaign = ${world.campaign.code}`
    expect(audit).toMatchObject({
      action: 'index.points',
      details: { kind: 'imported', source: 'nguoi-dan', version: 1, changed: 7 },
    })
  })

  test('is told to whoever watches', async () => {
    const heard: unknown[] = []
    const stop = world.system.deps.changes.subscribe((change) => heard.push(change))
    await post(appraisedPoints)
    await expect.poll(() => heard).toContainEqual({ campaign: world.campaign.id, kind: 'scores' })
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
    expect((await findCurrentSets(world.system.deps.answerDb, world.campaign.id)).appraised?.points).toEqual(
      appraisedPoints,
    )
  })

  test('of another campaign is not found', async () => {
    await post(appraisedPoints)
    const { sets } = (await get(path())).json()
    await storeIndexCampaign(world.system.deps.db, `${world.campaign.code}-khac`, 'open')
    const reply = await get(path(`/${sets[0].id}`, `${world.campaign.code}-khac`))
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
    expect((await findCurrentSets(world.system.deps.answerDb, world.campaign.id)).appraised?.points).toEqual(
      appraisedPoints,
    )
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
