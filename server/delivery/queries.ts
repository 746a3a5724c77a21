/** SQL of deliveries: claim, outcome, sweep, counts. A row changes state only from the state it is expected in. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Db, Tx } from '../db/client.ts'
import { failDelivery, withdrawFallback } from './failure-queries.ts'
import type { Verdict } from './judge-outcome.ts'
import type { SendingHours } from './sending-hours.ts'
import type { WaveKind } from './wave-queries.ts'

const timestamp = (instant: Date) => sql`${instant.toISOString()}::timestamptz`
/** Nothing is sent for a campaign that is paused, closed or past its last moment. `c` is campaign.campaigns. */
export const takesAnswers = (now: Date) =>
  sql`c.status = 'open' AND (c.closes_at IS NULL OR c.closes_at > ${timestamp(now)})`

export type DeliveryState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'withdrawn'

/** What composing needs of a campaign; its definition does not change while it is open. */
export type SendingCampaign = {
  id: string
  title: string
  closesAt: Date | null
  sendingHours: SendingHours
  daysOff: string[]
  organizer: { name: string; phone: string; email: string }
  unitNames: Record<string, string>
  /** The campaign's own words, where it has some. */
  templates: Partial<Record<WaveKind, { subject: string; body: string }>>
}

/** Open campaigns with messages of this channel that are due. */
export async function listDueCampaigns(db: Db, channel: ChannelName, now: Date): Promise<SendingCampaign[]> {
  const rows = await db.execute<Omit<SendingCampaign, 'closesAt'> & { closesAt: string | null }>(sql`
    SELECT c.id, c.title, to_char(c.closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "closesAt",
      c.sending_hours AS "sendingHours", c.days_off AS "daysOff", c.definition -> 'organizer' AS organizer,
      (SELECT jsonb_object_agg(unit ->> 'code', unit ->> 'name')
       FROM jsonb_path_query(c.definition, '$.blocks[*].units[*]') AS unit) AS "unitNames",
      (SELECT coalesce(jsonb_object_agg(t.kind, jsonb_build_object('subject', t.subject, 'body', t.body)), '{}')
       FROM identity.templates t WHERE t.campaign_id = c.id) AS templates
    FROM campaign.campaigns c
    WHERE ${takesAnswers(now)} AND EXISTS (
      SELECT FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id AND w.state = 'running'
      WHERE d.campaign_id = c.id AND d.channel = ${channel} AND d.state = 'queued' AND d.due_at <= ${timestamp(now)})
    ORDER BY c.opens_at`)
  return rows.map((row) => ({ ...row, closesAt: row.closesAt ? new Date(row.closesAt) : null }))
}

export type ClaimedDelivery = {
  id: string
  /** This try included. */
  attempts: number
  /** Says which claim of the row this is: its outcome is nobody else's. */
  claimedAt: Date
  respondentId: string
  /** Which issue of the personal link is good now. */
  linkIssue: number
  /** Nobody is reminded of what has never reached them: their first message is an invitation in any wave. */
  kind: WaveKind
  name: string
  /** Null when there is none, or none that is any good; `addressFailure` says why. */
  address: string | null
  addressFailure: string | null
  /** Codes of the units still to be rated. */
  units: string[]
}

/**
 * Claims up to `limit` due messages of running waves for this caller alone. Those whose person has answered everything (of a
 * wave for some units: everything about those) or opted out
 * meanwhile are withdrawn instead; `taken` counts both, so 0 means that nothing is due.
 */
