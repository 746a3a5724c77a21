/** SQL of plans: a campaign's planned waves and settings, which waves are due, and what the channels have before them. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Db, Tx } from '../../db/client.ts'
import { waves } from '../../db/delivery-schema.ts'
import { campaigns } from '../../db/schema.ts'
import { takesAnswers } from '../queries.ts'
import type { Wave } from '../wave-queries.ts'

const timestamp = (instant: Date) => sql`${instant.toISOString()}::timestamptz`

const SETTINGS = {
  id: campaigns.id,
  code: campaigns.code,
  status: campaigns.status,
  closesAt: campaigns.closesAt,
  sendingHours: campaigns.sendingHours,
  daysOff: campaigns.daysOff,
  maxMessages: campaigns.maxMessages,
}
export type PlanCampaign = Pick<typeof campaigns.$inferSelect, keyof typeof SETTINGS>

export async function findPlanCampaign(db: Db | Tx, code: string): Promise<PlanCampaign | undefined> {
  return (await db.select(SETTINGS).from(campaigns).where(eq(campaigns.code, code)))[0]
}

/** Locked against everything: hours and limits are about to change. Arriving responses wait for it, so be quick. */
export async function lockPlanCampaign(tx: Tx, code: string): Promise<PlanCampaign | undefined> {
  return (await tx.select(SETTINGS).from(campaigns).where(eq(campaigns.code, code)).for('update'))[0]
}

export async function updatePlanSettings(
  tx: Tx,
  campaignId: string,
  settings: Pick<PlanCampaign, 'sendingHours' | 'daysOff' | 'maxMessages'>,
): Promise<void> {
  await tx.update(campaigns).set(settings).where(eq(campaigns.id, campaignId))
}

/**
 * Messages that were put off to another window come back, because the hours may have changed; the dispatcher puts them off
 * again where they have not. Those that wait for another reason (a failed try) keep their moment.
 */
export async function recallDeferred(tx: Tx, campaignId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.deliveries d SET due_at = greatest(w.starts_at, ${timestamp(now)})
    FROM identity.waves w
    WHERE d.campaign_id = ${campaignId} AND d.state = 'queued' AND d.failure IS NULL AND d.due_at > ${timestamp(now)}
      AND w.id = d.wave_id AND w.state IN ('running', 'paused')`)
}

/** By number. */
export function listPlanWaves(db: Db | Tx, campaignId: string): Promise<Wave[]> {
  return db.select().from(waves).where(eq(waves.campaignId, campaignId)).orderBy(asc(waves.number))
}

export async function insertPlannedWaves(tx: Tx, added: Wave[]): Promise<void> {
  if (added.length > 0) await tx.insert(waves).values(added)
}

export async function updatePlannedWave(
  tx: Tx,
  { id, kind, channels, channelOrder, audience, startsAt, state }: Wave,
): Promise<void> {
  await tx.update(waves).set({ kind, channels, channelOrder, audience, startsAt, state }).where(eq(waves.id, id))
}

/** Only waves that never had an audience. */
export async function deletePlannedWaves(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.delete(waves).where(and(inArray(waves.id, ids), sql`${waves.frozenAt} IS NULL`))
}

/** A wave that begins at this moment instead of another: its messages too, where they are rows already and would go out later. */
export async function beginWaveNow(tx: Tx, waveId: string, now: Date): Promise<void> {
  await tx.update(waves).set({ startsAt: now }).where(eq(waves.id, waveId))
  await tx.execute(sql`
    UPDATE identity.deliveries SET due_at = ${timestamp(now)}
    WHERE wave_id = ${waveId} AND state = 'queued' AND due_at > ${timestamp(now)}`)
}

/** Planned waves whose moment has come, earliest first, and those of ended campaigns, which will never begin. */
export async function listDueWaves(db: Db, now: Date): Promise<{ code: string; number: number }[]> {
  return db.execute<{ code: string; number: number }>(sql`
    SELECT c.code, w.number FROM identity.waves w JOIN campaign.campaigns c ON c.id = w.campaign_id
    WHERE (w.state = 'planned' AND w.starts_at <= ${timestamp(now)})
      OR (w.state IN ('planned', 'overdue') AND c.status IN ('closed', 'final'))
    ORDER BY w.starts_at, w.number`)
}

export type WaveCount = { waveId: string; channel: ChannelName; deliveries: number; waiting: number; queued: number }

/** Of every wave and channel with messages. */
export async function listWaveCounts(db: Db | Tx, campaignId: string): Promise<WaveCount[]> {
  return db.execute<WaveCount>(sql`
    SELECT wave_id AS "waveId", channel, sum(count)::integer AS deliveries,
      coalesce(sum(count) FILTER (WHERE state IN ('queued', 'sending')), 0)::integer AS waiting,
      coalesce(sum(count) FILTER (WHERE state = 'queued'), 0)::integer AS queued
    FROM (
      SELECT channel, state, wave_id, count(*) FROM identity.deliveries WHERE campaign_id = ${campaignId}
      GROUP BY channel, state, wave_id
    ) d
    GROUP BY wave_id, channel`)
}

/** Messages that stand before a new wave in a channel's queue: those of running waves, of one campaign left out when named. */
export async function countAhead(
  db: Db | Tx,
  exceptCampaignId: string | null,
  now: Date,
): Promise<Record<ChannelName, number>> {
  const rows = await db.execute<{ channel: ChannelName; count: number }>(sql`
    SELECT d.channel, count(*)::integer AS count FROM identity.deliveries d
    JOIN identity.waves w ON w.id = d.wave_id AND w.state = 'running'
    JOIN campaign.campaigns c ON c.id = d.campaign_id AND ${takesAnswers(now)}
    WHERE d.state = 'queued' AND d.campaign_id IS DISTINCT FROM ${exceptCampaignId} GROUP BY d.channel`)
  const of = (channel: ChannelName) => rows.find((row) => row.channel === channel)?.count ?? 0
  return { email: of('email'), zalo: of('zalo') }
}
