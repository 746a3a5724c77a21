/** SQL of what officers write into the report. Reading works under role phieu_answer; writing is the staff's side. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { narratives } from '../../db/index-schema.ts'
import { campaigns } from '../../db/schema.ts'

/** One version of one field: who wrote it and when. */
export type FieldVersion = { field: string; version: number; text: string; actor: string; at: Date }

const columns = {
  field: narratives.field,
  version: narratives.version,
  text: narratives.text,
  actor: narratives.actor,
  at: narratives.at,
}

export async function findReportCampaign(
  db: Db | Tx,
  code: string,
): Promise<{ id: string; hasIndex: boolean } | undefined> {
  const hasIndex = sql<boolean>`${campaigns.definition} ? 'index'`
  return (await db.select({ id: campaigns.id, hasIndex }).from(campaigns).where(eq(campaigns.code, code)))[0]
}

/** The newest version of every field that was ever written. */
export async function listFields(db: Db | Tx, campaignId: string): Promise<FieldVersion[]> {
  return db
    .selectDistinctOn([narratives.field], columns)
    .from(narratives)
    .where(eq(narratives.campaignId, campaignId))
    .orderBy(narratives.field, desc(narratives.version))
}

/** Versions of one field, newest first. */
export async function listFieldVersions(
  db: Db | Tx,
  campaignId: string,
  field: string,
  limit: number,
): Promise<FieldVersion[]> {
  return db
    .select(columns)
    .from(narratives)
    .where(and(eq(narratives.campaignId, campaignId), eq(narratives.field, field)))
    .orderBy(desc(narratives.version))
    .limit(limit)
}

/** False when somebody else has just written this version: then nothing is written. */
export async function insertFieldVersion(
  tx: Tx,
  row: Omit<FieldVersion, 'at'> & { campaignId: string },
): Promise<boolean> {
  const rows = await tx.insert(narratives).values(row).onConflictDoNothing().returning({ version: narratives.version })
  return rows.length === 1
}