export async function claimDeliveries(
  tx: Tx,
  { campaignId, channel, now, limit }: { campaignId: string; channel: ChannelName; now: Date; limit: number },
): Promise<{ taken: number; claimed: ClaimedDelivery[] }> {
  const rows = await tx.execute<Omit<ClaimedDelivery, 'claimedAt'> & { state: DeliveryState }>(sql`
    WITH due AS MATERIALIZED (
      SELECT d.id, d.respondent_id, d.wave_id
      FROM identity.deliveries d
      JOIN campaign.campaigns c ON c.id = d.campaign_id AND ${takesAnswers(now)}
      JOIN identity.waves w ON w.id = d.wave_id AND w.state = 'running'
      WHERE d.campaign_id = ${campaignId} AND d.channel = ${channel} AND d.state = 'queued' AND d.due_at <= ${timestamp(now)}
      ORDER BY d.due_at LIMIT ${limit} FOR UPDATE OF d SKIP LOCKED
    ), judged AS (
      SELECT due.id, CASE WHEN EXISTS (
          SELECT FROM identity.deliveries o WHERE o.respondent_id = r.id AND o.wave_id <> due.wave_id AND o.state IN ('sent', 'delivered', 'unknown')
        ) OR EXISTS (SELECT FROM identity.hand_deliveries h WHERE h.respondent_id = r.id) THEN w.kind ELSE 'invitation' END AS kind, r.id AS respondent_id, r.link_issue, r.full_name, r.email, r.phone, r.email_failure, r.phone_failure, open.units,
        CASE WHEN r.opted_out_at IS NOT NULL THEN 'opted-out' WHEN open.units IS NULL OR NOT open.units ?| w.units THEN 'answered' END AS withdrawn
      FROM due
      JOIN identity.waves w ON w.id = due.wave_id
      JOIN identity.respondents r ON r.id = due.respondent_id
      CROSS JOIN LATERAL (
        SELECT jsonb_agg(i.unit ORDER BY i.unit) AS units
        FROM identity.invitations i WHERE i.respondent_id = r.id AND i.answered_on IS NULL) open
    )
    UPDATE identity.deliveries d
    SET state = CASE WHEN j.withdrawn IS NULL THEN 'sending' ELSE 'withdrawn' END, failure = j.withdrawn,
      attempts = d.attempts + (j.withdrawn IS NULL)::integer,
      claimed_at = CASE WHEN j.withdrawn IS NULL THEN ${timestamp(now)} END
    FROM judged j
    WHERE d.id = j.id AND d.state = 'queued'
    RETURNING d.id, d.state, d.attempts, j.respondent_id AS "respondentId", j.link_issue AS "linkIssue", j.kind, j.full_name AS name,
      CASE WHEN d.channel = 'email' AND j.email_failure IS NULL THEN j.email
           WHEN d.channel = 'zalo' AND j.phone_failure IS NULL THEN j.phone END AS address,
      CASE d.channel WHEN 'email' THEN j.email_failure ELSE j.phone_failure END AS "addressFailure", j.units`)
  const claimed = rows.filter((row) => row.state === 'sending').map((row) => ({ ...row, claimedAt: now }))
  return { taken: rows.length, claimed }
}

/**
 * Writes what became of a claimed message. "Sent" also corrects a row that the sweep gave up as unknown, and leaves a
 * receipt that was faster than we were; anything else needs the row to be in our hands still. A process that slept so long
 * that its row was given up, put back and claimed anew writes nothing.
 */
export async function recordVerdict(
  tx: Tx,
  { id, claimedAt }: Pick<ClaimedDelivery, 'id' | 'claimedAt'>,
  verdict: Verdict,
  now: Date,
): Promise<void> {
  const ours = sql`id = ${id} AND claimed_at = ${timestamp(claimedAt)}`
  switch (verdict.state) {
    case 'sent':
      await tx.execute(sql`
        UPDATE identity.deliveries
        SET state = CASE state WHEN 'delivered' THEN state ELSE 'sent' END, failure = NULL,
          sent_at = ${timestamp(now)}, finished_at = ${timestamp(now)}, provider_id = coalesce(${verdict.providerId}, provider_id)
        WHERE ${ours} AND state IN ('sending', 'unknown', 'delivered')`)
      return
    case 'queued':
      await tx.execute(sql`
        UPDATE identity.deliveries
        SET state = 'queued', failure = ${verdict.failure}, due_at = ${timestamp(verdict.dueAt)},
          attempts = attempts - ${verdict.counts ? 0 : 1}::integer
        WHERE ${ours} AND state = 'sending'`)
      return
    case 'unknown':
      await tx.execute(sql`
        UPDATE identity.deliveries SET state = 'unknown', failure = ${verdict.failure}, finished_at = ${timestamp(now)}
        WHERE ${ours} AND state = 'sending'`)
      return
    case 'failed':
      await failDelivery(tx, id, {
        ...{ failure: verdict.failure, address: verdict.address, now, from: ['sending'], claimedAt },
      })
  }
}

/** Outside the sending hours: the campaign's due messages wait for the next window. */
export async function deferDeliveries(
  db: Db,
  { campaignId, channel, now, until }: { campaignId: string; channel: ChannelName; now: Date; until: Date },
): Promise<void> {
  await db.execute(sql`
    UPDATE identity.deliveries SET due_at = ${timestamp(until)}
    WHERE campaign_id = ${campaignId} AND channel = ${channel} AND state = 'queued' AND due_at <= ${timestamp(now)}`)
}

