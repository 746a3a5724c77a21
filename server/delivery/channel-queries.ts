/**
 * SQL of the channels' gates: one row a channel says how fast it sends and why it does not. Whoever claims messages locks
 * that row first, so pace, pause and hold are true over all processes, and a change of them counts from the next claim.
 */
import { eq, sql } from 'drizzle-orm'
import type { ChannelName, Quota } from '../channels/channel.ts'
import { ZALO_ERRORS } from '../channels/zalo-errors.ts'
import type { Db, Tx } from '../db/client.ts'
import { channels } from '../db/delivery-schema.ts'
import { SENDING_HELD } from './hold/queries.ts'

export type ChannelRow = typeof channels.$inferSelect
export type ChannelPatch = Partial<Pick<ChannelRow, 'perMinute' | 'perDay' | 'parallel' | 'failureLimit'>>

const timestamp = (instant: Date) => sql`${instant.toISOString()}::timestamptz`
const dayOf = (instant: Date) => sql`(${instant.toISOString()}::timestamptz AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`

/** A quiet channel may catch up so many seconds of its pace at once, and at least one message. */
const BURST_SECONDS = 5
/** So far ahead of ours another machine's clock may be; beyond that it was wrong once, and is not waited for. */
const CLOCKS_APART = sql`interval '5 minutes'`
/** Failures are judged over so many of the last messages. */
const WINDOW = 100
/** That somebody is not on Zalo says nothing about the channel. */
const NOT_THE_CHANNEL = ZALO_ERRORS.useEmail.map((code) => `zalo-${Math.abs(code)}`)

/** In the order of their names: e-mail, Zalo. */
export function findChannels(db: Db | Tx): Promise<ChannelRow[]> {
  return db.select().from(channels).orderBy(channels.channel)
}

/** `allowed` messages may be claimed now; when none may, `waitMs` says when pace alone would allow one (undefined: something else is in the way). */
export type Gate = { allowed: number; parallel: number; waitMs?: number }

/**
 * Locks the channel's gate until the transaction ends and fills its token bucket, never back in time: of machines whose
 * clocks differ, the one ahead decides. `paced: false` (the built-in outbox)
 * leaves pace and daily limit out. Nothing is allowed while the channel is paused or held, or sending is held as a whole.
 */
export async function openGate(
  tx: Tx,
  { channel, now, paced }: { channel: ChannelName; now: Date; paced: boolean },
): Promise<Gate> {
  const rows = await tx.execute<{
    perMinute: number | null
    left: number | null
    tokens: number
    parallel: number
  }>(sql`
    UPDATE identity.channels SET
      tokens = least(greatest(coalesce(per_minute, 0) * ${BURST_SECONDS} / 60.0, 1),
        tokens + greatest(extract(epoch FROM ${timestamp(now)} - refilled_at), 0) * coalesce(per_minute, 0) / 60.0),
      refilled_at = CASE WHEN refilled_at > ${timestamp(now)} + ${CLOCKS_APART} THEN ${timestamp(now)} ELSE greatest(refilled_at, ${timestamp(now)}) END,
      day_count = CASE WHEN day BETWEEN ${dayOf(now)} AND ${dayOf(now)} + 1 THEN day_count ELSE 0 END,
      day = CASE WHEN day = ${dayOf(now)} + 1 THEN day ELSE ${dayOf(now)} END
    WHERE channel = ${channel} AND paused_at IS NULL AND (held_until IS NULL OR held_until <= ${timestamp(now)})
      AND NOT ${SENDING_HELD}
    RETURNING per_minute AS "perMinute", per_day - day_count AS left, tokens, parallel`)
  const gate = rows[0]
  if (!gate) return { allowed: 0, parallel: 0 }
  const { perMinute, left, tokens, parallel } = gate
  if (!paced) return { allowed: parallel, parallel }
  const today = left ?? Number.POSITIVE_INFINITY
  if (today <= 0) return { allowed: 0, parallel }
  if (perMinute === null) return { allowed: Math.min(parallel, today), parallel }
  const paid = Math.floor(tokens + 1e-6)
  if (paid === 0) return { allowed: 0, parallel, waitMs: Math.ceil(((1 - tokens) * 60_000) / perMinute) }
  return { allowed: Math.min(parallel, today, paid), parallel }
}

/** Takes `count` messages off pace and day, in the transaction that claimed them. */
export async function payGate(tx: Tx, channel: ChannelName, count: number): Promise<void> {
  if (count === 0) return
  await tx.execute(sql`
    UPDATE identity.channels SET tokens = tokens - CASE WHEN per_minute IS NULL THEN 0 ELSE ${count}::integer END,
      day_count = day_count + ${count}::integer
    WHERE channel = ${channel}`)
}

