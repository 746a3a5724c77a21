/** SQL of the points that come from outside. Reading works under role phieu_answer; writing is the staff's side. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { frozenIndexes, type PointTable, pointSets } from '../../db/index-schema.ts'
import { newId } from '../../secrets.ts'

export type SetKind = 'self' | 'appraised' | 'imported'
/** Which set is meant: `source` is '' but for `imported`; `round` is 1, or 2 for the second appraisal. */
export type SetKey = { kind: SetKind; source: string; round: number }
export type SetOrigin = 'xlsx' | 'csv' | 'api'

/** One version of a set; `on` is the day it came in (Viet Nam, ISO). */
export type StoredSet = { id: string; round: number; version: number; on: string; digest: string; points: PointTable }
/** What counts now: of several versions the highest, of two appraisals the second. `imported`: every imported source of the definition. */
export type CurrentSets = {
  self: StoredSet | null
  appraised: StoredSet | null
  imported: { source: string; set: StoredSet | null }[]
}

/** Who brought a version in, when, and why; without its points. */
export type SetHead = SetKey & {
  id: string
  version: number
  on: string
  at: Date
  actor: string
  origin: SetOrigin
  reason: string
  digest: string
}

const { id, kind, source, round, version, points, digest, origin, reason, actor, at } = pointSets
const on = sql<string>`((${pointSets.at} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text`
const head = { id, kind, source, round, version, on, at, actor, origin, reason, digest }

export async function findCurrentSets(db: Db | Tx, campaignId: string): Promise<CurrentSets> {
  const sets = await db
    .selectDistinctOn([kind, source], { id, kind, source, round, version, on, digest, points })
    .from(pointSets)
    .where(eq(pointSets.campaignId, campaignId))
    .orderBy(kind, source, desc(round), desc(version))
  const sources = await listImportedSources(db, campaignId)
  const current = (wanted: SetKind, of = ''): StoredSet | null => {
    const found = sets.find((set) => set.kind === wanted && set.source === of)
    if (!found) return null
    const { kind: _kind, source: _source, ...set } = found
    return set
  }
  return {
    self: current('self'),
    appraised: current('appraised'),
    imported: sources.map((code) => ({ source: code, set: current('imported', code) })),
  }
}

/** Codes of the imported sources of any block, each once, in the definition's order. */
async function listImportedSources(db: Db | Tx, campaignId: string): Promise<string[]> {
  const rows = await db.execute<{ code: string }>(sql`
    SELECT s->>'code' AS code
    FROM campaign.campaigns c, jsonb_array_elements(c.definition->'blocks') WITH ORDINALITY AS b(block, at),
         jsonb_array_elements(b.block->'sources') WITH ORDINALITY AS s(s, place)
    WHERE c.id = ${campaignId} AND s->>'origin' = 'imported'
    GROUP BY 1 ORDER BY min(b.at), min(s.place)`)
  return rows.map(({ code }) => code)
}

/** Every version of every set without its points, but with how many units and points it holds; newest first. */
export async function listSets(
  db: Db | Tx,
  campaignId: string,
): Promise<(SetHead & { units: number; filled: number })[]> {
  const units = sql<number>`(SELECT count(*)::integer FROM jsonb_object_keys(${points}))`
  const filled = sql<number>`(SELECT count(*)::integer FROM jsonb_each(${points}) AS u, jsonb_object_keys(u.value))`
  return db
    .select({ ...head, units, filled })
    .from(pointSets)
    .where(eq(pointSets.campaignId, campaignId))
    .orderBy(desc(at), desc(round), desc(version))
}

/** One version with its points, of this campaign only. */
export async function findSet(
  db: Db | Tx,
  campaignId: string,
  setId: string,
): Promise<(SetHead & { points: PointTable }) | undefined> {
  const rows = await db
    .select({ ...head, points })
    .from(pointSets)
    .where(and(eq(pointSets.campaignId, campaignId), eq(id, setId)))
  return rows[0]
}

/** The highest version of one set below `before`; of all when that is left out. */
export async function findLatestSet(
  db: Db | Tx,
  campaignId: string,
  key: SetKey,
  before?: number,
): Promise<StoredSet | undefined> {
  const rows = await db
    .select({ id, round, version, on, digest, points })
    .from(pointSets)
    .where(
      and(
        eq(pointSets.campaignId, campaignId),
        eq(kind, key.kind),
        eq(source, key.source),
        eq(round, key.round),
        before === undefined ? undefined : sql`${version} < ${before}`,
      ),
    )
    .orderBy(desc(version))
    .limit(1)
  return rows[0]
}

/** What a version stands on: that of the set below `before`, or of a second appraisal without one the last of the first. */
export async function findBase(
  db: Db | Tx,
  campaignId: string,
  key: SetKey,
  before?: number,
): Promise<StoredSet | undefined> {
  const latest = await findLatestSet(db, campaignId, key, before)
  return latest ?? (key.round === 2 ? findLatestSet(db, campaignId, { ...key, round: 1 }) : undefined)
}

export type NewSet = SetKey & {
  campaignId: string
  points: PointTable
  digest: string
  origin: SetOrigin
  reason: string
  actor: string
}

/** Adds the next version. The caller holds the campaign's row (campaigns/queries lockCampaign), so no two take the same. */
export async function insertPointSet(tx: Tx, set: NewSet): Promise<{ id: string; version: number }> {
  const latest = await findLatestSet(tx, set.campaignId, set)
  const row = { ...set, id: newId(), version: (latest?.version ?? 0) + 1 }
  await tx.insert(pointSets).values(row)
  return { id: row.id, version: row.version }
}

/** Whether the campaign's index is frozen: then nothing that makes it may change. */
export async function isIndexFrozen(db: Db | Tx, campaignId: string): Promise<boolean> {
  const rows = await db
    .select({ id: frozenIndexes.campaignId })
    .from(frozenIndexes)
    .where(eq(frozenIndexes.campaignId, campaignId))
  return rows.length > 0
}
