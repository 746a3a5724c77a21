/** SQL of the audit log and its chain. Entries stand in the order of the chain, which is the order of committing. */
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { LOOK_PATTERN } from './entry-kind.ts'
import type { AuditFilter } from './schemas.ts'

const iso = (at: SQL) => sql`to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * The text that an entry's hash covers. The same as staff.audit_entry, but written here: whoever may replace a function of
 * the database could otherwise have it answer what they like.
 */
const ENTRY_TEXT = sql`jsonb_build_object(
  'seq', c.seq, 'at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'actor', a.actor, 'action', a.action, 'campaign', a.campaign, 'details', a.details)::text`

/** Longer details are asked for one by one. */
const LISTED_BYTES = 4_000

export type EntryRow = {
  seq: number
  at: string
  actor: string
  action: string
  campaign: string | null
  details: Record<string, unknown> | null
}
const ENTRY = sql`c.seq::integer AS seq, ${iso(sql`a.at`)} AS at, a.actor, a.action, a.campaign`

function matching(filter: AuditFilter): SQL {
  const { actor, action, kind, campaign, from, to } = filter
  const conditions = [
    actor === undefined ? undefined : sql`a.actor = ${actor}`,
    action === undefined
      ? undefined
      : action.endsWith('.')
        ? sql`starts_with(a.action, ${action})`
        : sql`a.action = ${action}`,
    kind === undefined
      ? undefined
      : kind === 'look'
        ? sql`a.action ~ ${LOOK_PATTERN}`
        : sql`a.action !~ ${LOOK_PATTERN}`,
    campaign === undefined ? undefined : sql`a.campaign = ${campaign}`,
    from === undefined ? undefined : sql`a.at >= (${from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`,
    to === undefined ? undefined : sql`a.at < ((${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`,
  ].filter((condition) => condition !== undefined)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)
}

