import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../campaigns/canonical-json.ts'
import { snapshots, tally } from '../db/answer-schema.ts'
import { createDb, type Db } from '../db/client.ts'
import { pointSets } from '../db/index-schema.ts'
import { campaigns, invitations, strata } from '../db/schema.ts'
import { newId } from '../secrets.ts'
import { raiseRevision } from '../tally/queries.ts'
import { createTestDatabase, type TestDatabase } from '../test/database.ts'
import { freezeScores } from './freeze-scores.ts'
import { findScoredCampaign } from './queries.ts'
import { readExplanation } from './read-explanation.ts'
import { readScores } from './read-scores.ts'
import { storeCampaign } from './stored-campaign.fixture.ts'

let database: TestDatabase
let db: Db
let answerDb: Db

beforeAll(async () => {
  database = await createTestDatabase()
  db = createDb(database.url, { max: 3 })
  answerDb = createDb(database.url, { max: 3, role: 'phieu_answer' })
})
afterAll(async () => {
  await Promise.all([db.$client.end(), answerDb.$client.end()])
  await database.drop()
})

async function freeze(code: string) {
  return db.transaction(async (tx) => {
    const campaign = (await findScoredCampaign(tx, code))!
    const frozen = await freezeScores(tx, campaign)
    await tx.update(campaigns).set({ status: 'final' }).where(eq(campaigns.code, code))
    return frozen
  })
}

describe('reading the scores of a campaign', () => {
  test('a draft and an unknown campaign are refused', async () => {
    await storeCampaign(db, 'nhap', 'draft')
    await expect(readScores({ answerDb }, 'nhap')).rejects.toMatchObject({ code: 'campaign-not-open', status: 409 })
    await expect(readScores({ answerDb }, 'khong-co')).rejects.toMatchObject({ code: 'campaign-unknown', status: 404 })
  })

  test.each(['open', 'paused', 'closed'] as const)(
    'while %s they are provisional and built from the counts',
    async (status) => {
      await storeCampaign(db, `dot-${status}`, status)
      const { scores, etag } = await readScores({ answerDb }, `dot-${status}`)
      expect(scores).toMatchObject({ campaign: `dot-${status}`, status: 'provisional', revision: 2, minimumCell: 5 })
      expect(scores.blocks[0]!.units[0]).toMatchObject({ code: 'p1', invited: 12, answered: 10, counted: 8, points: 3 })
      expect(scores.blocks[0]!.units[1]).toMatchObject({ code: 'p2', invited: 0, answered: 0, counted: 0, points: 0 })
      expect(etag).toBe(`"${scores.digest}"`)
    },
  )

  test('the tag stays while nothing changes, and changes with a count and with one more who answered', async () => {
    const id = await storeCampaign(db, 'doi', 'open')
    const first = await readScores({ answerDb }, 'doi')
    expect((await readScores({ answerDb }, 'doi')).etag).toBe(first.etag)
    await db.transaction(async (tx) => {
      await tx.update(tally).set({ count: 9 }).where(eq(tally.campaignId, id))
      await raiseRevision(tx, id)
    })
    const second = await readScores({ answerDb }, 'doi')
    expect(second.scores.blocks[0]!.units[0]!.criteria[0]!.valid).toBe(9)
    await db.update(invitations).set({ answeredOn: '2024-11-21' }).where(eq(invitations.campaignId, id))
    const third = await readScores({ answerDb }, 'doi')
    expect(third.scores.blocks[0]!.units[0]!.answered).toBe(12)
    expect(new Set([first.etag, second.etag, third.etag]).size).toBe(3)
  })

  test('a question of no questionnaire that was handed out is not waited for', async () => {
    const id = await storeCampaign(db, 'gop-nhom', 'open')
    await db.delete(tally).where(and(eq(tally.campaignId, id), eq(tally.question, 'q3')))
    const unitOf = async (code: string) => (await readScores({ answerDb }, code)).scores.blocks[0]!.units[0]!
    expect((await unitOf('gop-nhom')).hidden?.criteria).toEqual(['1.3'])
    await db.update(strata).set({ questionnaire: 'ld' }).where(eq(strata.campaignId, id))
    await db.transaction((tx) => raiseRevision(tx, id))
    expect(await unitOf('gop-nhom')).not.toHaveProperty('hidden')
    expect((await readExplanation({ answerDb }, 'gop-nhom', 'p1')).sources[0]!.without).toEqual(['1.3'])
  })

  test('one unit is explained, an unknown one refused', async () => {
    await storeCampaign(db, 'giai-thich', 'open')
    const explanation = await readExplanation({ answerDb }, 'giai-thich', 'p1')
    expect(explanation).toMatchObject({ unit: { code: 'p1' }, points: 3, counted: 8 })
    await expect(readExplanation({ answerDb }, 'giai-thich', 'p9')).rejects.toMatchObject({ status: 404 })
    await expect(readExplanation({ answerDb }, 'nhap', 'p1')).rejects.toMatchObject({ status: 409 })
  })
})

