/** SQL of waves: who gets a message, decided once, in one statement, and frozen as rows (DESIGN promise 3). */
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Db, Tx } from '../db/client.ts'
import { waves } from '../db/delivery-schema.ts'
import { campaigns } from '../db/schema.ts'
import { LEAST_PAUSE_MS } from './waves-meet.ts'

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

/** Of identity.respondents `r`: where a channel writes to, and why that no longer works. */
const CONTACT = {
  email: { address: sql`r.email`, failure: sql`r.email_failure` },
  zalo: { address: sql`r.phone`, failure: sql`r.phone_failure` },
}

/**
 * Who gets a message of a wave, over which channels: nobody who has answered everything, opted out, has no good address,
 * or has had the campaign's most messages; an invitation nobody whom an earlier one, stopped since, has reached. A reminder
 * leaves out a channel on which the person's earlier message still waits: nobody is reminded of what they have not been told.
 * `in-order` gives the first channel only, and nothing where that one waits; the next one follows when it failed
 * (failure-queries.ts). A wave for some units leaves out whom a message has only just left for: two units may be reminded
 * right after each other, and who rates both is told once. Every join leads to an index, so that it stays quick where a list
 * was brought in a moment ago and the planner knows nothing of it. CTEs `asked` (how many there are), and `people`: one row
 * each of those who have not answered everything, with `gets_email` and `gets_zalo`, and what keeps them from it. Earlier
 * messages that can decide nothing are not looked at: in a large campaign that is most of them.
 */
function audienceOf({
  campaignId,
  kind,
  channels: [first, second],
  channelOrder,
  audience,
  maxMessages,
  forecast = false,
  units = null,
  now,
  limitNear,
}: AudienceRule & { limitNear: boolean }) {
  const asked = sql`identity.invitations i
    WHERE i.campaign_id = ${campaignId} ${units ? sql`AND i.unit = ANY(${sql.param(units)}::text[])` : sql``}`
  const counts = sql`d.state NOT IN ('failed', 'withdrawn')`
  const waiting =
    units && now
      ? sql`d.state IN ('queued', 'sending') OR (d.state IN ('sent', 'delivered', 'unknown')
          AND d.finished_at > ${new Date(now.getTime() - LEAST_PAUSE_MS).toISOString()}::timestamptz)`
      : sql`d.state IN ('queued', 'sending')`
  const matters =
    limitNear || (kind === 'invitation' && !forecast)
      ? sql`true`
      : audience === 'failed-elsewhere'
        ? sql`(d.state = 'failed' OR ${waiting})`
        : sql`(${waiting})`
  const some = (condition: SQL) => sql`coalesce(bool_or(${condition}), false)`
  const has = (channel?: ChannelName) => (channel ? sql`${CONTACT[channel].address} IS NOT NULL` : sql`false`)
  const works = (channel?: ChannelName) =>
    channel ? sql`${has(channel)} AND ${CONTACT[channel].failure} IS NULL AND ${otherFailed(channel)}` : sql`false`
  // Few had a failure at all: only theirs are put in order of time.
  const otherFailed = (channel: ChannelName) =>
    audience === 'all'
      ? sql`true`
      : sql`${channel === 'email' ? sql`t.zalo_failed` : sql`t.email_failed`} AND 'failed' = (
          SELECT d.state FROM identity.deliveries d WHERE d.respondent_id = r.id AND d.channel <> ${channel}
          ORDER BY coalesce(d.finished_at, d.due_at) DESC LIMIT 1)`
  const waits = (channel?: ChannelName) =>
    channel && kind === 'reminder' ? (channel === 'email' ? sql`t.email_waits` : sql`t.zalo_waits`) : sql`false`
  const gets = (channel: ChannelName) =>
    channel === first ? sql`gets_first` : channel === second ? sql`gets_second` : sql`false`
  return sql`
    asked AS (
      SELECT ${
        units
          ? sql`count(DISTINCT i.respondent_id)::integer AS people FROM ${asked}`
          : sql`count(*)::integer AS people FROM identity.respondents r WHERE r.campaign_id = ${campaignId}`
      }
    ), unanswered AS MATERIALIZED (
      SELECT DISTINCT i.respondent_id AS id FROM ${asked} AND i.answered_on IS NULL
    ), written AS (
      SELECT u.id, count(*) FILTER (WHERE ${counts})::integer AS messages,
        ${some(sql`w.kind = 'invitation' AND ${counts}`)} AS invited,
        ${some(sql`d.channel = 'email' AND (${waiting})`)} AS email_waits,
        ${some(sql`d.channel = 'zalo' AND (${waiting})`)} AS zalo_waits,
        ${some(sql`d.channel = 'email' AND d.state = 'failed'`)} AS email_failed,
        ${some(sql`d.channel = 'zalo' AND d.state = 'failed'`)} AS zalo_failed
      FROM unanswered u LEFT JOIN identity.deliveries d ON d.respondent_id = u.id AND ${matters}
        LEFT JOIN identity.waves w ON w.id = d.wave_id
      GROUP BY u.id
    ), known AS MATERIALIZED (
      SELECT r.id, r.opted_out_at IS NOT NULL AS opted_out,
        ${kind === 'invitation' && !forecast ? sql`t.invited` : sql`false`} AS invited,
        coalesce(${maxMessages ?? null}::integer, c.max_messages) - t.messages AS room,
        ${has(first)} OR ${has(second)} AS has_address, ${works(first)} AS first, ${works(second)} AS second,
        ${waits(first)} AS first_waits, ${waits(second)} AS second_waits
      FROM written t JOIN identity.respondents r ON r.id = t.id JOIN campaign.campaigns c ON c.id = r.campaign_id
    ), judged AS (
      SELECT id, opted_out, invited, has_address, first OR second AS works,
        first AND first_waits OR second AND second_waits AS waits,
        first AND NOT first_waits AND room >= 1 AND NOT opted_out AND NOT invited AS gets_first,
        second AND NOT second_waits AND NOT opted_out AND NOT invited
          AND ${
            channelOrder === 'in-order'
              ? sql`NOT first AND room >= 1`
              : sql`room >= 1 + (first AND NOT first_waits)::integer`
          } AS gets_second
      FROM known
    ), people AS (
      SELECT *, ${gets('email')} AS gets_email, ${gets('zalo')} AS gets_zalo FROM judged
    )`
}

