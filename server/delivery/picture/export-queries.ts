/** SQL of the export: everybody of a campaign by given name, and what was sent to some of them. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Db } from '../../db/client.ts'
import type { DeliveryState } from '../queries.ts'
import type { WaveKind } from '../wave-queries.ts'
import { byGivenName, iso } from './campaign-queries.ts'
import type { Handover } from './history-queries.ts'

export async function listPersonIds(db: Db, campaignId: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    SELECT r.id FROM identity.respondents r WHERE r.campaign_id = ${campaignId} ORDER BY ${byGivenName(sql`r`)}`)
  return rows.map(({ id }) => id)
}

type ExportPerson = {
  name: string
  code: string | null
  /** Codes. */
  units: string[]
  email: string | null
  phone: string | null
  emailFailure: string | null
  phoneFailure: string | null
}
type ExportMessage = {
  channel: ChannelName
  wave: number
  kind: WaveKind
  state: DeliveryState
  cause: string | null
  attempts: number
  dueAt: string | null
  sentAt: string | null
  deliveredAt: string | null
  by: string | null
}
type NoMessage = { channel: null }
type ByHand = { channel: 'hand'; how: Handover['how']; sentAt: string; by: string }

/** One row per message or handing over; somebody without any has one row all the same. */
export type ExportRow = ExportPerson & (ExportMessage | ByHand | NoMessage)

/** In the order of `ids`, each person's by wave and channel, what was handed over last. */
export async function listExportRows(db: Db, campaignId: string, ids: string[]): Promise<ExportRow[]> {
  const people = sql`${sql.param(ids)}::text[]`
  return db.execute<ExportRow>(sql`
    WITH sent AS (
      SELECT d.respondent_id, d.channel, w.number AS wave, w.kind, d.state, d.failure, NULL AS how, d.attempts,
        CASE WHEN d.state = 'queued' THEN d.due_at END AS due_at, d.sent_at, d.delivered_at, d.settled_by AS by
      FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id WHERE d.respondent_id = ANY(${people})
      UNION ALL
      SELECT h.respondent_id, 'hand', NULL, NULL, NULL, NULL, h.how, NULL, NULL, h.at, NULL, h.by
      FROM identity.hand_deliveries h WHERE h.respondent_id = ANY(${people})
    )
    SELECT r.full_name AS name, r.external_code AS code, r.email, r.phone, r.email_failure AS "emailFailure", r.phone_failure AS "phoneFailure",
      ARRAY(SELECT i.unit FROM identity.invitations i WHERE i.respondent_id = r.id ORDER BY i.unit) AS units,
      s.channel, s.wave, s.kind, s.state, s.failure AS cause, s.how, s.attempts, s.by,
      ${iso(sql`s.due_at`)} AS "dueAt", ${iso(sql`s.sent_at`)} AS "sentAt", ${iso(sql`s.delivered_at`)} AS "deliveredAt"
    FROM unnest(${people}) WITH ORDINALITY AS page (id, place)
    JOIN identity.respondents r ON r.id = page.id AND r.campaign_id = ${campaignId}
    LEFT JOIN sent s ON s.respondent_id = r.id
    ORDER BY page.place, s.wave NULLS LAST, s.channel, s.sent_at`)
}
