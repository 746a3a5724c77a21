/** SQL of the funnel: messages by wave and channel, people reached, failures by cause. Days of answering stay inside. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Db, Tx } from '../../db/client.ts'
import { iso } from './campaign-queries.ts'
import { peopleInNeed } from './need-queries.ts'
import type { FunnelStep, FunnelView, FunnelWave } from './schemas.ts'

/** Everybody with something to answer; who has answered must have started, even where no day of that was kept. */
const peopleOf = (campaignId: string) => sql`
  people AS MATERIALIZED (
    SELECT i.respondent_id AS id, bool_and(i.answered_on IS NOT NULL) AS answered,
      bool_or(i.started_on IS NOT NULL OR i.answered_on IS NOT NULL) AS started
    FROM identity.invitations i WHERE i.campaign_id = ${campaignId} GROUP BY i.respondent_id
  )`

export type StepRow = FunnelStep & { wave: number }

/** One row per wave and channel that has messages. */
export async function listFunnelSteps(db: Db | Tx, campaignId: string): Promise<StepRow[]> {
  return db.execute<StepRow>(sql`
    WITH ${peopleOf(campaignId)}
    SELECT w.number AS wave, d.channel, count(*)::integer AS planned,
      count(*) FILTER (WHERE d.state = 'queued')::integer AS queued,
      count(*) FILTER (WHERE d.state = 'sending')::integer AS sending,
      count(*) FILTER (WHERE d.state IN ('sent', 'delivered'))::integer AS sent,
      count(*) FILTER (WHERE d.state = 'delivered')::integer AS delivered,
      count(*) FILTER (WHERE d.state = 'failed')::integer AS failed,
      count(*) FILTER (WHERE d.state = 'unknown')::integer AS unknown,
      count(*) FILTER (WHERE d.state = 'withdrawn')::integer AS withdrawn,
      count(*) FILTER (WHERE d.state IN ('sent', 'delivered') AND p.started)::integer AS started,
      count(*) FILTER (WHERE d.state IN ('sent', 'delivered') AND p.answered)::integer AS answered
    FROM identity.deliveries d
    JOIN identity.waves w ON w.id = d.wave_id
    LEFT JOIN people p ON p.id = d.respondent_id
    WHERE d.campaign_id = ${campaignId}
    GROUP BY w.number, d.channel`)
}

export type WaveRow = Omit<FunnelWave, 'channels'> & { channels: ChannelName[] }

/** In the order of their numbers; `channels` in the order of trial. */
export async function listFunnelWaves(db: Db | Tx, campaignId: string): Promise<WaveRow[]> {
  return db.execute<WaveRow>(sql`
    SELECT w.number AS wave, w.kind, w.state, w.channels, ${iso(sql`w.starts_at`)} AS "startsAt"
    FROM identity.waves w WHERE w.campaign_id = ${campaignId} ORDER BY w.number`)
}

export type Reach = Pick<FunnelView, 'reached' | 'byHand'>

export async function findReach(db: Db | Tx, campaignId: string): Promise<Reach> {
  const rows = await db.execute<Reach>(sql`
    WITH ${peopleOf(campaignId)}, messages AS (
      SELECT respondent_id, bool_or(state IN ('sent', 'delivered')) AS sent, bool_or(state = 'failed') AS failed,
        bool_or(state NOT IN ('failed', 'withdrawn')) AS live
      FROM identity.deliveries WHERE campaign_id = ${campaignId} GROUP BY respondent_id
    ), judged AS (
      SELECT p.started, p.answered, h.respondent_id IS NOT NULL AS handed, coalesce(m.sent, false) AS sent,
        NOT p.answered AND r.opted_out_at IS NULL AND NOT coalesce(m.live, false) AND (coalesce(m.failed, false)
          OR NOT (r.email IS NOT NULL AND r.email_failure IS NULL OR r.phone IS NOT NULL AND r.phone_failure IS NULL)) AS stuck
      FROM people p
      JOIN identity.respondents r ON r.id = p.id
      LEFT JOIN messages m ON m.respondent_id = p.id
      LEFT JOIN (SELECT DISTINCT respondent_id FROM identity.hand_deliveries WHERE campaign_id = ${campaignId}) h
        ON h.respondent_id = p.id
    )
    SELECT
      jsonb_build_object('invited', count(*), 'messaged', count(*) FILTER (WHERE sent OR handed),
        'started', count(*) FILTER (WHERE started), 'answered', count(*) FILTER (WHERE answered)) AS reached,
      jsonb_build_object('people', count(*) FILTER (WHERE stuck OR handed), 'handed', count(*) FILTER (WHERE handed),
        'started', count(*) FILTER (WHERE handed AND started), 'answered', count(*) FILTER (WHERE handed AND answered)) AS "byHand"
    FROM judged`)
  return rows[0]!
}

