/** SQL of the list of people: which fit, in the order asked for, and what is known of each of a page. Nothing of answering. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { byGivenName, isSought } from '../delivery/picture/campaign-queries.ts'
import type { SearchPatterns } from '../delivery/picture/search-pattern.ts'
import type { PeopleQuery } from './schemas.ts'

type Choice = {
  campaignId: string
  patterns: SearchPatterns | null
  query: PeopleQuery
  /** Codes in the definition's order. */
  order: string[]
}

/** How many fit, and the ids of the people from `offset` on. */
export async function findPeoplePage(db: Db, choice: Choice): Promise<{ total: number; ids: string[] }> {
  const { sort } = choice.query
  if (isNarrowed(choice)) return findNarrowed(db, choice)
  const total = await countPeople(db, choice.campaignId)
  return {
    total,
    ids: sort === 'name' ? await listByName(db, choice) : (await listByRank(db, choice, null)).ids,
  }
}

const isNarrowed = ({ patterns, query: { unit, group } }: Choice): boolean =>
  patterns !== null || unit !== undefined || group !== undefined

async function countPeople(db: Db, campaignId: string): Promise<number> {
  const rows = await db.execute<{ total: number }>(
    sql`SELECT count(*)::integer AS total FROM identity.respondents WHERE campaign_id = ${campaignId}`,
  )
  return rows[0]!.total
}

/** Along index respondents_by_name. */
async function listByName(db: Db, { campaignId, query }: Choice): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    SELECT r.id FROM identity.respondents r WHERE r.campaign_id = ${campaignId}
    ORDER BY ${byGivenName(sql`r`)} LIMIT ${query.limit} OFFSET ${query.offset}`)
  return rows.map(({ id }) => id)
}

async function findNarrowed(db: Db, choice: Choice): Promise<{ total: number; ids: string[] }> {
  const { campaignId, patterns, query } = choice
  const fitting = sql`SELECT r.id, r.full_name FROM identity.respondents r
    WHERE r.campaign_id = ${campaignId} ${patterns ? sql`AND ${isSought(patterns)}` : sql``}
      ${query.unit === undefined && query.group === undefined ? sql`` : sql`AND r.id IN (${raters(choice)})`}`
  if (query.sort !== 'name') return listByRank(db, choice, fitting)
  const rows = await db.execute<{ total: number; ids: string[] }>(sql`
    WITH matched AS MATERIALIZED (${fitting})
    SELECT (SELECT count(*)::integer FROM matched) AS total,
      ARRAY(SELECT m.id FROM matched m ORDER BY ${byGivenName(sql`m`)} LIMIT ${query.limit} OFFSET ${query.offset}) AS ids`)
  return rows[0]!
}

const raters = ({ campaignId, query: { unit, group } }: Choice): SQL => sql`
  SELECT i.respondent_id FROM identity.invitations i WHERE i.campaign_id = ${campaignId}
    ${unit === undefined ? sql`` : sql`AND i.unit = ${unit}`} ${group === undefined ? sql`` : sql`AND i.group_code = ${group}`}`

/**
 * By the first of each person's units (or groups), then by given name. Names are looked up and put in order only in the units
 * that the window touches: that takes most of the time where all are. `fitting` null: everybody.
 */
async function listByRank(
  db: Db,
  { campaignId, query, order }: Choice,
  fitting: SQL | null,
): Promise<{ total: number; ids: string[] }> {
  const ranked = query.sort === 'unit' ? sql`i.unit` : sql`i.group_code`
  const { limit, offset } = query
  const rows = await db.execute<{ total: number; ids: string[] }>(sql`
    WITH ${fitting ? sql`fitting AS MATERIALIZED (${fitting}),` : sql``} ranked AS MATERIALIZED (
      SELECT i.respondent_id AS id, min(o.rank) AS rank FROM identity.invitations i
      JOIN unnest(${sql.param(order)}::text[]) WITH ORDINALITY AS o (code, rank) ON o.code = ${ranked}
      WHERE i.campaign_id = ${campaignId} ${fitting ? sql`AND i.respondent_id IN (SELECT id FROM fitting)` : sql``}
      GROUP BY i.respondent_id
    ), counted AS (
      SELECT rank, count(*) AS people, sum(count(*)) OVER (ORDER BY rank) AS upto FROM ranked GROUP BY rank
    ), touched AS (
      SELECT rank, upto - people AS before FROM counted
      WHERE upto > ${offset}::integer AND upto - people < ${offset}::integer + ${limit}::integer
    )
    SELECT ${fitting ? sql`(SELECT count(*)::integer FROM fitting)` : sql`0`} AS total, ARRAY(
      SELECT r.id FROM ranked p JOIN touched t ON t.rank = p.rank JOIN identity.respondents r ON r.id = p.id
      ORDER BY p.rank, ${byGivenName(sql`r`)}
      LIMIT ${limit} OFFSET greatest(0, ${offset}::integer - coalesce((SELECT min(before) FROM touched), 0))) AS ids`)
  return rows[0]!
}

export type PersonRow = {
  id: string
  name: string
  code: string | null
  position: string | null
  email: string | null
  /** "84" and nine digits. */
  phone: string | null
  ratings: { unit: string; group: string }[]
}

/** People of a campaign by their ids, in that order; an id of another campaign finds nobody. */
export async function listPeopleById(db: Db | Tx, campaignId: string, ids: string[]): Promise<PersonRow[]> {
  return db.execute<PersonRow>(sql`
    SELECT r.id, r.full_name AS name, r.external_code AS code, r."position", r.email, r.phone,
      coalesce((SELECT jsonb_agg(jsonb_build_object('unit', i.unit, 'group', i.group_code) ORDER BY i.unit)
        FROM identity.invitations i WHERE i.respondent_id = r.id), '[]') AS ratings
    FROM unnest(${sql.param(ids)}::text[]) WITH ORDINALITY AS page (id, place)
    JOIN identity.respondents r ON r.id = page.id AND r.campaign_id = ${campaignId}
    ORDER BY page.place`)
}

/** Whether somebody else of the campaign has this number. */
export async function hasPhone(tx: Tx, campaignId: string, phone: string, exceptId: string): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT FROM identity.respondents WHERE campaign_id = ${campaignId} AND phone = ${phone} AND id <> ${exceptId} LIMIT 1`)
  return rows.length > 0
}
