/** SQL of opting out. */
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'

/** By the opt-out link, or by a personal link as mails of earlier versions carried it. */
export type OptOutKey = { respondentId: string } | { linkHash: Buffer }

const isTheirs = (key: OptOutKey) =>
  'respondentId' in key ? sql`r.id = ${key.respondentId}` : sql`r.link_hash = ${key.linkHash}`

export async function findOptOut(
  db: Db,
  key: OptOutKey,
): Promise<{ title: string; organizer: string; optedOut: boolean } | undefined> {
  const rows = await db.execute<{ title: string; organizer: string; optedOut: boolean }>(sql`
    SELECT c.title, c.definition -> 'organizer' ->> 'name' AS organizer, r.opted_out_at IS NOT NULL AS "optedOut"
    FROM identity.respondents r JOIN campaign.campaigns c ON c.id = r.campaign_id
    WHERE ${isTheirs(key)}`)
  return rows[0]
}

/** Returns ids when this call opted the person out, undefined when they were out already. */
export async function setOptedOut(
  tx: Tx,
  key: OptOutKey,
  now: Date,
): Promise<{ respondentId: string; campaignId: string } | undefined> {
  const rows = await tx.execute<{ respondentId: string; campaignId: string }>(sql`
    UPDATE identity.respondents r SET opted_out_at = ${now.toISOString()}::timestamptz
    WHERE ${isTheirs(key)} AND r.opted_out_at IS NULL
    RETURNING r.id AS "respondentId", r.campaign_id AS "campaignId"`)
  return rows[0]
}

export async function withdrawQueued(tx: Tx, respondentId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.deliveries SET state = 'withdrawn', failure = 'opted-out'
    WHERE respondent_id = ${respondentId} AND state = 'queued'`)
}
