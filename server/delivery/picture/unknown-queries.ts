/** SQL of messages of which nobody can tell whether they went out: the list, and a person's word on one of them. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Db, Tx } from '../../db/client.ts'
import type { DeliveryState } from '../queries.ts'
import { iso } from './campaign-queries.ts'

export type UnknownRow = {
  id: string
  wave: number
  channel: ChannelName
  person: { id: string; name: string }
  address: string | null
  claimedAt: string | null
  cause: string | null
}

export async function countUnknown(db: Db, campaignId: string): Promise<number> {
  const rows = await db.execute<{ total: number }>(sql`
    SELECT count(*)::integer AS total FROM identity.deliveries WHERE campaign_id = ${campaignId} AND state = 'unknown'`)
  return rows[0]!.total
}

/** Longest waiting first. */
export async function listUnknown(
  db: Db,
  campaignId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<UnknownRow[]> {
  return db.execute<UnknownRow>(sql`
    SELECT d.id, w.number AS wave, d.channel, jsonb_build_object('id', r.id, 'name', r.full_name) AS person,
      CASE d.channel WHEN 'email' THEN r.email ELSE r.phone END AS address,
      ${iso(sql`d.claimed_at`)} AS "claimedAt", d.failure AS cause
    FROM identity.deliveries d
    JOIN identity.waves w ON w.id = d.wave_id
    JOIN identity.respondents r ON r.id = d.respondent_id
    WHERE d.campaign_id = ${campaignId} AND d.state = 'unknown'
    ORDER BY d.claimed_at NULLS FIRST, d.id LIMIT ${limit} OFFSET ${offset}`)
}

export type SettledDelivery = {
  campaignId: string
  campaignStatus: string
  waveState: string
  channel: ChannelName
  state: DeliveryState
}

/** The message of this campaign, locked until the transaction ends. */
export async function lockDelivery(tx: Tx, code: string, id: string): Promise<SettledDelivery | undefined> {
  const rows = await tx.execute<SettledDelivery>(sql`
    SELECT c.id AS "campaignId", c.status AS "campaignStatus", w.state AS "waveState", d.channel, d.state
    FROM identity.deliveries d
    JOIN campaign.campaigns c ON c.id = d.campaign_id
    JOIN identity.waves w ON w.id = d.wave_id
    WHERE d.id = ${id} AND c.code = ${code} FOR UPDATE OF d`)
  return rows[0]
}

/**
 * Forgets who settled messages before, without a change of their state: the history's trigger notes an actor only where
 * the column changes, and the same officer may settle the same message twice.
 */
export async function clearSettledBy(tx: Tx, ids: string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.deliveries SET settled_by = NULL
    WHERE id = ANY(${sql.param(ids)}::text[]) AND settled_by IS NOT NULL`)
}

/** A person says that it went out; it did so when it was last tried. */
export async function settleAsSent(tx: Tx, id: string, { actor, now }: { actor: string; now: Date }): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.deliveries
    SET state = 'sent', failure = NULL, settled_by = ${actor},
      sent_at = coalesce(sent_at, claimed_at, ${now.toISOString()}::timestamptz),
      finished_at = coalesce(finished_at, ${now.toISOString()}::timestamptz)
    WHERE id = ${id} AND state = 'unknown'`)
}
