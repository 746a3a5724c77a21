/** SQL of the exports. Runs as role phieu_answer. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import type { ListedCampaign } from './schemas.ts'

export type StoredRow = { groups: string[]; answers: Record<string, unknown> }

/** Kept responses of one unit with their answers to `questions` alone: what people wrote never leaves the database. */
export async function listResponses(
  db: Db,
  { campaignId, unit, questions }: { campaignId: string; unit: string; questions: string[] },
): Promise<StoredRow[]> {
  return db.execute<StoredRow>(sql`
    SELECT groups, (
      SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(answers)
      WHERE key = ANY(${sql.param(questions)}::text[])) AS answers
    FROM answer.responses WHERE campaign_id = ${campaignId} AND unit = ${unit}`)
}

/** The canonical JSON that the digest covers: of a frozen index, or of frozen scores. */
export async function findResult(db: Db, digest: string): Promise<string | undefined> {
  const rows = await db.execute<{ document: string }>(sql`
    SELECT document FROM results.frozen_indexes WHERE digest = ${digest}
    UNION ALL SELECT document FROM answer.snapshots WHERE digest = ${digest} LIMIT 1`)
  return rows[0]?.document
}

/** Campaigns that have been opened, newest first, with the digests of what is frozen of them. */
export async function listOpenedCampaigns(db: Db): Promise<ListedCampaign[]> {
  return db.execute<ListedCampaign>(sql`
    SELECT c.code, c.title, (c.definition ->> 'year')::int AS year, c.status, c.definition ? 'index' AS "hasIndex",
      coalesce(r.revision, 0)::int AS revision, s.digest AS "scoresDigest", f.digest AS "indexDigest"
    FROM campaign.campaigns c
    LEFT JOIN answer.revisions r ON r.campaign_id = c.id
    LEFT JOIN answer.snapshots s ON s.campaign_id = c.id
    LEFT JOIN results.frozen_indexes f ON f.campaign_id = c.id
    WHERE c.status <> 'draft' ORDER BY c.created_at DESC, c.code LIMIT 500`)
}
