/** SQL of the published results of the year before. Reading works under role phieu_answer; writing is the staff's side. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { frozenIndexes, pastResults } from '../../db/index-schema.ts'
import { campaigns } from '../../db/schema.ts'
import { newId } from '../../secrets.ts'
import type { PastResults } from './schemas.ts'

export type PastOrigin = 'xlsx' | 'csv' | 'api' | 'campaign'

/** Who brought a version in, when, and why; `on` is the day (Viet Nam, ISO). */
export type PastHead = {
  version: number
  year: number
  digest: string
  on: string
  at: Date
  actor: string
  origin: PastOrigin
  reason: string
}
export type StoredPast = PastHead & { document: PastResults }

const { version, document, digest, origin, reason, actor, at } = pastResults
const on = sql<string>`((${pastResults.at} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text`
const year = sql<number>`(${pastResults.document}->>'year')::integer`
const head = { version, year, digest, on, at, actor, origin, reason }

/** The results with which the campaign compares: the highest version; null when none came in. */
export async function findPast(db: Db | Tx, campaignId: string): Promise<StoredPast | null> {
  const rows = await db
    .select({ ...head, document })
    .from(pastResults)
    .where(eq(pastResults.campaignId, campaignId))
    .orderBy(desc(version))
    .limit(1)
  return rows[0] ?? null
}

/** Every version without its document, newest first. */
export async function listPast(db: Db | Tx, campaignId: string): Promise<PastHead[]> {
  return db.select(head).from(pastResults).where(eq(pastResults.campaignId, campaignId)).orderBy(desc(version))
}

export type NewPast = {
  campaignId: string
  document: PastResults
  digest: string
  origin: PastOrigin
  reason: string
  actor: string
}

/** Adds the next version. The caller holds the campaign's row (campaigns/queries lockCampaign), so no two take the same. */
export async function insertPast(tx: Tx, past: NewPast): Promise<{ version: number }> {
  const latest = await findPast(tx, past.campaignId)
  const next = (latest?.version ?? 0) + 1
  await tx.insert(pastResults).values({ ...past, id: newId(), version: next })
  return { version: next }
}

/** Campaigns of this installation with a frozen index of that year, newest first. */
export async function listFrozenOfYear(db: Db | Tx, wanted: number): Promise<{ code: string; title: string }[]> {
  return db
    .select({ code: campaigns.code, title: campaigns.title })
    .from(frozenIndexes)
    .innerJoin(campaigns, eq(campaigns.id, frozenIndexes.campaignId))
    .where(sql`(${campaigns.definition}->>'year')::integer = ${wanted}`)
    .orderBy(desc(campaigns.createdAt))
}

/** The frozen index of a campaign of that year, as its canonical JSON. */
export async function findFrozenOfYear(
  db: Db | Tx,
  code: string,
  wanted: number,
): Promise<{ document: string; digest: string } | undefined> {
  const rows = await db
    .select({ document: frozenIndexes.document, digest: frozenIndexes.digest })
    .from(frozenIndexes)
    .innerJoin(campaigns, eq(campaigns.id, frozenIndexes.campaignId))
    .where(and(eq(campaigns.code, code), sql`(${campaigns.definition}->>'year')::integer = ${wanted}`))
  return rows[0]
}