/** Newest first, at most `limit` before the place `before`. */
export async function listEntries(
  db: Db,
  filter: AuditFilter,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<EntryRow[]> {
  return (await db.execute(sql`
    SELECT ${ENTRY},
      CASE WHEN octet_length(a.details::text) <= ${LISTED_BYTES} THEN a.details END AS details
    FROM staff.audit_chain c JOIN staff.audit a ON a.id = c.audit_id
    WHERE ${before === undefined ? sql`true` : sql`c.seq < ${before}`} AND ${matching(filter)}
    ORDER BY c.seq DESC LIMIT ${limit}`)) as unknown as EntryRow[]
}

export type ChainedRow = EntryRow & { details: Record<string, unknown>; text: string; hash: string; previous: string }

/** Oldest first, after the place `after` and up to `through`, with what hashes cover. */
export async function listChained(
  db: Db,
  filter: AuditFilter,
  { after, through, limit }: { after: number; through: number; limit: number },
): Promise<ChainedRow[]> {
  return (await db.execute(sql`
    SELECT ${ENTRY}, a.details, ${ENTRY_TEXT} AS text, encode(c.hash, 'hex') AS hash,
      coalesce((SELECT encode(p.hash, 'hex') FROM staff.audit_chain p WHERE p.seq = c.seq - 1), '') AS previous
    FROM staff.audit_chain c JOIN staff.audit a ON a.id = c.audit_id
    WHERE c.seq > ${after} AND c.seq <= ${through} AND ${matching(filter)}
    ORDER BY c.seq LIMIT ${limit}`)) as unknown as ChainedRow[]
}

export type Head = { seq: number; hash: string; at: string }

/** The newest place of the chain; its moment is the chain's even when the entry is gone (then the epoch). */
export async function findHead(db: Db | Tx): Promise<Head | undefined> {
  const rows = await db.execute(sql`
    SELECT c.seq::integer AS seq, encode(c.hash, 'hex') AS hash, ${iso(sql`coalesce(a.at, 'epoch'::timestamptz)`)} AS at
    FROM staff.audit_chain c LEFT JOIN staff.audit a ON a.id = c.audit_id ORDER BY c.seq DESC LIMIT 1`)
  return rows[0] as Head | undefined
}

/** The hash at one place, in hexadecimal. */
export async function findHash(db: Db | Tx, seq: number): Promise<string | undefined> {
  const rows = await db.execute(sql`SELECT encode(hash, 'hex') AS hash FROM staff.audit_chain WHERE seq = ${seq}`)
  return (rows[0] as { hash: string } | undefined)?.hash
}

export type CheckedPart = {
  /** Places found after `after`, at most `limit`. */
  found: number
  /** The first place that is not as it was written, and why. */
  broken: { seq: number; reason: 'gap' | 'missing' | 'changed' } | null
  /** The last place before that. */
  last: Head | null
  firstAt: string | null
}

/** Recomputes the hashes of `limit` places after `after`, whose hash was `previous` (hexadecimal, '' at the beginning). */
export async function checkPart(
  db: Db | Tx,
  { after, previous, limit }: { after: number; previous: string; limit: number },
): Promise<CheckedPart> {
  const [row] = (await db.execute(sql`
    WITH part AS (
      SELECT c.seq, c.hash, a.id, a.at,
        ${after}::bigint + row_number() OVER (ORDER BY c.seq) AS place,
        sha256(coalesce(lag(c.hash) OVER (ORDER BY c.seq), decode(${previous}, 'hex'))
          || convert_to(${ENTRY_TEXT}, 'UTF8')) AS computed
      FROM (SELECT * FROM staff.audit_chain WHERE seq > ${after} ORDER BY seq LIMIT ${limit}) c
      LEFT JOIN staff.audit a ON a.id = c.audit_id),
    broken AS (
      SELECT place AS seq, CASE WHEN seq <> place THEN 'gap' WHEN id IS NULL THEN 'missing' ELSE 'changed' END AS reason
      FROM part WHERE seq <> place OR id IS NULL OR computed IS DISTINCT FROM hash ORDER BY part.seq LIMIT 1),
    sound AS (SELECT * FROM part WHERE seq < coalesce((SELECT seq FROM broken), 9223372036854775807))
    SELECT (SELECT count(*)::integer FROM part) AS found,
      (SELECT json_build_object('seq', seq, 'reason', reason) FROM broken) AS broken,
      (SELECT json_build_object('seq', seq, 'hash', encode(hash, 'hex'), 'at', ${iso(sql`at`)})
        FROM sound ORDER BY seq DESC LIMIT 1) AS last,
      (SELECT ${iso(sql`at`)} FROM sound ORDER BY seq LIMIT 1) AS "firstAt"`)) as unknown as CheckedPart[]
  return row!
}

/** Entries that have no place in the chain, and whether any entry was ever written. */
export async function findStrays(db: Db | Tx): Promise<{ unchained: number; everWritten: boolean }> {
  const [row] = await db.execute(sql`
    SELECT (SELECT count(*)::integer FROM staff.audit a
      WHERE NOT EXISTS (SELECT FROM staff.audit_chain c WHERE c.audit_id = a.id)) AS unchained,
      (SELECT is_called FROM staff.audit_id_seq) AS "everWritten"`)
  return row as { unchained: number; everWritten: boolean }
}

/** What there is to choose from, each in its own order. */
export async function listFacets(
  db: Db,
  campaign: string | undefined,
): Promise<{ actors: string[]; actions: string[]; campaigns: string[] }> {
  const where = campaign === undefined ? sql`true` : sql`campaign = ${campaign}`
  const [row] = await db.execute(sql`
    WITH facets AS (SELECT DISTINCT actor, action, campaign FROM staff.audit WHERE ${where})
    SELECT coalesce((SELECT array_agg(DISTINCT actor ORDER BY actor) FROM facets), '{}') AS actors,
      coalesce((SELECT array_agg(DISTINCT action ORDER BY action) FROM facets), '{}') AS actions,
      coalesce((SELECT array_agg(DISTINCT campaign ORDER BY campaign) FROM facets WHERE campaign IS NOT NULL), '{}')
        AS campaigns`)
  return row as { actors: string[]; actions: string[]; campaigns: string[] }
}
