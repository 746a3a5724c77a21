/** SQL of handing over: who still has something to answer, how they were reached so far, and one person by id. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { byGivenName } from '../picture/campaign-queries.ts'
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
type Range = {
  limit: number
  offset: number
  skipHanded?: boolean
  /** No page at all where there are more. */
  atMost?: number
}

/** Who has something to answer, in the chosen unit if there is one; and when their link was replaced (the audit log knows). */
const unanswered = ({ campaign, unit }: Choice): SQL => sql`
  SELECT r.id, r.full_name, r.email, r.phone, r.email_failure, r.phone_failure, r.link_issue, x.at AS reissued_at
  FROM identity.respondents r
  LEFT JOIN (
    SELECT details ->> 'person' AS id, max(at) AS at FROM staff.audit
    WHERE campaign = ${campaign.code} AND action = 'link.reissue' GROUP BY 1) x ON x.id = r.id
  WHERE r.campaign_id = ${campaign.id} AND r.opted_out_at IS NULL
    AND EXISTS (SELECT FROM identity.invitations i
      WHERE i.respondent_id = r.id AND i.answered_on IS NULL ${unit === undefined ? sql`` : sql`AND i.unit = ${unit}`})`

/** Message `d` holds the link that person `p` has now: one that was taken to be sent before the link was replaced counts for nothing. */
const holdsLink = sql`(p.reissued_at IS NULL OR coalesce(d.claimed_at, d.sent_at, d.delivered_at) >= p.reissued_at)`

/** Message `d` did not come back: it was delivered, or was sent to an address of `p` that has not failed since. */
const arrived = sql`(d.state = 'delivered' OR (d.state = 'sent'
  AND CASE d.channel WHEN 'email' THEN p.email_failure ELSE p.phone_failure END IS NULL))`

/** Message `d` leaves nothing to do for `p`, or nothing yet. What failed is named first: most people's messages did not. */
const keepsOff = sql`d.state NOT IN ('failed', 'withdrawn')
  AND (d.state IN ('queued', 'sending') OR (${holdsLink} AND (d.state = 'unknown' OR ${arrived})))`

const marksOf = sql`FROM identity.hand_deliveries h
  WHERE h.respondent_id = p.id AND (p.reissued_at IS NULL OR h.at >= p.reissued_at)`

/** By given name, the last word, as Vietnamese lists are. */
const BY_NAME = byGivenName(sql`p`)

/**
 * One page, and how many there are in all; `handed`: of these, marked as handed over. Only who is on the page is looked at
 * one by one; the rest is told apart in one pass over the campaign's messages, which no person's units and reasons slow down.
 */
export async function listHandPeople(
  db: Db,
  choice: Choice,
  { limit, offset, skipHanded, atMost }: Range,
): Promise<{ total: number; handed: number; people: HandPerson[] }> {
  const conditions = [
    ...(choice.scope === 'unanswered'
      ? []
      : [sql`NOT EXISTS (SELECT FROM identity.deliveries d WHERE d.respondent_id = p.id AND ${keepsOff})`]),
    ...(skipHanded ? [sql`NOT EXISTS (SELECT ${marksOf})`] : []),
  ]
  const rows = await db.execute<{ total: number; handed: number; id: string | null } & Omit<HandPerson, 'id'>>(sql`
    WITH person AS (${unanswered(choice)}), chosen AS MATERIALIZED (
      SELECT p.* FROM person p ${conditions.length > 0 ? sql`WHERE ${sql.join(conditions, sql` AND `)}` : sql``}
    ), totals AS (
      SELECT (SELECT count(*)::integer FROM chosen) AS total,
        (SELECT count(*)::integer FROM chosen p WHERE EXISTS (SELECT ${marksOf})) AS handed
    )
    SELECT totals.*, p.id, p.full_name AS name, p.phone, p.link_issue AS "linkIssue", answering.units, mark.how, mark.by, mark.at,
      CASE
        WHEN sent.reached THEN 'reached'
        WHEN sent.waiting THEN 'waiting'
        WHEN sent.unknown THEN 'unknown'
        WHEN p.reissued_at IS NOT NULL THEN 'link-replaced'
        WHEN p.email IS NULL AND p.phone IS NULL THEN 'no-address'
        WHEN (p.email IS NULL OR p.email_failure IS NOT NULL) AND (p.phone IS NULL OR p.phone_failure IS NOT NULL)
          THEN 'address-failed'
        WHEN sent.failed THEN 'failed'
        ELSE 'not-sent'
      END AS reason
    FROM totals
    LEFT JOIN LATERAL (
      SELECT p.* FROM chosen p ${atMost === undefined ? sql`` : sql`WHERE totals.total <= ${atMost}::integer`}
      ORDER BY ${BY_NAME} LIMIT ${limit} OFFSET ${offset}
    ) p ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(i.unit) AS units FROM identity.invitations i WHERE i.respondent_id = p.id AND i.answered_on IS NULL
    ) answering ON true
    LEFT JOIN LATERAL (
      SELECT bool_or(d.state IN ('queued', 'sending')) AS waiting, bool_or(d.state = 'failed') AS failed,
        bool_or(${holdsLink} AND d.state = 'unknown') AS unknown, bool_or(${holdsLink} AND ${arrived}) AS reached
      FROM identity.deliveries d WHERE d.respondent_id = p.id
    ) sent ON true
    LEFT JOIN LATERAL (SELECT h.how, h.by, h.at ${marksOf} ORDER BY h.at DESC, h.id LIMIT 1) mark ON true
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
