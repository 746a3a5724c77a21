/** SQL of sending one person their message now: what stands against it, and the row that is sent. */
import { type SQL, sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Tx } from '../../db/client.ts'

export type Recipient = {
  answered: boolean
  optedOut: boolean
  /** Whether they have an address on the channel, and the word of why nothing more goes to it. */
  addressed: boolean
  addressFailure: string | null
  /** Messages over this channel that wait or are under way, that may have gone out, that went out: with the present link. */
  waiting: boolean
  unknown: boolean
  sent: boolean
  /** Their link was replaced: a message of before carries one that is no good any more. */
  replaced: boolean
  /** As many messages as one person may get, over all channels. */
  full: boolean
}

const ownAddress = (channel: ChannelName): { address: SQL; failure: SQL } =>
  channel === 'email'
    ? { address: sql`r.email`, failure: sql`r.email_failure` }
    : { address: sql`r.phone`, failure: sql`r.phone_failure` }

export async function findRecipient(
  tx: Tx,
  campaignId: string,
  id: string,
  channel: ChannelName,
): Promise<Recipient | undefined> {
  const { address, failure } = ownAddress(channel)
  const rows = await tx.execute<Recipient>(sql`
    SELECT NOT EXISTS (SELECT FROM identity.invitations i WHERE i.respondent_id = r.id AND i.answered_on IS NULL) AS answered,
      r.opted_out_at IS NOT NULL AS "optedOut", ${address} IS NOT NULL AS addressed, ${failure} AS "addressFailure",
      coalesce(bool_or(d.channel = ${channel} AND d.state IN ('queued', 'sending')), false) AS waiting,
      coalesce(bool_or(d.channel = ${channel} AND d.state = 'unknown' AND of.valid), false) AS unknown,
      coalesce(bool_or(d.channel = ${channel} AND d.state IN ('sent', 'delivered') AND of.valid), false) AS sent,
      reissued.at IS NOT NULL AS replaced,
      count(d.id) FILTER (WHERE d.state NOT IN ('failed', 'withdrawn')) >= c.max_messages AS "full"
    FROM identity.respondents r
    JOIN campaign.campaigns c ON c.id = r.campaign_id
    LEFT JOIN LATERAL (
      SELECT max(a.at) AS at FROM staff.audit a
      WHERE r.link_issue > 1 AND a.campaign = c.code AND a.action = 'link.reissue' AND a.details ->> 'person' = r.id
    ) reissued ON true
    LEFT JOIN identity.deliveries d ON d.respondent_id = r.id
    CROSS JOIN LATERAL (SELECT reissued.at IS NULL OR coalesce(d.claimed_at, d.due_at) > reissued.at AS valid) of
    WHERE r.id = ${id} AND r.campaign_id = ${campaignId}
    GROUP BY r.id, c.id, reissued.at`)
  return rows[0]
}

export type Carrier = { wave: number; waveId: string; delivery: string | null }

/**
 * The wave whose message it is: the latest one that has a message for the person over this channel, one that did not go out;
 * else the latest one that sends, before one that is paused. Stopped waves and those yet to begin carry nothing.
 */
export async function findCarrier(
  tx: Tx,
  campaignId: string,
  id: string,
  channel: ChannelName,
): Promise<Carrier | undefined> {
  const rows = await tx.execute<Carrier>(sql`
    SELECT w.number AS wave, w.id AS "waveId", d.id AS delivery
    FROM identity.waves w
    LEFT JOIN identity.deliveries d ON d.wave_id = w.id AND d.respondent_id = ${id} AND d.channel = ${channel}
    WHERE w.campaign_id = ${campaignId} AND w.state IN ('running', 'paused')
    ORDER BY d.id IS NULL, w.state = 'paused' AND d.id IS NULL, w.number DESC LIMIT 1`)
  return rows[0]
}

/** One more message of a wave; undefined where somebody else wrote it meanwhile. */
export async function insertSingle(
  tx: Tx,
  {
    campaignId,
    waveId,
    respondentId,
    channel,
    actor,
    now,
  }: {
    campaignId: string
    waveId: string
    respondentId: string
    channel: ChannelName
    actor: string
    now: Date
  },
): Promise<string | undefined> {
  const rows = await tx.execute<{ id: string }>(sql`
    INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, due_at, settled_by)
    VALUES (gen_random_uuid()::text, ${campaignId}, ${waveId}, ${respondentId}, ${channel}, ${now.toISOString()}::timestamptz, ${actor})
    ON CONFLICT (wave_id, respondent_id, channel) DO NOTHING RETURNING id`)
  return rows[0]?.id
}
