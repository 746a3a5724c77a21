import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { canonicalJson } from '../../campaigns/canonical-json.ts'
import { finalizeCampaign } from '../../campaigns/finalize-campaign.ts'
import { lockCampaign } from '../../campaigns/queries.ts'
import { tally } from '../../db/answer-schema.ts'
import { frozenIndexes, type PointTable } from '../../db/index-schema.ts'
import { smallDefinition } from '../../scoring/small-definition.fixture.ts'
import { raiseRevision } from '../../tally/queries.ts'
import { OFFICER, startTestSystem, type TestSystem } from '../../test/deps.ts'
import { type SignedIn, signInAs } from '../../test/staff.ts'
import { insertPast } from '../past/queries.ts'
import { insertPointSet, type SetKey } from '../points/queries.ts'
import { appraisedPoints, citizensPoints } from '../small-index.fixture.ts'
import { storeIndexCampaign } from '../stored-index.fixture.ts'
import { APPRAISED, CITIZENS, storeAllPoints, storePoints } from '../stored-points.fixture.ts'
import { freezeCampaignIndex } from './freeze-campaign-index.ts'
import { findFrozenIndexByDigest } from './queries.ts'
import { readIndex, thawIndex } from './read-index.ts'
import { IndexView } from './schemas.ts'

let system: TestSystem
let officer: SignedIn
beforeAll(async () => {
  system = await startTestSystem()
  officer = await signInAs(system, 'officer')
})
afterAll(() => system.stop())

const read = (code: string) => readIndex(system.deps, code)
const freeze = (code: string) => freezeCampaignIndex(system.deps, code, OFFICER)

const bringIn = (campaignId: string, key: SetKey, points: PointTable, options?: Parameters<typeof storePoints>[4]) =>
  storePoints(system.deps.db, campaignId, key, points, options)
const bringInAll = (campaignId: string) => storeAllPoints(system.deps.db, campaignId)

describe('reading', () => {
  test('an unknown campaign, a draft, and one that knows no index are refused', async () => {
    const { db } = system.deps
    await storeIndexCampaign(db, 'nhap', 'draft')
    await storeIndexCampaign(db, 'khong-chi-so', 'open', { definition: smallDefinition })
    await expect(read('khong-co')).rejects.toMatchObject({ code: 'campaign-unknown', status: 404 })
    await expect(read('nhap')).rejects.toMatchObject({ code: 'campaign-not-open', status: 409 })
    await expect(read('khong-chi-so')).rejects.toMatchObject({ code: 'index-not-configured', status: 409 })
    // A refusal is not kept.
    await expect(read('khong-chi-so')).rejects.toMatchObject({ code: 'index-not-configured' })
  })

  test.each(['open', 'paused', 'closed', 'final'] as const)(
    'of a campaign that is %s it is provisional',
    async (status) => {
      const id = await storeIndexCampaign(system.deps.db, `dot-${status}`, status)
      await bringInAll(id)
      const { index, etag, body } = await read(`dot-${status}`)
      expect(IndexView.strict().parse(index)).toEqual(index)
      expect(index).toMatchObject({
        status: 'provisional',
        revision: 4,
        survey: { issued: 112, returned: 98, valid: 98 },
      })
      expect(etag).toBe(`"${index.digest}"`)
      expect(JSON.parse(body)).toEqual(index)
      const [unit] = index.blocks[0]!.units
      // 66,25 appraised; everybody "tot": 0,75 × 20; 9,5 of the citizens
      expect(unit).toMatchObject({ points: 90.75, complete: true, parts: { appraised: 66.25, survey: 24.5 } })
    },
  )

  test('points of another campaign are none of its own', async () => {
    const one = await storeIndexCampaign(system.deps.db, 'cua-minh', 'open')
    const other = await storeIndexCampaign(system.deps.db, 'cua-nguoi', 'open')
    await bringInAll(other)
    expect((await read('cua-minh')).index).toMatchObject({
      waiting: ['survey-running', 'appraised-missing', 'imported-missing'],
    })
    await bringIn(one, APPRAISED, appraisedPoints)
    expect((await read('cua-minh')).index.waiting).toEqual(['survey-running', 'imported-missing'])
  })

  test('of several versions the highest counts, and the second appraisal before the first', async () => {
    const id = await storeIndexCampaign(system.deps.db, 'hai-vong', 'open')
    const raised = { ...appraisedPoints, SNV: { ...appraisedPoints.SNV!, '2.1': '25' } }
    const appraised = async () => (await read('hai-vong')).index.blocks[0]!.units[0]!.parts.appraised
    await bringIn(id, APPRAISED, appraisedPoints)
    expect(await appraised()).toBe(66.25)
    await bringIn(id, { ...APPRAISED, round: 2 }, raised)
    expect(await appraised()).toBe(69)
    await bringIn(id, APPRAISED, appraisedPoints, { digest: 'lan-nua' })
    expect(await appraised()).toBe(69)
    expect((await read('hai-vong')).index.sets.appraised).toMatchObject({ round: 2, version: 1 })
  })

  test('one document serves until something changes, and many who ask at once wait for the same', async () => {
    const id = await storeIndexCampaign(system.deps.db, 'giu-lai', 'open')
    const together = await Promise.all(Array.from({ length: 5 }, () => read('giu-lai')))
    expect(new Set(together.map(({ index }) => index)).size).toBe(1)
    const first = together[0]!
    expect((await read('giu-lai')).index).toBe(first.index)

    const etags = [first.etag]
    const changes = [
      () => bringIn(id, APPRAISED, appraisedPoints),
      () => bringIn(id, CITIZENS, citizensPoints),
      () => bringIn(id, APPRAISED, appraisedPoints, { digest: 'lần hai', raised: false }),
      () =>
        system.deps.db.transaction((tx) =>
          insertPast(tx, {
            ...{ campaignId: id, digest: 'd', origin: 'api', reason: 'thử', actor: 'thử' },
            document: { year: 2024, blocks: [{ code: 'so', units: [pastUnit('SNV', 80)], moves: null }] },
          }),
        ),
      () =>
        system.deps.db.$client`UPDATE identity.invitations SET answered_on = '2025-11-21' WHERE campaign_id = ${id}`,
      () =>
        system.deps.db
          .update(tally)
          .set({ count: 9 })
          .where(eq(tally.campaignId, id))
          .then(() => raiseRevision(system.deps.db, id)),
    ]
    for (const change of changes) {
      await change()
      etags.push((await read('giu-lai')).etag)
    }
    expect(new Set(etags).size).toBe(7)
  })

  test('a failed making is tried again', async () => {
    await storeIndexCampaign(system.deps.db, 'hong', 'open')
    const parse = vi.spyOn(Map, 'groupBy').mockImplementationOnce(() => {
      throw new Error('out of luck')
    })
    await expect(read('hong')).rejects.toThrow('out of luck')
    parse.mockRestore()
    expect((await read('hong')).index.campaign).toBe('hong')
  })
})

