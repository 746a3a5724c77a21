/** SQL of the search for people: which fit, in the order of given names, and what is known of each of a page. */
import { type SQL, sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Db } from '../../db/client.ts'
import type { DeliveryState } from '../queries.ts'
import { answeredWord, byGivenName, iso, isSought, lastMoment } from './campaign-queries.ts'
import { peopleInNeed } from './need-queries.ts'
import type { PeopleQuery, PersonView } from './schemas.ts'
import type { SearchPatterns } from './search-pattern.ts'

export type PeopleFilter = Omit<PeopleQuery, 'search' | 'page'>

/** How many fit, and the ids of one page of them. */
export async function findPeoplePage(
  db: Db,
  campaignId: string,
  {
    patterns,
    filter,
    limit,
    offset,
  }: { patterns: SearchPatterns | null; filter: PeopleFilter; limit: number; offset: number },
): Promise<{ total: number; ids: string[] }> {
  const rows = await db.execute<{ total: number; ids: string[] }>(sql`
    WITH matched AS MATERIALIZED (
      SELECT r.id, r.full_name FROM identity.respondents r
      WHERE r.campaign_id = ${campaignId} ${patterns ? sql`AND ${isSought(patterns)}` : sql``} ${unitFilter(filter)} ${messageFilter(filter)}
        ${filter.reached === 'none' ? sql`AND r.id IN (${peopleInNeed(campaignId)})` : sql``}
    )
    SELECT (SELECT count(*)::integer FROM matched) AS total,
      ARRAY(SELECT m.id FROM matched m ORDER BY ${byGivenName(sql`m`)} LIMIT ${limit} OFFSET ${offset}) AS ids`)
  return rows[0]!
}

const unitFilter = ({ unit }: PeopleFilter): SQL =>
  unit === undefined
    ? sql``
    : sql`AND EXISTS (SELECT FROM identity.invitations i WHERE i.respondent_id = r.id AND i.unit = ${unit})`

function messageFilter({ channel, state, cause, wave }: PeopleFilter): SQL {
  const conditions = [
    ...(channel ? [sql`d.channel = ${channel}`] : []),
    ...(state ? [sql`d.state = ${state}`] : []),
    ...(cause ? [sql`d.failure = ${cause}`] : []),
    ...(wave ? [sql`w.number = ${wave}`] : []),
  ]
  if (conditions.length === 0) return sql``
  return sql`AND EXISTS (SELECT FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id
    WHERE d.respondent_id = r.id AND ${sql.join(conditions, sql` AND `)})`
}

export type PersonRow = {
  id: string
  name: string
  code: string | null
  position: string | null
  email: string | null
  /** "84" and nine digits. */
  phone: string | null
  emailFailure: string | null
  phoneFailure: string | null
  /** Codes. */
  units: string[]
  answered: PersonView['answered']
  started: boolean
  optedOut: boolean
  last: { channel: ChannelName; wave: number; state: DeliveryState; cause: string | null; at: string | null } | null
  handed: PersonView['handed']
}

/** People of a campaign by their ids, in that order; an id of another campaign finds nobody. */
export async function listPeople(db: Db, campaignId: string, ids: string[]): Promise<PersonRow[]> {
  return db.execute<PersonRow>(sql`
    SELECT r.id, r.full_name AS name, r.external_code AS code, r."position", r.email, r.phone,
      r.email_failure AS "emailFailure", r.phone_failure AS "phoneFailure", r.opted_out_at IS NOT NULL AS "optedOut",
      ARRAY(SELECT i.unit FROM identity.invitations i WHERE i.respondent_id = r.id ORDER BY i.unit) AS units,
      coalesce(${answeredWord}, 'none') AS answered,
      EXISTS (SELECT FROM identity.invitations i WHERE i.respondent_id = r.id
        AND (i.started_on IS NOT NULL OR i.answered_on IS NOT NULL)) AS started,
      (SELECT jsonb_build_object('channel', d.channel, 'wave', w.number, 'state', d.state, 'cause', d.failure,
          'at', ${iso(lastMoment)})
        FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id WHERE d.respondent_id = r.id
        ORDER BY ${lastMoment} DESC NULLS LAST, w.number DESC, d.channel LIMIT 1) AS last,
      (SELECT jsonb_build_object('how', h.how, 'by', h.by, 'at', ${iso(sql`h.at`)})
        FROM identity.hand_deliveries h WHERE h.respondent_id = r.id ORDER BY h.at DESC, h.id LIMIT 1) AS handed
    FROM unnest(${sql.param(ids)}::text[]) WITH ORDINALITY AS page (id, place)
    JOIN identity.respondents r ON r.id = page.id AND r.campaign_id = ${campaignId}
    ORDER BY page.place`)
}
