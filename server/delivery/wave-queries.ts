/** SQL of waves: who gets a message, decided once, in one statement, and frozen as rows (DESIGN promise 3). */
import { desc, eq, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Tx } from '../db/client.ts'
import { waves } from '../db/delivery-schema.ts'
import { campaigns } from '../db/schema.ts'

export type WaveKind = 'invitation' | 'reminder'
export type Wave = typeof waves.$inferSelect

/** The campaign, held open against a close until the transaction ends; its other waves wait their turn. */
export async function lockCampaignForWave(
  tx: Tx,
  code: string,
): Promise<Pick<typeof campaigns.$inferSelect, 'id' | 'status' | 'closesAt'> | undefined> {
  const rows = await tx
    .select({ id: campaigns.id, status: campaigns.status, closesAt: campaigns.closesAt })
    .from(campaigns)
    .where(eq(campaigns.code, code))
    .for('share')
  const campaign = rows[0]
  // Not FOR UPDATE on the campaign: arriving responses share that row's lock and would wait behind a large wave.
  if (campaign) await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`wave:${campaign.id}`}, 0))`)
  return campaign
}

/** Newest first. */
export function listWaves(tx: Tx, campaignId: string): Promise<Wave[]> {
  return tx.select().from(waves).where(eq(waves.campaignId, campaignId)).orderBy(desc(waves.number))
}

export async function insertWave(tx: Tx, wave: typeof waves.$inferInsert): Promise<void> {
  await tx.insert(waves).values(wave)
}

export type Audience = { deliveries: number; answered: number; optedOut: number; noAddress: number; waiting: number }

/**
 * Writes one delivery per person and listed channel with an address, and counts the people left out and why (each under
 * the first reason that fits). A reminder also leaves out messages to somebody whose earlier one still waits in the
 * queue of that channel (`waiting`, in people): nobody is reminded of what they have not been told.
 */
export async function insertDeliveries(
  tx: Tx,
  wave: { id: string; campaignId: string; kind: WaveKind; channels: ChannelName[]; startsAt: Date },
): Promise<Audience> {
  const startsAt = wave.startsAt.toISOString()
  const rows = await tx.execute<Audience>(sql`
    WITH people AS MATERIALIZED (
      SELECT r.id, r.opted_out_at IS NOT NULL AS opted_out, bool_and(i.answered_on IS NOT NULL) AS answered,
        r.email IS NOT NULL AND ${wave.channels.includes('email')}::boolean AS by_email,
        r.phone IS NOT NULL AND ${wave.channels.includes('zalo')}::boolean AS by_zalo
      FROM identity.respondents r JOIN identity.invitations i ON i.respondent_id = r.id
      WHERE r.campaign_id = ${wave.campaignId}
      GROUP BY r.id
    ), unsent AS (
      SELECT DISTINCT respondent_id, channel FROM identity.deliveries
      WHERE campaign_id = ${wave.campaignId} AND state IN ('queued', 'sending') AND ${wave.kind}::text = 'reminder'
    ), messages AS MATERIALIZED (
      SELECT p.id, c.channel, unsent.channel IS NOT NULL AS waiting
      FROM people p
      CROSS JOIN LATERAL (VALUES ('email', p.by_email), ('zalo', p.by_zalo)) AS c(channel, reachable)
      LEFT JOIN unsent ON unsent.respondent_id = p.id AND unsent.channel = c.channel
      WHERE c.reachable AND NOT p.answered AND NOT p.opted_out
    ), created AS (
      INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, due_at)
      SELECT gen_random_uuid()::text, ${wave.campaignId}, ${wave.id}, id, channel, ${startsAt}::timestamptz
      FROM messages WHERE NOT waiting
      RETURNING 1
    )
    SELECT (SELECT count(*)::integer FROM created) AS deliveries,
      count(*) FILTER (WHERE answered)::integer AS answered,
      count(*) FILTER (WHERE NOT answered AND opted_out)::integer AS "optedOut",
      count(*) FILTER (WHERE NOT answered AND NOT opted_out AND NOT by_email AND NOT by_zalo)::integer AS "noAddress",
      (SELECT count(DISTINCT id)::integer FROM messages WHERE waiting) AS waiting
    FROM people`)
  return rows[0]!
}
