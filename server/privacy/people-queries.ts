/** SQL of one person's data: the card, everything that is held about them, corrections, withdrawal. */
import { type SQL, sql } from 'drizzle-orm'
import type { ChannelName } from '../channels/channel.ts'
import type { Db, Tx } from '../db/client.ts'
import type { DeliveryState } from '../delivery/queries.ts'
import type { PersonCard } from './schemas.ts'

/** Cards of people of a campaign, in the order of `ids`; an id of another campaign finds nobody. */
export async function listCards(db: Db | Tx, campaignId: string, ids: string[]): Promise<PersonCard[]> {
  return db.execute<PersonCard>(sql`
    WITH names AS (
      SELECT unit ->> 'code' AS code, unit ->> 'name' AS name
      FROM campaign.campaigns c, jsonb_path_query(c.definition, '$.blocks[*].units[*]') AS unit WHERE c.id = ${campaignId})
    SELECT r.id, r.full_name AS name, r.external_code AS code, r."position", r.email, r.phone,
      r.opted_out_at IS NOT NULL AS "optedOut",
      coalesce((SELECT jsonb_agg(coalesce(n.name, i.unit) ORDER BY i.unit)
        FROM identity.invitations i LEFT JOIN names n ON n.code = i.unit WHERE i.respondent_id = r.id), '[]') AS units
    FROM unnest(${sql.param(ids)}::text[]) WITH ORDINALITY AS wanted (id, place)
    JOIN identity.respondents r ON r.id = wanted.id AND r.campaign_id = ${campaignId}
    ORDER BY wanted.place`)
}

/** Holds the person's row until the transaction ends; false when the campaign has nobody of this id. */
export async function lockPerson(tx: Tx, campaignId: string, id: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM identity.respondents WHERE id = ${id} AND campaign_id = ${campaignId} FOR UPDATE`)
  return rows.length > 0
}

/** A field that is undefined stays. */
export async function updatePerson(
  tx: Tx,
  id: string,
  { name, position }: { name?: string | undefined; position?: string | null | undefined },
): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.respondents SET full_name = coalesce(${name ?? null}, full_name),
      "position" = CASE WHEN ${position !== undefined}::boolean THEN ${position ?? null} ELSE "position" END
    WHERE id = ${id}`)
}

/** No message goes out any more, and there is nowhere to send one. The name stays, so that a new list does not bring the person back unseen. */
export async function withdrawRow(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.respondents SET opted_out_at = coalesce(opted_out_at, ${now.toISOString()}::timestamptz),
      email = NULL, phone = NULL, email_failure = NULL, phone_failure = NULL
    WHERE id = ${id}`)
}

/** What erasing would take away. */
export async function countErasable(db: Db, id: string): Promise<{ messages: number; open: number; answered: number }> {
  const rows = await db.execute<{ messages: number; open: number; answered: number }>(sql`
    SELECT (SELECT count(*)::int FROM identity.deliveries WHERE respondent_id = ${id}) AS messages,
      (SELECT count(*)::int FROM identity.invitations WHERE respondent_id = ${id} AND answered_on IS NULL) AS open,
      (SELECT count(*)::int FROM identity.invitations WHERE respondent_id = ${id} AND answered_on IS NOT NULL) AS answered`)
  return rows[0]!
}

export type HeldInvitation = {
  unit: string
  group: string
  consent: string | null
  startedOn: string | null
  answeredOn: string | null
}
export type HeldMessage = { channel: ChannelName; wave: number; state: DeliveryState; at: string | null }
export type HeldMark = { how: string; by: string; at: string }
export type HeldRequest = { kind: string; receivedOn: string; state: string; note: string; outcome: string }
export type Held = {
  emailFailure: string | null
  phoneFailure: string | null
  optedOutOn: string | null
  invitations: HeldInvitation[]
  messages: HeldMessage[]
  marks: HeldMark[]
  requests: HeldRequest[]
}

const vietnamDay = (moment: SQL): SQL => sql`(${moment} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text`

/** Everything about a person that the card does not show. Moments of messages as days, and none that tells when they answered. */
export async function findHeld(db: Db, id: string): Promise<Held | undefined> {
  const rows = await db.execute<Held>(sql`
    SELECT r.email_failure AS "emailFailure", r.phone_failure AS "phoneFailure", ${vietnamDay(sql`r.opted_out_at`)} AS "optedOutOn",
      coalesce((SELECT jsonb_agg(jsonb_build_object('unit', i.unit, 'group', i.group_code, 'consent', i.consent_version,
        'startedOn', i.started_on, 'answeredOn', i.answered_on) ORDER BY i.unit)
        FROM identity.invitations i WHERE i.respondent_id = r.id), '[]') AS invitations,
      coalesce((SELECT jsonb_agg(jsonb_build_object('channel', d.channel, 'wave', w.number, 'state', d.state, 'at',
          CASE WHEN d.failure IS DISTINCT FROM 'answered' THEN ${vietnamDay(sql`coalesce(d.sent_at, d.finished_at)`)} END)
          ORDER BY w.number, d.channel)
        FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id WHERE d.respondent_id = r.id), '[]') AS messages,
      coalesce((SELECT jsonb_agg(jsonb_build_object('how', h.how, 'by', h.by, 'at', ${vietnamDay(sql`h.at`)}) ORDER BY h.at)
        FROM identity.hand_deliveries h WHERE h.respondent_id = r.id), '[]') AS marks,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', q.kind, 'receivedOn', q.received_on, 'state', q.state,
          'note', q.note, 'outcome', q.outcome) ORDER BY q.received_on)
        FROM identity.requests q WHERE q.respondent_id = r.id), '[]') AS requests
    FROM identity.respondents r WHERE r.id = ${id}`)
  return rows[0]
}