export async function updateChannel(
  db: Db | Tx,
  channel: ChannelName,
  patch: ChannelPatch,
): Promise<ChannelRow | undefined> {
  return (await db.update(channels).set(patch).where(eq(channels.channel, channel)).returning())[0]
}

/** False when it was paused already: the first reason stays. `by` null: the system did it. */
export async function pauseChannel(
  db: Db | Tx,
  channel: ChannelName,
  { by, reason, now }: { by: string | null; reason: string | null; now: Date },
): Promise<boolean> {
  const rows = await db.execute(sql`
    UPDATE identity.channels SET paused_at = ${timestamp(now)}, paused_by = ${by}, pause_reason = ${reason}
    WHERE channel = ${channel} AND paused_at IS NULL RETURNING 1`)
  return rows.length > 0
}

/** Ends a pause and a hold; failures of before count no more. False when there was neither. */
export async function resumeChannel(db: Db | Tx, channel: ChannelName, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    UPDATE identity.channels SET paused_at = NULL, paused_by = NULL, pause_reason = NULL, held_until = NULL, held_for = NULL,
      resumed_at = ${timestamp(now)}
    WHERE channel = ${channel} AND (paused_at IS NOT NULL OR held_until > ${timestamp(now)}) RETURNING 1`)
  return rows.length > 0
}

/** Nothing of the channel before `until`, for trouble that every message would meet. `person`: somebody must mend it. */
export async function holdChannel(
  db: Db | Tx,
  channel: ChannelName,
  { until, failure, person }: { until: Date; failure: string; person: boolean },
): Promise<void> {
  await db.execute(sql`
    UPDATE identity.channels SET
      held_for = CASE WHEN held_until > ${timestamp(until)} THEN held_for ELSE ${failure} END,
      held_until = greatest(held_until, ${timestamp(until)}),
      needs_person = CASE WHEN ${person}::boolean THEN ${failure} ELSE needs_person END
    WHERE channel = ${channel}`)
}

/** Says that a person must act on the channel, or (null) that nobody need any more. */
export async function setNeedsPerson(db: Db | Tx, channel: ChannelName, failure: string | null): Promise<void> {
  await db.execute(sql`
    UPDATE identity.channels SET needs_person = ${failure}
    WHERE channel = ${channel} AND needs_person IS DISTINCT FROM ${failure}`)
}

/** A message went out: whatever held the channel or needed a person is over; the quota is what the provider said last. */
export async function noteSent(
  db: Db | Tx,
  channel: ChannelName,
  { quota, now }: { quota: Quota | undefined; now: Date },
): Promise<void> {
  await db.execute(sql`
    UPDATE identity.channels SET held_for = NULL, held_until = NULL, needs_person = NULL
    WHERE channel = ${channel} AND (held_for IS NOT NULL OR needs_person IS NOT NULL) AND (held_until IS NULL OR held_until <= ${timestamp(now)})`)
  if (!quota) return
  await db.execute(sql`
    UPDATE identity.channels SET quota_daily = ${quota.daily}, quota_remaining = ${quota.remaining}, quota_at = ${timestamp(now)}
    WHERE channel = ${channel}`)
}

/** Pauses a channel whose last messages failed too often since it last resumed. Returns the commonest failure when it did. */
export async function pauseIfFailing(db: Db | Tx, channel: ChannelName, now: Date): Promise<string | undefined> {
  const rows = await db.execute<{ reason: string }>(sql`
    UPDATE identity.channels c SET paused_at = ${timestamp(now)}, paused_by = NULL, pause_reason = recent.reason
    FROM (
      SELECT count(*) FILTER (WHERE failed) AS failures, mode() WITHIN GROUP (ORDER BY failure) FILTER (WHERE failed) AS reason
      FROM (
        SELECT d.failure, d.state IN ('failed', 'unknown') AS failed
        FROM identity.deliveries d, identity.channels own
        WHERE own.channel = ${channel} AND d.channel = ${channel} AND d.finished_at > coalesce(own.resumed_at, '-infinity')
          AND d.state IN ('sent', 'delivered', 'failed', 'unknown')
          AND (d.failure IS NULL OR d.failure NOT IN (${sql.join(
            NOT_THE_CHANNEL.map((word) => sql`${word}`),
            sql`, `,
          )}))
        ORDER BY d.finished_at DESC LIMIT ${WINDOW}
      ) last
    ) recent
    WHERE c.channel = ${channel} AND c.paused_at IS NULL AND recent.failures >= c.failure_limit
    RETURNING c.pause_reason AS reason`)
  return rows[0]?.reason
}