export type FailureRow = {
  channel: ChannelName
  state: 'failed' | 'unknown' | 'queued'
  cause: string
  people: number
  /** Of `people`: see need-queries.ts. */
  needing: number
  /** Of `people`: a message over another channel went out to them. */
  fallback: number
  /** Of `people`: they have an address that nothing is known against, so sending again may arrive. */
  addressed: number
}

/** Why messages failed, are unknown or wait although they were tried. Most people in need first. */
export async function listFailureGroups(db: Db | Tx, campaignId: string): Promise<FailureRow[]> {
  return db.execute<FailureRow>(sql`
    WITH failing AS (
      SELECT d.respondent_id, d.channel, d.state, coalesce(d.failure, '') AS cause FROM identity.deliveries d
      WHERE d.campaign_id = ${campaignId} AND (d.state IN ('failed', 'unknown') OR (d.state = 'queued' AND d.failure IS NOT NULL))
      GROUP BY d.respondent_id, d.channel, d.state, cause
    ), went AS (
      SELECT respondent_id, bool_or(channel = 'email') AS by_email, bool_or(channel = 'zalo') AS by_zalo
      FROM identity.deliveries WHERE campaign_id = ${campaignId} AND state IN ('sent', 'delivered') GROUP BY respondent_id
    ), needing AS (${peopleInNeed(campaignId)})
    SELECT f.channel, f.state, f.cause, count(*)::integer AS people, count(n.id)::integer AS needing,
      count(*) FILTER (WHERE CASE f.channel WHEN 'email' THEN w.by_zalo ELSE w.by_email END)::integer AS fallback,
      count(*) FILTER (WHERE CASE f.channel
        WHEN 'email' THEN r.email IS NOT NULL AND r.email_failure IS NULL
        ELSE r.phone IS NOT NULL AND r.phone_failure IS NULL END)::integer AS addressed
    FROM failing f
    JOIN identity.respondents r ON r.id = f.respondent_id
    LEFT JOIN went w ON w.respondent_id = f.respondent_id
    LEFT JOIN needing n ON n.id = f.respondent_id
    GROUP BY f.channel, f.state, f.cause
    ORDER BY needing DESC, people DESC, f.channel, f.state, f.cause`)
}

/** The day in Viet Nam on which messages, or people with theirs, were last purged; null: never. */
export async function findPurgeDay(db: Db | Tx, campaignId: string): Promise<string | null> {
  const rows = await db.execute<{ day: string | null }>(sql`
    SELECT max((created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text AS day FROM identity.purges
    WHERE campaign_id = ${campaignId} AND rule IN ('messages', 'people')`)
  return rows[0]?.day ?? null
}

/** What was last done in the campaign by a person, looking apart; "" for nothing yet. Another answer than before: something was done. */
export async function findLastAct(db: Db | Tx, code: string): Promise<string> {
  const rows = await db.execute<{ last: string | null }>(sql`
    SELECT max(id)::text AS last FROM staff.audit WHERE campaign = ${code} AND action <> 'people.look'`)
  return rows[0]?.last ?? ''
}
