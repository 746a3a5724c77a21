/** SQL of handing over: who still has something to answer, how they were reached so far, and one person by id. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import type { HandReason, How, Scope } from './schemas.ts'

export type HandCampaign = {
  id: string
  code: string
  title: string
  status: 'draft' | 'open' | 'paused' | 'closed' | 'final'
  closesAt: Date | null
  organizer: { name: string; phone: string; email: string }
  /** In the definition's order. */
  units: { code: string; name: string }[]
}

/** `lock` keeps a close waiting until this transaction ends. */
export async function findHandCampaign(
  db: Db | Tx,
  code: string,
  { lock = false } = {},
): Promise<HandCampaign | undefined> {
  const rows = await db.execute<Omit<HandCampaign, 'closesAt'> & { closesAt: string | null }>(sql`
    SELECT c.id, c.code, c.title, c.status, c.closes_at AS "closesAt", c.definition -> 'organizer' AS organizer,
      (SELECT jsonb_agg(jsonb_build_object('code', unit ->> 'code', 'name', unit ->> 'name') ORDER BY place)
       FROM jsonb_path_query(c.definition, '$.blocks[*].units[*]') WITH ORDINALITY AS listed (unit, place)) AS units
    FROM campaign.campaigns c WHERE c.code = ${code} ${lock ? sql`FOR SHARE` : sql``}`)
  return rows.map((row) => ({ ...row, closesAt: row.closesAt ? new Date(row.closesAt) : null }))[0]
}

export type HandPerson = {
  id: string
  name: string
  phone: string | null
  linkIssue: number
  /** Codes of the units still to be rated. */
  units: string[]
  reason: HandReason
  how: How | null
  by: string | null
  at: string | null
}

type Choice = { campaign: HandCampaign; scope: Scope; unit: string | undefined }

/**
 * The people of a scope with the reason for each. A message counts as having reached somebody when it was delivered, or
 * was sent to an address that has not failed since; what was taken to be sent before the link was replaced (the audit log
 * knows when) holds a dead link and counts for nothing. Person by person, by index: joined as aggregates the planner took
 * seconds for two thousand people whose tables had not been analysed yet.
 */
const chosen = ({ campaign, scope, unit }: Choice): SQL => sql`
  WITH person AS MATERIALIZED (
    SELECT r.id, r.full_name AS name, r.email, r.phone, r.email_failure, r.phone_failure, r.link_issue,
      jsonb_agg(i.unit) AS units
    FROM identity.respondents r JOIN identity.invitations i ON i.respondent_id = r.id AND i.answered_on IS NULL
    WHERE r.campaign_id = ${campaign.id} AND r.opted_out_at IS NULL
    GROUP BY r.id
    HAVING ${unit ?? null}::text IS NULL OR bool_or(i.unit = ${unit ?? null}::text)
  ), reissued AS MATERIALIZED (
    SELECT details ->> 'person' AS id, max(at) AS at FROM staff.audit
    WHERE campaign = ${campaign.code} AND action = 'link.reissue' GROUP BY 1
  ), judged AS (
    SELECT p.id, p.name, p.phone, p.link_issue AS "linkIssue", p.units, mark.how, mark.by, mark.at,
      CASE
        WHEN sent.reached THEN 'reached'
        WHEN sent.waiting THEN 'waiting'
        WHEN sent.unknown THEN 'unknown'
        WHEN x.at IS NOT NULL THEN 'link-replaced'
        WHEN p.email IS NULL AND p.phone IS NULL THEN 'no-address'
        WHEN (p.email IS NULL OR p.email_failure IS NOT NULL) AND (p.phone IS NULL OR p.phone_failure IS NOT NULL)
          THEN 'address-failed'
        WHEN sent.failed THEN 'failed'
        ELSE 'not-sent'
      END AS reason
    FROM person p LEFT JOIN reissued x ON x.id = p.id
    CROSS JOIN LATERAL (
      SELECT bool_or(d.state IN ('queued', 'sending')) AS waiting, bool_or(d.state = 'failed') AS failed,
        bool_or(of.valid AND d.state = 'unknown') AS unknown,
        bool_or(of.valid AND (d.state = 'delivered' OR (d.state = 'sent' AND of.failure IS NULL))) AS reached
      FROM identity.deliveries d CROSS JOIN LATERAL (
        SELECT CASE d.channel WHEN 'email' THEN p.email_failure ELSE p.phone_failure END AS failure,
          x.at IS NULL OR coalesce(d.claimed_at, d.sent_at, d.delivered_at) >= x.at AS valid) of
      WHERE d.respondent_id = p.id
    ) sent
    LEFT JOIN LATERAL (
      SELECT h.how, h.by, h.at FROM identity.hand_deliveries h
      WHERE h.respondent_id = p.id AND (x.at IS NULL OR h.at >= x.at) ORDER BY h.at DESC, h.id LIMIT 1
    ) mark ON true
  ), chosen AS (
    SELECT * FROM judged
    WHERE ${scope} = 'unanswered' OR reason IN ('link-replaced', 'no-address', 'address-failed', 'failed', 'not-sent')
  )`

/** By given name, the last word, as Vietnamese lists are. */
const BY_NAME = sql`substring(name FROM '\\S+\\s*$') COLLATE "vi-x-icu", name COLLATE "vi-x-icu", id`

/** One page, and how many there are in all; `handed`: of these, marked as handed over. */
export async function listHandPeople(
  db: Db,
  choice: Choice,
  range: { limit: number; offset: number; skipHanded?: boolean },
): Promise<{ total: number; handed: number; people: HandPerson[] }> {
  const rows = await db.execute<{ total: number; handed: number; id: string | null } & Omit<HandPerson, 'id'>>(sql`
    ${chosen(choice)}, listed AS (SELECT * FROM chosen ${range.skipHanded ? sql`WHERE how IS NULL` : sql``})
    SELECT totals.*, page.*
    FROM (SELECT count(*)::integer AS total, count(how)::integer AS handed FROM listed) totals
    LEFT JOIN LATERAL (SELECT * FROM listed ORDER BY ${BY_NAME} LIMIT ${range.limit} OFFSET ${range.offset}) page ON true
    ORDER BY ${BY_NAME}`)
  const { total, handed } = rows[0]!
  const people = rows.flatMap(({ total: _, handed: __, id, ...person }) => (id === null ? [] : [{ id, ...person }]))
  return { total, handed, people }
}

export type LinkPerson = {
  id: string
  name: string
  phone: string | null
  linkIssue: number
  optedOut: boolean
  units: string[]
}

/** Anybody of the campaign, also who has nothing left to answer (`units` empty). */
export async function findLinkPerson(db: Db | Tx, campaignId: string, id: string): Promise<LinkPerson | undefined> {
  const rows = await db.execute<LinkPerson>(sql`
    SELECT r.id, r.full_name AS name, r.phone, r.link_issue AS "linkIssue", r.opted_out_at IS NOT NULL AS "optedOut",
      coalesce((SELECT jsonb_agg(i.unit) FROM identity.invitations i
                WHERE i.respondent_id = r.id AND i.answered_on IS NULL), '[]') AS units
    FROM identity.respondents r WHERE r.id = ${id} AND r.campaign_id = ${campaignId}`)
  return rows[0]
}
