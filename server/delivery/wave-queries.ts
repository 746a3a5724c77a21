/** SQL of waves: who gets a message, decided once, in one statement, and frozen as rows (DESIGN promise 3). */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Db, Tx } from '../db/client.ts'
import { waves } from '../db/delivery-schema.ts'
import { campaigns } from '../db/schema.ts'
import { LEAST_PAUSE_MS } from './units-meet.ts'

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

/** Which of these codes are no unit of the campaign's definition. */
export async function findUnknownUnits(db: Db | Tx, campaignId: string, units: string[]): Promise<string[]> {
  const rows = await db.execute<{ code: string }>(sql`
    SELECT wished.code FROM unnest(${sql.param(units)}::text[]) AS wished(code)
    WHERE NOT EXISTS (
      SELECT FROM campaign.campaigns c, jsonb_path_query(c.definition, '$.blocks[*].units[*]') AS unit
      WHERE c.id = ${campaignId} AND unit ->> 'code' = wished.code)`)
  return rows.map(({ code }) => code)
}

/** Newest first. */
export function listWaves(tx: Tx, campaignId: string): Promise<Wave[]> {
  return tx.select().from(waves).where(eq(waves.campaignId, campaignId)).orderBy(desc(waves.number))
}

export async function insertWave(tx: Tx, wave: typeof waves.$inferInsert): Promise<void> {
  await tx.insert(waves).values(wave)
}

/** What decides who a wave reaches. */
export type AudienceRule = {
  campaignId: string
  kind: WaveKind
  channels: ChannelName[]
  channelOrder: Wave['channelOrder']
  audience: Wave['audience']
  /** Codes: only those who rate one of these units, and only what they have not answered of them counts. Null: all. */
  units?: string[] | null
  /** Of a wave for some units: whom a message left for less than LEAST_PAUSE_MS before this moment is not written to again. */
  now?: Date
  /** Instead of the campaign's own, for a plan that is only tried out. */
  maxMessages?: number
  /** A guess at a later moment: what was sent until now leaves nobody out. */
  forecast?: boolean
}

/** `people`: who gets at least one message. The rest are people too, each counted once under the first reason that fits. */
export type Audience = {
  people: number
  email: number
  zalo: number
  answered: number
  optedOut: number
  /** No address on any of the wave's channels. */
  noAddress: number
  /** Addresses, but none that still works; or, for those a channel failed, the other one did not. */
  unreachable: number
  /** An earlier invitation, stopped since, has reached them: nobody is invited twice. */
  invited: number
  /** The campaign's most messages a person are used up. */
  limit: number
  /** An earlier message to them still waits in the same channel's queue, or, for a wave of some units, has only just left. */
  waiting: number
}

/**
 * Who gets a message of a wave, over which channels: nobody who has answered everything, opted out, has no good address,
 * or has had the campaign's most messages; an invitation nobody whom an earlier one, stopped since, has reached. A reminder leaves out a channel on which the person's earlier message still
 * waits: nobody is reminded of what they have not been told. `in-order` gives the first channel only, and nothing where that
 * one waits; the next one follows when it failed (failure-queries.ts). A wave for some units leaves out whom a message has
 * only just left for: two units may be reminded right after each other, and who rates both is told once. All of a campaign is
 * gone through once, instead of each person's rows one person after the other. CTEs `asked` (one row each), `people`
 * (those of them who have not answered everything) and `messages` (person, channel).
 */
function audienceOf({
  campaignId,
  kind,
  channels,
  channelOrder,
  audience,
  maxMessages,
  forecast = false,
  units = null,
  now,
}: AudienceRule) {
  const ofUnits = units ? sql`AND i.unit = ANY(${sql.param(units)}::text[])` : sql``
  const justLeft =
    units && now
      ? sql`OR (d.state IN ('sent', 'delivered', 'unknown')
          AND d.finished_at > ${new Date(now.getTime() - LEAST_PAUSE_MS).toISOString()}::timestamptz)`
      : sql``
  const wished = sql`ARRAY[${sql.join(
    channels.map((channel) => sql`${channel}`),
    sql`, `,
  )}]::text[]`
  return sql`
    asked AS MATERIALIZED (
      SELECT i.respondent_id AS id, bool_and(i.answered_on IS NOT NULL) AS answered FROM identity.invitations i
      WHERE i.campaign_id = ${campaignId} ${ofUnits} GROUP BY 1
    ), written AS (
      SELECT d.respondent_id AS id, count(*)::integer AS messages, bool_or(w.kind = 'invitation') AS invited
      FROM asked a JOIN identity.deliveries d ON d.respondent_id = a.id JOIN identity.waves w ON w.id = d.wave_id
      WHERE NOT a.answered AND d.campaign_id = ${campaignId} AND d.state NOT IN ('failed', 'withdrawn') GROUP BY 1
    ), people AS MATERIALIZED (
      SELECT r.id, r.opted_out_at IS NOT NULL AS opted_out, r.email, r.phone, r.email_failure, r.phone_failure,
        ${kind}::text = 'invitation' AND NOT ${forecast}::boolean AND coalesce(t.invited, false) AS invited,
        coalesce(${maxMessages ?? null}::integer, c.max_messages) - coalesce(t.messages, 0) AS room
      FROM asked a JOIN identity.respondents r ON r.id = a.id JOIN campaign.campaigns c ON c.id = r.campaign_id
        LEFT JOIN written t ON t.id = r.id
      WHERE NOT a.answered
    ), wished AS (
      SELECT p.id, t.channel, t.place::integer AS place,
        CASE t.channel WHEN 'email' THEN p.email ELSE p.phone END IS NOT NULL AS has_address,
        CASE t.channel WHEN 'email' THEN p.email_failure ELSE p.phone_failure END IS NULL AS works
      FROM people p CROSS JOIN unnest(${wished}) WITH ORDINALITY AS t(channel, place)
      WHERE NOT p.opted_out AND NOT p.invited
    ), reachable AS MATERIALIZED (
      SELECT w.id, w.channel, w.place,
        ${kind}::text = 'reminder' AND (w.id, w.channel) IN (SELECT d.respondent_id, d.channel FROM identity.deliveries d
          WHERE d.campaign_id = ${campaignId} AND (d.state IN ('queued', 'sending') ${justLeft})) AS waiting
      FROM wished w
      WHERE w.has_address AND w.works AND (${audience}::text = 'all' OR 'failed' = (
        SELECT d.state FROM identity.deliveries d WHERE d.respondent_id = w.id AND d.channel <> w.channel
        ORDER BY coalesce(d.finished_at, d.due_at) DESC LIMIT 1))
    ), ranked AS (
      SELECT id, channel, waiting, row_number() OVER (PARTITION BY id ORDER BY place) AS rank
      FROM reachable WHERE NOT waiting OR ${channelOrder}::text = 'in-order'
    ), messages AS MATERIALIZED (
      SELECT k.id, k.channel FROM ranked k JOIN people p ON p.id = k.id
      WHERE NOT k.waiting AND k.rank <= CASE WHEN ${channelOrder}::text = 'in-order' THEN least(p.room, 1) ELSE p.room END
    )`
}

