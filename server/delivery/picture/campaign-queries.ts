/** SQL of what the picture needs to know of its campaign, and the fragments that its queries share. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import type { SearchPatterns } from './search-pattern.ts'

export type PictureCampaign = { id: string; code: string; status: string; unitNames: Record<string, string> }

export async function findPictureCampaign(db: Db | Tx, code: string): Promise<PictureCampaign | undefined> {
  const rows = await db.execute<PictureCampaign>(sql`
    SELECT c.id, c.code, c.status, coalesce(
      (SELECT jsonb_object_agg(unit ->> 'code', unit ->> 'name')
       FROM jsonb_path_query(c.definition, '$.blocks[*].units[*]') AS unit), '{}') AS "unitNames"
    FROM campaign.campaigns c WHERE c.code = ${code}`)
  return rows[0]
}

/** A moment as ISO 8601 in UTC, or null. */
export const iso = (moment: SQL): SQL => sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** When something last happened to message `d`; null where that would tell when its person answered. */
export const lastMoment = sql`CASE WHEN d.failure IS DISTINCT FROM 'answered'
  THEN greatest(d.delivered_at, d.finished_at, d.sent_at, d.claimed_at) END`

/** Of person `r`, from their invitations: has everything been answered, and how much. */
export const answeredWord = sql`(
  SELECT CASE WHEN bool_and(i.answered_on IS NOT NULL) THEN 'all' WHEN bool_or(i.answered_on IS NOT NULL) THEN 'some' ELSE 'none' END
  FROM identity.invitations i WHERE i.respondent_id = r.id)`

/** Order of people in Vietnam: by given name, the last word, then the whole name. `person` has full_name and id. */
export const byGivenName = (person: SQL): SQL => sql`split_part(${person}.full_name, ' ', -1) COLLATE "vi-x-icu",
  ${person}.full_name COLLATE "vi-x-icu", ${person}.id`

/**
 * Person `r` is whom somebody typed. An address is searched for the mere text before the pattern is tried, and is put into
 * lower case as the ASCII that it is: over 125,000 people that is half of the time.
 */
export function isSought({ words, phone, email, code }: SearchPatterns): SQL {
  const address = sql`lower(r.email COLLATE "C")`
  const ways = [
    sql`(${sql.join(
      words.map((word) => sql`r.full_name ~ ${word}`),
      sql` AND `,
    )})`,
    sql`(strpos(${address}, ${email.text}) > 0 AND ${address} ~ ${email.pattern})`,
    sql`starts_with(lower(r.external_code), ${code})`,
    ...(phone ? [sql`strpos(r.phone, ${phone}) > 0`] : []),
  ]
  return sql`(${sql.join(ways, sql` OR `)})`
}
