/** SQL of the index. Reading runs as role phieu_answer; freezing is the staff's side. */
import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { frozenIndexes } from '../../db/index-schema.ts'
import { campaigns } from '../../db/schema.ts'
import type { ScoredCampaign } from '../../scoring/queries.ts'

/** What tells, without the large definition, whether a document that was made before still holds. */
export type IndexState = { id: string; revision: number; versions: string; frozen: string | null }

/** `versions`: the highest version of every set and of the past results, with the status; `frozen`: digest of the frozen index. */
export async function findIndexState(db: Db | Tx, code: string): Promise<IndexState | undefined> {
  const rows = await db.execute<IndexState>(sql`
    SELECT c.id, coalesce(r.revision, 0)::int AS revision, f.digest AS frozen,
      concat_ws(' ', c.status, c.title,
        (SELECT string_agg(concat_ws('/', s.kind, s.source, s.round, s.version), ' ' ORDER BY s.kind, s.source, s.round)
         FROM (SELECT kind, source, round, max(version) AS version FROM results.point_sets
               WHERE campaign_id = c.id GROUP BY 1, 2, 3) s),
        (SELECT 'past/' || max(version) FROM results.past_results WHERE campaign_id = c.id)) AS versions
    FROM campaign.campaigns c
    LEFT JOIN answer.revisions r ON r.campaign_id = c.id
    LEFT JOIN results.frozen_indexes f ON f.campaign_id = c.id
    WHERE c.code = ${code}`)
  return rows[0]
}

/** `opensOn`, `closedOn`: days in Viet Nam (ISO); `closedOn` null until it was closed. */
export type IndexedCampaign = ScoredCampaign & { title: string; opensOn: string | null; closedOn: string | null }

export async function findIndexedCampaign(db: Db | Tx, campaignId: string): Promise<IndexedCampaign | undefined> {
  const { id, code, title, status, definition, minimumCell, opensAt, closedAt } = campaigns
  const day = (at: typeof opensAt) => sql<string | null>`((${at} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text`
  const columns = { id, code, title, status, definition, minimumCell, opensOn: day(opensAt), closedOn: day(closedAt) }
  return (await db.select(columns).from(campaigns).where(eq(campaigns.id, campaignId)))[0]
}

/** Canonical JSON without the digest, exactly the bytes that the digest covers. */
export type FrozenIndex = { document: string; digest: string }

export async function findFrozenIndex(db: Db | Tx, campaignId: string): Promise<FrozenIndex | undefined> {
  const { document, digest } = frozenIndexes
  return (await db.select({ document, digest }).from(frozenIndexes).where(eq(frozenIndexes.campaignId, campaignId)))[0]
}

/** Whichever campaign it is of. */
export async function findFrozenIndexByDigest(db: Db | Tx, wanted: string): Promise<FrozenIndex | undefined> {
  const { document, digest } = frozenIndexes
  return (await db.select({ document, digest }).from(frozenIndexes).where(eq(digest, wanted)))[0]
}

export async function insertFrozenIndex(tx: Tx, frozen: FrozenIndex & { campaignId: string }): Promise<void> {
  await tx.insert(frozenIndexes).values(frozen)
}
