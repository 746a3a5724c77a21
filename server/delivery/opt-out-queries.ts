/** SQL of opting out. */
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'

export async function findOptOut(
  db: Db,
  linkHash: Buffer,
): Promise<{ title: string; organizer: string; optedOut: boolean } | undefined> {
  const rows = await db.execute<{ title: string; organizer: string; optedOut: boolean }>(sql`
    SELECT c.title, c.definition -> 'organizer' ->> 'name' AS organizer, r.opted_out_at IS NOT NULL AS "optedOut"
    FROM identity.respondents r JOIN campaign.campaigns c ON c.id = r.campaign_id
    WHERE r.link_hash = ${linkHash}`)
  return rows[0]
}

/** Returns respondent and campaign code when this call opted the person out, undefined when they were out already. */
export async function setOptedOut(
  tx: Tx,
  linkHash: Buffer,
  now: Date,
): Promise<{ respondentId: string; code: string } | undefined> {
  const rows = await tx.execute<{ respondentId: string; code: string }>(sql`
    UPDATE identity.respondents r SET opted_out_at = ${now.toISOString()}::timestamptz
    FROM campaign.campaigns c
    WHERE r.link_hash = ${linkHash} AND r.opted_out_at IS NULL AND c.id = r.campaign_id
    RETURNING r.id AS "respondentId", c.code`)
  return rows[0]
}

export async function withdrawQueued(tx: Tx, respondentId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.deliveries SET state = 'withdrawn', failure = 'opted-out'
    WHERE respondent_id = ${respondentId} AND state = 'queued'`)
}