const pastUnit = (code: string, points: number) => ({ code, name: code, points, rank: 1, class: 'B' })

describe('freezing', () => {
  test('is refused while the campaign is not final, and while points are missing, which are named', async () => {
    await expect(freeze('khong-co')).rejects.toMatchObject({ code: 'campaign-unknown', status: 404 })
    await expect(freeze('khong-chi-so')).rejects.toMatchObject({ code: 'index-not-configured', status: 409 })
    await expect(freeze('dot-closed')).rejects.toMatchObject({ code: 'campaign-not-final', status: 409 })
    const id = await storeIndexCampaign(system.deps.db, 'thieu', 'final')
    const { SYT: _, ...others } = appraisedPoints
    await bringIn(id, APPRAISED, { ...others, SVH: { ...others.SVH!, '2.1': '1' } })
    await bringIn(id, CITIZENS, citizensPoints)
    await expect(freeze('thieu')).rejects.toMatchObject({
      code: 'index-incomplete',
      status: 409,
      details: {
        missing: [{ unit: 'SYT', name: 'Sở Y tế', criteria: ['1.1.1', '1.1.2', '2.1', '2.2.1'] }],
        units: 1,
      },
    })
    expect((await read('thieu')).index).toMatchObject({ waiting: ['appraised-missing', 'not-frozen'], revision: 4 })
  })

  test('then reading gives the same bytes for ever, at the digest that covers them', async () => {
    const { db } = system.deps
    const id = await storeIndexCampaign(db, 'chot', 'final')
    await bringInAll(id)
    const before = (await read('chot')).index
    const frozen = await freeze('chot')
    expect(frozen.index).toMatchObject({ status: 'final', waiting: [], revision: before.revision + 1 })
    expect(frozen.index.scoresDigest).toBe(before.scoresDigest)
    const points = (index: typeof before) =>
      index.blocks.flatMap(({ units }) => units.map((unit) => [unit.points, unit.rank]))
    expect(points(frozen.index)).toEqual(points(before))

    const [kept] = await db.select().from(frozenIndexes).where(eq(frozenIndexes.campaignId, id))
    const { digest, ...rest } = frozen.index
    expect(kept).toMatchObject({ document: canonicalJson(rest), digest })
    expect(createHash('sha256').update(kept!.document).digest('base64url')).toBe(digest)

    await db.update(tally).set({ count: 1 }).where(eq(tally.campaignId, id))
    await bringIn(id, APPRAISED, {})
    expect((await read('chot')).body).toBe(frozen.body)
    expect((await freeze('chot')).body).toBe(frozen.body)
    expect(thawIndex((await findFrozenIndexByDigest(system.deps.answerDb, digest))!)).toEqual(frozen.index)
    const audited = await db.$client`
      SELECT actor, details FROM staff.audit WHERE action = 'index.freeze' AND campaign = 'chot'`
    expect(audited).toEqual([{ actor: OFFICER.email, details: { digest } }])
  })

  test('two at once freeze once, and every listener is told', async () => {
    const { db } = system.deps
    await db.$client`INSERT INTO staff.webhooks (id, url, sealed_secret) VALUES ('nghe', 'https://nghe.example', 'x')`
    const id = await storeIndexCampaign(db, 'hai-nguoi', 'final')
    await bringInAll(id)
    const [one, other] = await Promise.all([freeze('hai-nguoi'), freeze('hai-nguoi')])
    expect(other.body).toBe(one.body)
    const bodies = await db.$client<{ body: string }[]>`SELECT body FROM staff.webhook_deliveries`
    expect(bodies.map(({ body }) => JSON.parse(body))).toEqual([
      {
        event: 'index.frozen',
        campaign: 'hai-nguoi',
        status: 'final',
        revision: one.index.revision,
        digest: one.index.digest,
      },
    ])
    await db.$client`DELETE FROM staff.webhooks`
  })

  test('is refused when the counts no longer give the frozen scores', async () => {
    const id = await storeIndexCampaign(system.deps.db, 'bi-sua', 'final')
    await bringInAll(id)
    await system.deps.db.update(tally).set({ count: 6 }).where(eq(tally.campaignId, id))
    await expect(freeze('bi-sua')).rejects.toThrow('the counts no longer give the frozen scores')
  })

  test('happens with the survey’s own where everything is in, and else waits', async () => {
    const { db } = system.deps
    const whole = await storeIndexCampaign(db, 'du', 'closed')
    await bringInAll(whole)
    await storeIndexCampaign(db, 'chua-du', 'closed')
    for (const code of ['du', 'chua-du'])
      expect(await finalizeCampaign(system.deps, code, OFFICER)).toEqual({ status: 'final' })
    const { index } = await read('du')
    expect(index.status).toBe('final')
    expect((await read('chua-du')).index).toMatchObject({
      status: 'provisional',
      waiting: ['appraised-missing', 'imported-missing', 'not-frozen'],
    })
    const [audited] = await db.$client`
      SELECT details FROM staff.audit WHERE action = 'campaign.finalize' AND campaign = 'du'`
    expect(audited!.details).toMatchObject({ digest: index.scoresDigest, indexDigest: index.digest })
  })

  test('waits for an import that is under way, and takes what it brings', async () => {
    const id = await storeIndexCampaign(system.deps.db, 'tranh', 'final')
    await bringIn(id, APPRAISED, appraisedPoints)
    const importing = system.deps.db.transaction(async (tx) => {
      await lockCampaign(tx, 'tranh')
      freezing = freeze('tranh')
      freezing.catch(() => {})
      await insertPointSet(tx, {
        ...{ ...CITIZENS, campaignId: id, points: citizensPoints, digest: 'd' },
        ...{ origin: 'api', reason: 'thử', actor: 'thử' },
      })
      await raiseRevision(tx, id)
    })
    let freezing: ReturnType<typeof freeze> | undefined
    await importing
    expect((await freezing!).index.status).toBe('final')
  })
})