const COUNTED = sql`
  SELECT (SELECT count(DISTINCT id)::integer FROM messages) AS people,
    (SELECT count(*)::integer FROM messages WHERE channel = 'email') AS email,
    (SELECT count(*)::integer FROM messages WHERE channel = 'zalo') AS zalo,
    (SELECT count(*)::integer FROM asked WHERE answered) AS answered,
    count(*) FILTER (WHERE reason = 'opted-out')::integer AS "optedOut",
    count(*) FILTER (WHERE reason = 'no-address')::integer AS "noAddress",
    count(*) FILTER (WHERE reason = 'unreachable')::integer AS unreachable,
    count(*) FILTER (WHERE reason = 'invited')::integer AS invited,
    count(*) FILTER (WHERE reason = 'limit')::integer AS "limit",
    count(*) FILTER (WHERE reason = 'waiting')::integer AS waiting
  FROM (
    SELECT CASE
      WHEN p.opted_out THEN 'opted-out'
      WHEN p.invited THEN 'invited'
      WHEN NOT w.has_address THEN 'no-address'
      WHEN r.id IS NULL THEN 'unreachable'
      WHEN m.id IS NOT NULL THEN NULL
      WHEN r.waiting THEN 'waiting'
      ELSE 'limit'
    END AS reason
    FROM people p
    LEFT JOIN (SELECT id, bool_or(has_address) AS has_address FROM wished GROUP BY id) w ON w.id = p.id
    LEFT JOIN (SELECT id, bool_or(waiting) AS waiting FROM reachable GROUP BY id) r ON r.id = p.id
    LEFT JOIN (SELECT DISTINCT id FROM messages) m ON m.id = p.id
  ) judged`

/** Who a wave would reach if it began now; writes nothing. */
export async function countAudience(db: Db | Tx, rule: AudienceRule): Promise<Audience> {
  const rows = await db.execute<Audience>(sql`WITH ${audienceOf(rule)} ${COUNTED}`)
  return rows[0]!
}

/** Freezes the wave's audience: one row per message, due when the wave starts, and the counts of who was left out and why. */
export async function insertDeliveries(
  tx: Tx,
  wave: AudienceRule & { id: string; startsAt: Date },
  now: Date,
): Promise<Audience> {
  const rows = await tx.execute<Audience>(sql`
    WITH ${audienceOf(wave)}, created AS (
      INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, due_at)
      SELECT gen_random_uuid()::text, ${wave.campaignId}, ${wave.id}, id, channel, ${wave.startsAt.toISOString()}::timestamptz
      FROM messages
    ) ${COUNTED}`)
  await tx.update(waves).set({ frozenAt: now }).where(eq(waves.id, wave.id))
  return rows[0]!
}

/**
 * Locked until the transaction ends, so that only one of two who would start, stop or change it does. A message written
 * meanwhile (failure-queries.ts) need not wait: it would hold its person's other message, and a stop waits for that.
 */
export async function lockWave(tx: Tx, campaignId: string, number: number): Promise<Wave | undefined> {
  const rows = await tx
    .select()
    .from(waves)
    .where(and(eq(waves.campaignId, campaignId), eq(waves.number, number)))
    .for('no key update')
  return rows[0]
}

export async function setWaveState(tx: Tx, id: string, state: Wave['state']): Promise<void> {
  await tx.update(waves).set({ state }).where(eq(waves.id, id))
}

/**
 * What still waits of a stopped wave is never sent. A wave of which nothing was ever tried has no audience any more: it
 * counts as never sent. Returns how many waited.
 */
export async function withdrawWave(tx: Tx, id: string): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE identity.deliveries SET state = 'withdrawn', failure = 'stopped' WHERE wave_id = ${id} AND state = 'queued' RETURNING 1`)
  await tx.execute(sql`
    UPDATE identity.waves SET frozen_at = NULL WHERE id = ${id} AND NOT EXISTS (
      SELECT FROM identity.deliveries WHERE wave_id = ${id} AND (state <> 'withdrawn' OR attempts > 0))`)
  return rows.length
}