const COUNTED = sql`
  SELECT count(*) FILTER (WHERE gets_email OR gets_zalo)::integer AS people,
    count(*) FILTER (WHERE gets_email)::integer AS email,
    count(*) FILTER (WHERE gets_zalo)::integer AS zalo,
    (SELECT asked.people FROM asked) - count(*)::integer AS answered,
    count(*) FILTER (WHERE reason = 'opted-out')::integer AS "optedOut",
    count(*) FILTER (WHERE reason = 'no-address')::integer AS "noAddress",
    count(*) FILTER (WHERE reason = 'unreachable')::integer AS unreachable,
    count(*) FILTER (WHERE reason = 'invited')::integer AS invited,
    count(*) FILTER (WHERE reason = 'limit')::integer AS "limit",
    count(*) FILTER (WHERE reason = 'waiting')::integer AS waiting
  FROM (
    SELECT gets_email, gets_zalo, CASE
      WHEN opted_out THEN 'opted-out'
      WHEN invited THEN 'invited'
      WHEN NOT has_address THEN 'no-address'
      WHEN NOT works THEN 'unreachable'
      WHEN gets_email OR gets_zalo THEN NULL
      WHEN waits THEN 'waiting'
      ELSE 'limit'
    END AS reason
    FROM people
  ) reasoned`

/** Whether anybody can have had so many messages that one more over each channel is too many: a wave writes at most that. */
async function isLimitNear(db: Db | Tx, { campaignId, maxMessages }: AudienceRule): Promise<boolean> {
  const rows = await db.execute<{ near: boolean }>(sql`
    SELECT 2 * (1 + (SELECT count(*) FROM identity.waves w WHERE w.campaign_id = c.id AND w.frozen_at IS NOT NULL))
      > coalesce(${maxMessages ?? null}::integer, c.max_messages) AS near
    FROM campaign.campaigns c WHERE c.id = ${campaignId}`)
  return rows[0]!.near
}

/** Who a wave would reach if it began now; writes nothing. */
export async function countAudience(db: Db | Tx, rule: AudienceRule): Promise<Audience> {
  const limitNear = await isLimitNear(db, rule)
  const rows = await db.execute<Audience>(sql`WITH ${audienceOf({ ...rule, limitNear })} ${COUNTED}`)
  return rows[0]!
}

/** Freezes the wave's audience: one row per message, due when the wave starts, and the counts of who was left out and why. */
export async function insertDeliveries(
  tx: Tx,
  wave: AudienceRule & { id: string; startsAt: Date },
  now: Date,
): Promise<Audience> {
  const limitNear = await isLimitNear(tx, wave)
  const rows = await tx.execute<Audience>(sql`
    WITH ${audienceOf({ ...wave, limitNear })}, created AS (
      INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, due_at)
      SELECT gen_random_uuid()::text, ${wave.campaignId}, ${wave.id}, p.id, m.channel, ${wave.startsAt.toISOString()}::timestamptz
      FROM people p CROSS JOIN LATERAL (VALUES ('email', p.gets_email), ('zalo', p.gets_zalo)) AS m(channel, gets) WHERE m.gets
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