describe('over HTTP', () => {
  const get = (headers: Record<string, string> = {}) =>
    system.app.inject({ url: '/api/campaigns/dot-open/index', headers: { ...officer, ...headers } })

  test('the document comes whole, and once only while it stays the same', async () => {
    const reply = await get()
    expect(reply.statusCode).toBe(200)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-cache',
    })
    expect(reply.json()).toEqual((await read('dot-open')).index)
    const again = await get({ 'if-none-match': String(reply.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await get({ 'if-none-match': '"cũ"' })).statusCode).toBe(200)
  })

  test('it is compressed for whoever can read that', async () => {
    const plain = (await read('dot-open')).body
    for (const [coding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const reply = await get({ 'accept-encoding': coding })
      expect(reply.headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding' })
      expect(unpack(reply.rawPayload).toString()).toBe(plain)
    }
    expect((await get()).headers).not.toHaveProperty('content-encoding')
  })

  test('freezing answers with the frozen document', async () => {
    const id = await storeIndexCampaign(system.deps.db, 'qua-mang', 'final')
    const post = () =>
      system.app.inject({ method: 'POST', url: '/api/campaigns/qua-mang/index/freeze', headers: officer })
    const refused = await post()
    expect([refused.statusCode, refused.json().code, refused.json().details.units]).toEqual([
      409,
      'index-incomplete',
      7,
    ])
    await bringInAll(id)
    const reply = await post()
    expect([reply.statusCode, reply.json()]).toEqual([200, (await read('qua-mang')).index])
  })
})
