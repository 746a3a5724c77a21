/** SQL of scoring. Runs as role phieu_answer: schemas campaign and answer only. */
import { eq, sql } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import { revisions, snapshots, unitCounts } from '../db/answer-schema.ts'
import type { Db, Tx } from '../db/client.ts'
import { campaigns, strata } from '../db/schema.ts'
import type { CountedRow, ImportedSet, ParticipationRow, StratumRow } from './build-scores.ts'
import type { TallyRow } from './sort-tally.ts'

export type ScoredCampaign = {
  id: string
  code: string
  status: 'draft' | 'open' | 'paused' | 'closed' | 'final'
  definition: Definition
  minimumCell: number
}

export async function findScoredCampaign(db: Db | Tx, code: string): Promise<ScoredCampaign | undefined> {
  const { id, status, definition, minimumCell } = campaigns
  const columns = { id, code: campaigns.code, status, definition, minimumCell }
  return (await db.select(columns).from(campaigns).where(eq(campaigns.code, code)))[0]
}

/** 0 before the first count. */
export async function findRevision(db: Db | Tx, campaignId: string): Promise<number> {
  const rows = await db.select().from(revisions).where(eq(revisions.campaignId, campaignId))
  return rows[0]?.revision ?? 0
}

/** Invited and answered per unit and group; all that the answer side knows of people. */
export async function listParticipation(db: Db | Tx, campaignId: string): Promise<ParticipationRow[]> {
  return await db.execute<ParticipationRow>(sql`
    SELECT unit, group_code AS "group", sum(invited)::integer AS invited, sum(answered)::integer AS answered
    FROM campaign.participation WHERE campaign_id = ${campaignId}
    GROUP BY unit, group_code ORDER BY unit, group_code`)
}

/** What was handed out to whom; frozen at opening. */
export async function listStrata(db: Db | Tx, campaignId: string): Promise<StratumRow[]> {
  const { unit, groups, questionnaire } = strata
  return db.select({ unit, groups, questionnaire }).from(strata).where(eq(strata.campaignId, campaignId))
}

export async function listCounted(db: Db | Tx, campaignId: string): Promise<CountedRow[]> {
  const { unit, counted, withheld } = unitCounts
  return db.select({ unit, counted, withheld }).from(unitCounts).where(eq(unitCounts.campaignId, campaignId))
}

/** Everybody's counts of every unit, and those of groups for the units `withGroups`; `only`: of one unit. */
export async function listTally(
  db: Db | Tx,
  campaignId: string,
  { withGroups, only }: { withGroups: string[]; only?: string | undefined },
): Promise<TallyRow[]> {
  return await db.execute<TallyRow>(sql`
    SELECT unit, cell, question, json_object_agg(level, count) AS counts FROM answer.tally
    WHERE campaign_id = ${campaignId} ${only === undefined ? sql`` : sql`AND unit = ${only}`}
      AND (cell = '*' OR unit IN (SELECT jsonb_array_elements_text(${JSON.stringify(withGroups)}::jsonb)))
    GROUP BY unit, cell, question`)
}

/** The version that counts of each imported source's points. */
export async function listImported(db: Db | Tx, campaignId: string): Promise<ImportedSet[]> {
  return await db.execute<ImportedSet>(sql`
    SELECT DISTINCT ON (source) source, version, digest, points, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS on
    FROM results.point_sets WHERE campaign_id = ${campaignId} AND kind = 'imported' ORDER BY source, version DESC`)
}

/** Those versions of imported sources' points, each `source/version`. */
export async function listImportedVersions(db: Db | Tx, campaignId: string, wanted: string[]): Promise<ImportedSet[]> {
  return await db.execute<ImportedSet>(sql`
    SELECT source, version, digest, points, (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS on
    FROM results.point_sets
    WHERE campaign_id = ${campaignId} AND kind = 'imported'
      AND source || '/' || version = ANY(${sql.param(wanted)}::text[]) ORDER BY source`)
}

export async function findSnapshot(
  db: Db | Tx,
  campaignId: string,
): Promise<{ document: string; digest: string } | undefined> {
  const { document, digest } = snapshots
  return (await db.select({ document, digest }).from(snapshots).where(eq(snapshots.campaignId, campaignId)))[0]
}

/** False when the campaign has a snapshot already; that one stays as it is. */
export async function insertSnapshot(db: Db | Tx, snapshot: typeof snapshots.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(snapshots)
    .values(snapshot)
    .onConflictDoNothing()
    .returning({ campaignId: snapshots.campaignId })
  return rows.length === 1
}