describe('the frozen result', () => {
  test('is what the closed campaign showed, and stays although counts are altered', async () => {
    const id = await storeCampaign(db, 'chot', 'closed')
    const provisional = (await readScores({ answerDb }, 'chot')).scores
    const { revision, digest } = await freeze('chot')
    const { scores, etag } = await readScores({ answerDb }, 'chot')
    expect(scores).toEqual({ ...provisional, status: 'final', digest })
    expect({ revision, etag }).toEqual({ revision: 2, etag: `"${digest}"` })

    await db.update(tally).set({ count: 1 }).where(eq(tally.campaignId, id))
    expect((await readScores({ answerDb }, 'chot')).scores).toEqual(scores)
  })

  test('the bytes kept are those that the digest covers', async () => {
    const id = await storeCampaign(db, 'bytes', 'closed')
    await freeze('bytes')
    const { digest, ...rest } = (await readScores({ answerDb }, 'bytes')).scores
    const [kept] = await db.select().from(snapshots).where(eq(snapshots.campaignId, id))
    expect(kept).toMatchObject({ document: canonicalJson(rest), digest })
  })

  test('freezing again changes nothing and gives the same digest', async () => {
    const id = await storeCampaign(db, 'hai-lan', 'closed')
    const first = await freeze('hai-lan')
    await db.update(tally).set({ count: 6 }).where(eq(tally.campaignId, id))
    expect(await freeze('hai-lan')).toEqual(first)
  })

  test('the same counts written in another order give the same bytes', async () => {
    const id = await storeCampaign(db, 'thu-tu', 'closed')
    const digestOnly = async () => {
      const rolledBack = new Error('rolled back')
      let digest = ''
      await db
        .transaction(async (tx) => {
          digest = (await freezeScores(tx, (await findScoredCampaign(tx, 'thu-tu'))!)).digest
          throw rolledBack
        })
        .catch((error: unknown) => expect(error).toBe(rolledBack))
      return digest
    }
    const first = await digestOnly()
    const rows = await db.delete(tally).where(eq(tally.campaignId, id)).returning()
    await db.insert(tally).values(rows.reverse())
    expect(await digestOnly()).toBe(first)
  })
})

describe('imported points', () => {
  const bringIn = (campaignId: string, version: number, points: string) =>
    db.insert(pointSets).values({
      ...{ id: newId(), campaignId, kind: 'imported', source: 'dan', version, digest: `d${version}`, origin: 'api' },
      ...{ points: { p1: { '8.1': points } }, reason: 'thử', actor: 'thử' },
    })
  const sourceOf = async (code: string) => {
    const { scores } = await readScores({ answerDb }, code)
    return scores.blocks[0]!.units[0]!.sources[1]!
  }

  test('are those of the highest version, of this campaign only', async () => {
    const id = await storeCampaign(db, 'nhap-diem', 'open')
    await bringIn(await storeCampaign(db, 'dot-khac', 'open'), 1, '6')
    expect(await sourceOf('nhap-diem')).toMatchObject({ points: null })
    await bringIn(id, 2, '4.5')
    await bringIn(id, 1, '3')
    await raiseRevision(db, id)
    expect(await sourceOf('nhap-diem')).toMatchObject({ points: 4.5, set: { version: 2, digest: 'd2' } })
  })

  test('of a frozen result stay as they were, in the account of a unit too', async () => {
    const id = await storeCampaign(db, 'chot-diem', 'closed')
    await bringIn(id, 1, '3')
    await freeze('chot-diem')
    await bringIn(id, 2, '5')
    await raiseRevision(db, id)
    expect(await sourceOf('chot-diem')).toMatchObject({ points: 3, set: { version: 1 } })
    const explanation = await readExplanation({ answerDb }, 'chot-diem', 'p1')
    expect(explanation.sources[1]).toMatchObject({ points: 3, set: { version: 1 } })
  })

  test('that came after the freezing are no part of it', async () => {
    const id = await storeCampaign(db, 'nhap-sau', 'closed')
    await freeze('nhap-sau')
    await bringIn(id, 1, '5')
    expect(await sourceOf('nhap-sau')).toMatchObject({ points: null })
    expect((await readExplanation({ answerDb }, 'nhap-sau', 'p1')).sources[1]).toMatchObject({ points: null })
  })
})

describe('the answer side', () => {
  test.each([
    'identity.respondents',
    'identity.invitations',
    'identity.stratum_keys',
    'staff.accounts',
    'staff.clients',
  ])('is refused %s by PostgreSQL itself', async (table) => {
    const reading = answerDb.execute(sql.raw(`SELECT * FROM ${table} LIMIT 1`))
    await expect(reading).rejects.toMatchObject({ cause: { code: '42501' } })
  })
})
