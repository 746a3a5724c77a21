/** SQL of one person's history: their messages' changes of state, links handed over, links and addresses changed. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Db } from '../../db/client.ts'
import type { DeliveryState } from '../queries.ts'
import { iso } from './campaign-queries.ts'
import type { PersonView } from './schemas.ts'

export type MessageEvent = {
  at: string
  channel: ChannelName
  wave: number
  state: DeliveryState
  cause: string | null
  by: string | null
  /** The message's beginning, not a change of it. */
  first: boolean
}

/** After every event of the same moment. */
const LAST = '9223372036854775807'

/**
 * Oldest first. A message begins when its wave was frozen, or, where it replaces one that failed, with that failure, or
 * when an officer added it. A
 * message without any noted change (sent before changes were noted) tells its present state. That somebody answered is
 * noted nowhere with a time, and not told here.
 */
export async function listMessageEvents(db: Db, respondentId: string): Promise<MessageEvent[]> {
  return db.execute<MessageEvent>(sql`
    WITH own AS (
      SELECT d.id, d.wave_id, d.channel, d.state, d.failure, w.number AS wave, coalesce(w.frozen_at, w.created_at) AS frozen_at,
        w.channel_order, c.code, greatest(d.delivered_at, d.finished_at, d.sent_at, d.claimed_at) AS last_at
      FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id JOIN campaign.campaigns c ON c.id = d.campaign_id
      WHERE d.respondent_id = ${respondentId}
    ), noted AS (
      SELECT o.*, e.id AS event, e.at, e.state AS became, e.failure AS cause, e.actor
      FROM own o JOIN identity.delivery_events e ON e.delivery_id = o.id
    ), replaced AS (
      SELECT DISTINCT ON (o.id) o.id, n.at, n.event FROM own o
      JOIN noted n ON n.wave_id = o.wave_id AND n.channel <> o.channel AND n.became = 'failed'
      WHERE o.channel_order = 'in-order'
        AND n.at < coalesce((SELECT min(mine.at) FROM noted mine WHERE mine.id = o.id), 'infinity')
      ORDER BY o.id, n.event DESC
    ), added AS (
      SELECT o.id, a.at, a.actor FROM own o
      JOIN staff.audit a ON a.campaign = o.code AND a.action = 'people.resend' AND a.details ->> 'delivery' = o.id
        AND (a.details ->> 'added')::boolean
    ), told AS (
      SELECT o.channel, o.wave, 'queued' AS state, NULL AS cause, a.actor AS by, true AS first,
        coalesce(r.event, 0) AS event, coalesce(a.at, r.at, o.frozen_at) AS at
      FROM own o LEFT JOIN replaced r ON r.id = o.id LEFT JOIN added a ON a.id = o.id
      UNION ALL
      SELECT n.channel, n.wave, n.became, n.cause, n.actor, false, n.event, n.at FROM noted n
      UNION ALL
      SELECT o.channel, o.wave, o.state, o.failure, NULL, false, ${LAST}::bigint, o.last_at FROM own o
      WHERE o.state <> 'queued' AND o.last_at IS NOT NULL AND o.failure IS DISTINCT FROM 'answered'
        AND NOT EXISTS (SELECT FROM noted n WHERE n.id = o.id)
    )
    SELECT ${iso(sql`t.at`)} AS at, t.channel, t.wave, t.state, t.cause, t.by, t.first FROM told t
    ORDER BY t.at, t.event, t.first, t.channel`)
}

export type Handover = NonNullable<PersonView['handed']>

/** Oldest first. */
export async function listHandovers(db: Db, respondentId: string): Promise<Handover[]> {
  return db.execute<Handover>(sql`
    SELECT h.how, h.by, ${iso(sql`h.at`)} AS at FROM identity.hand_deliveries h
    WHERE h.respondent_id = ${respondentId} ORDER BY h.at, h.id`)
}

export type LinkChange = { at: string; action: 'link.reissue' | 'people.contact'; by: string }

/** Links re-issued and addresses corrected, as the audit log has them. Oldest first. */
export async function listLinkChanges(db: Db, code: string, respondentId: string): Promise<LinkChange[]> {
  return db.execute<LinkChange>(sql`
    SELECT ${iso(sql`a.at`)} AS at, a.action, a.actor AS by FROM staff.audit a
    WHERE a.campaign = ${code} AND a.action IN ('link.reissue', 'people.contact') AND a.details ->> 'person' = ${respondentId}
    ORDER BY a.id`)
}
