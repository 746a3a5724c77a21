/** SQL of counting. Runs as role phieu_answer, but for close, which is one transaction over both sides. */
import { and, eq, sql } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import { drawn, responses, revisions, tally, unitCounts } from '../db/answer-schema.ts'
import type { Db, Tx } from '../db/client.ts'
import { campaigns, strata } from '../db/schema.ts'
import type { UnitCount } from './count-answers.ts'

export type CountedCampaign = { id: string; code: string; status: string; minimumCell: number; definition: Definition }

export async function findCountedCampaign(db: Db | Tx, campaignId: string): Promise<CountedCampaign | undefined> {
  const { id, code, status, minimumCell, definition } = campaigns
  const rows = await db
    .select({ id, code, status, minimumCell, definition })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
  return rows[0]
}

/** Campaigns that may have something to count: open or paused with a box that is not empty. */
export async function listCampaignsWithBox(db: Db): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    SELECT c.id FROM campaign.campaigns c
    WHERE c.status IN ('open', 'paused') AND EXISTS (SELECT FROM answer.box b WHERE b.campaign_id = c.id)`)
  return rows.map((row) => row.id)
}

/** All strata of a campaign, as counting needs them. */
export async function listStrata(db: Db | Tx, campaignId: string) {
  const { id, unit, group, groups, questionnaire } = strata
  return db.select({ id, unit, group, groups, questionnaire }).from(strata).where(eq(strata.campaignId, campaignId))
}

/**
 * Makes this transaction the only one that counts the campaign, and keeps the campaign from being closed meanwhile.
 * False when it is not open or paused any more.
 */
export async function lockForCounting(tx: Tx, campaignId: string): Promise<boolean> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`count ${campaignId}`}, 0))`)
  const alive = await tx.execute(sql`
    SELECT FROM campaign.campaigns WHERE id = ${campaignId} AND status IN ('open', 'paused') FOR SHARE`)
  return alive.length > 0
}

/** What waits in the boxes of units that hold at least `size` responses. */
export async function listFullBoxes(tx: Tx, campaignId: string, size: number) {
  return tx.execute<{ id: string; unit: string; stratum: string }>(sql`
    SELECT id, unit, stratum_id AS stratum FROM answer.box
    WHERE campaign_id = ${campaignId} AND unit IN (
      SELECT unit FROM answer.box WHERE campaign_id = ${campaignId} GROUP BY unit HAVING count(*) >= ${size})`)
}

/** Takes responses out of the box, in random order. */
export async function takeFromBox(tx: Tx, campaignId: string, drawn: { unit: string; id: string }[]) {
  const units = [...new Set(drawn.map(({ unit }) => unit))]
  const ids = drawn.map(({ id }) => id)
  return tx.execute<{ unit: string; sealed: Buffer }>(sql`
    WITH taken AS (
      DELETE FROM answer.box
      WHERE campaign_id = ${campaignId} AND unit = ANY(${sql.param(units)}::text[]) AND id = ANY(${sql.param(ids)}::uuid[])
      RETURNING unit, sealed
    )
    SELECT unit, sealed FROM taken ORDER BY random()`)
}

/** Takes everything that a unit still holds, box and drawn alike. */
export async function takeAllOfUnit(tx: Tx, campaignId: string, unit: string): Promise<Buffer[]> {
  const rows = await tx.execute<{ sealed: Buffer }>(sql`
    WITH waiting AS (DELETE FROM answer.box WHERE campaign_id = ${campaignId} AND unit = ${unit} RETURNING sealed),
         counted AS (DELETE FROM answer.drawn WHERE campaign_id = ${campaignId} AND unit = ${unit} RETURNING sealed)
    SELECT sealed FROM (SELECT * FROM waiting UNION ALL SELECT * FROM counted) AS everything ORDER BY random()`)
  return rows.map((row) => row.sealed)
}

export async function insertDrawn(tx: Tx, campaignId: string, rows: { unit: string; sealed: Buffer }[]): Promise<void> {
  for (const part of partsOf(rows)) await tx.insert(drawn).values(part.map((row) => ({ campaignId, ...row })))
}

export async function insertResponses(tx: Tx, rows: (typeof responses.$inferInsert)[]): Promise<void> {
  for (const part of partsOf(rows)) await tx.insert(responses).values(part)
}

/** Adds counts to the tally; each unit, cell, question and level at most once. */
export async function addToTally(tx: Tx, campaignId: string, counts: UnitCount[]): Promise<void> {
  for (const part of partsOf(counts)) {
    await tx.execute(sql`
      INSERT INTO answer.tally (campaign_id, unit, cell, question, level, count)
      SELECT ${campaignId}, * FROM unnest(
        ${sql.param(part.map((c) => c.unit))}::text[], ${sql.param(part.map((c) => c.cell))}::text[],
        ${sql.param(part.map((c) => c.question))}::text[], ${sql.param(part.map((c) => c.level))}::text[],
        ${sql.param(part.map((c) => c.count))}::int[])
      ON CONFLICT (campaign_id, unit, cell, question, level) DO UPDATE SET count = answer.tally.count + excluded.count`)
  }
}

/** Forgets the unit's tally; close counts everything once more, by group. */
export async function deleteTally(tx: Tx, campaignId: string, unit: string): Promise<void> {
  await tx.delete(tally).where(and(eq(tally.campaignId, campaignId), eq(tally.unit, unit)))
}

export async function addToUnitCounts(
  tx: Tx,
  campaignId: string,
  rows: { unit: string; counted: number }[],
): Promise<void> {
  await tx
    .insert(unitCounts)
    .values(rows.map((row) => ({ campaignId, ...row })))
    .onConflictDoUpdate({
      target: [unitCounts.campaignId, unitCounts.unit],
      set: { counted: sql`${unitCounts.counted} + excluded.counted` },
    })
}

export async function setUnitCounts(
  tx: Tx,
  campaignId: string,
  unit: string,
  counts: { counted: number; withheld: number },
): Promise<void> {
  await tx
    .insert(unitCounts)
    .values({ campaignId, unit, ...counts })
    .onConflictDoUpdate({ target: [unitCounts.campaignId, unitCounts.unit], set: counts })
}

/** There is news: every count and every change of status raises the revision by one. */
export async function raiseRevision(tx: Db | Tx, campaignId: string): Promise<void> {
  await tx
    .insert(revisions)
    .values({ campaignId, revision: 1 })
    .onConflictDoUpdate({ target: revisions.campaignId, set: { revision: sql`${revisions.revision} + 1` } })
}

/** Writes a campaign's receipts anew in random order, so that their rows no longer tell the order of answering. */
export async function rewriteReceipts(tx: Tx, campaignId: string): Promise<void> {
  await tx.execute(sql`
    WITH old AS (DELETE FROM answer.receipts WHERE campaign_id = ${campaignId} RETURNING *)
    INSERT INTO answer.receipts (message_hash, campaign_id, stratum_id, fingerprint)
    SELECT message_hash, campaign_id, stratum_id, fingerprint FROM old ORDER BY random()`)
}

function partsOf<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 1000) }, (_, index) =>
    rows.slice(index * 1000, index * 1000 + 1000),
  )
}