/** Messages that were being sent when their process died: nobody can tell. Returns the ids of their campaigns, one a row. */
export async function markInterrupted(db: Db, claimedBefore: Date): Promise<string[]> {
  const rows = await db.execute<{ campaignId: string }>(sql`
    UPDATE identity.deliveries SET state = 'unknown', failure = 'interrupted', finished_at = claimed_at
    WHERE state = 'sending' AND claimed_at < ${timestamp(claimedBefore)}
    RETURNING campaign_id AS "campaignId"`)
  return rows.map(({ campaignId }) => campaignId)
}

/**
 * What still waits when a campaign has ended, or came back into the queue after its wave was stopped, is never sent. Returns
 * the ids of their campaigns, one a row.
 */
export async function withdrawEnded(db: Db): Promise<string[]> {
  const ended = await db.execute<{ campaignId: string }>(sql`
    UPDATE identity.deliveries d SET state = 'withdrawn', failure = 'campaign-closed'
    FROM campaign.campaigns c
    WHERE d.state = 'queued' AND c.id = d.campaign_id AND c.status IN ('closed', 'final')
    RETURNING d.campaign_id AS "campaignId"`)
  const stopped = await db.execute<{ campaignId: string }>(sql`
    UPDATE identity.deliveries d SET state = 'withdrawn', failure = 'stopped'
    FROM identity.waves w
    WHERE d.state = 'queued' AND w.id = d.wave_id AND w.state = 'stopped'
    RETURNING d.campaign_id AS "campaignId"`)
  return [...ended, ...stopped].map(({ campaignId }) => campaignId)
}

/** Channels with a due message of a running wave in an open campaign. */
export async function listDueChannels(db: Db, now: Date): Promise<ChannelName[]> {
  const rows = await db.execute<{ channel: ChannelName }>(sql`
    SELECT DISTINCT d.channel FROM identity.deliveries d
    JOIN campaign.campaigns c ON c.id = d.campaign_id JOIN identity.waves w ON w.id = d.wave_id AND w.state = 'running'
    WHERE d.state = 'queued' AND d.due_at <= ${timestamp(now)} AND ${takesAnswers(now)}`)
  return rows.map(({ channel }) => channel)
}

/**
 * A provider's receipt, found by our own id or by the provider's. Also for a message whose sending ended in `unknown`, that
 * was given up as failed, or that a person has put back into the queue: the receipt is the answer, and what was to replace the message is withdrawn. Returns the
 * campaign's id when the row changed.
 */
export async function markDelivered(
  db: Db,
  receipt: { channel: ChannelName; deliveryId: string | null; providerId: string | null; deliveredAt: Date },
): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    const rows = await tx.execute<{ id: string; campaignId: string }>(sql`
      UPDATE identity.deliveries
      SET state = 'delivered', failure = NULL, delivered_at = ${timestamp(receipt.deliveredAt)},
        finished_at = coalesce(finished_at, ${timestamp(receipt.deliveredAt)}),
        provider_id = coalesce(provider_id, ${receipt.providerId})
      WHERE (id = ${receipt.deliveryId} OR provider_id = ${receipt.providerId}) AND channel = ${receipt.channel}
        AND state IN ('queued', 'sending', 'sent', 'unknown', 'failed')
      RETURNING id, campaign_id AS "campaignId"`)
    for (const { id } of rows) await withdrawFallback(tx, id)
    return rows[0]?.campaignId
  })
}

/** Counts of every state, withdrawn included, for progress; of purged messages too. */
export async function listDeliveryCounts(
  db: Db | Tx,
  campaignId: string,
): Promise<{ channel: ChannelName; state: DeliveryState; count: number }[]> {
  return db.execute<{ channel: ChannelName; state: DeliveryState; count: number }>(sql`
    SELECT channel, state, sum(count)::integer AS count FROM (
      SELECT channel, state, count(*) AS count FROM identity.deliveries WHERE campaign_id = ${campaignId} GROUP BY 1, 2
      UNION ALL SELECT split_part(part, ' ', 1), split_part(part, ' ', 2), count FROM identity.kept_counts
      WHERE campaign_id = ${campaignId} AND kind = 'message') counted
    GROUP BY channel, state`)
}
