/** SQL of privacy: the campaign, requests of respondents, versions of the notice. */
import { and, count, desc, eq, sql } from 'drizzle-orm'
import type { Definition } from '../campaigns/definition.ts'
import type { Db, Tx } from '../db/client.ts'
import { requests } from '../db/privacy-schema.ts'
import { campaigns } from '../db/schema.ts'
import type { Retention } from './retention.ts'

export type PrivacyCampaign = {
  id: string
  code: string
  title: string
  status: 'draft' | 'open' | 'paused' | 'closed' | 'final'
  retention: Partial<Retention> | null
  finalizedAt: Date | null
  definition: Definition
}

/** `lock` keeps opening, closing and finalizing waiting until this transaction ends. */
export async function findPrivacyCampaign(
  db: Db | Tx,
  code: string,
  { lock = false } = {},
): Promise<PrivacyCampaign | undefined> {
  const { id, title, status, retention, finalizedAt, definition } = campaigns
  const query = db
    .select({ id, code: campaigns.code, title, status, retention, finalizedAt, definition })
    .from(campaigns)
    .where(eq(campaigns.code, code))
  return (lock ? await query.for('share') : await query)[0]
}

/** Held until the transaction ends, for whoever changes its rules. */
export async function lockRetention(
  tx: Tx,
  code: string,
): Promise<Pick<PrivacyCampaign, 'id' | 'retention'> | undefined> {
  const { id, retention } = campaigns
  return (await tx.select({ id, retention }).from(campaigns).where(eq(campaigns.code, code)).for('update'))[0]
}

export async function listFinalCodes(db: Db): Promise<string[]> {
  const rows = await db.select({ code: campaigns.code }).from(campaigns).where(eq(campaigns.status, 'final'))
  return rows.map(({ code }) => code)
}

export async function setRetention(tx: Tx, id: string, retention: Retention): Promise<void> {
  await tx.update(campaigns).set({ retention }).where(eq(campaigns.id, id))
}

export type RequestRow = typeof requests.$inferSelect

export async function insertRequest(tx: Tx, row: typeof requests.$inferInsert): Promise<void> {
  await tx.insert(requests).values(row)
}

/** Open ones by due day, then the newest closed. */
export async function listRequests(db: Db, campaignId: string, limit: number): Promise<RequestRow[]> {
  return db
    .select()
    .from(requests)
    .where(eq(requests.campaignId, campaignId))
    .orderBy(
      sql`${requests.state} <> 'open', CASE WHEN ${requests.state} = 'open' THEN ${requests.dueOn} END`,
      desc(requests.closedAt),
      requests.id,
    )
    .limit(limit)
}

export async function countOpenRequests(
  db: Db,
  campaignId: string,
  today: string,
): Promise<{ open: number; overdue: number }> {
  const rows = await db
    .select({ open: count(), overdue: sql<number>`(count(*) FILTER (WHERE ${requests.dueOn} < ${today}::date))::int` })
    .from(requests)
    .where(and(eq(requests.campaignId, campaignId), eq(requests.state, 'open')))
  return rows[0]!
}

/** Open and closed. */
export async function countRequests(db: Db, campaignId: string): Promise<number> {
  return db.$count(requests, eq(requests.campaignId, campaignId))
}

/** Held until the transaction ends: two officers cannot close one request twice. */
export async function lockRequest(tx: Tx, campaignId: string, id: string): Promise<RequestRow | undefined> {
  const rows = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.campaignId, campaignId)))
    .for('update')
  return rows[0]
}

export async function findRequest(db: Db, campaignId: string, id: string): Promise<RequestRow | undefined> {
  const rows = await db
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.campaignId, campaignId)))
  return rows[0]
}

export async function closeRequestRow(
  tx: Tx,
  id: string,
  closing: { state: 'done' | 'refused'; outcome: string; closedBy: string; closedAt: Date },
): Promise<void> {
  await tx.update(requests).set(closing).where(eq(requests.id, id))
}

export type NoticeRow = {
  notice: string
  /** As written; with `minimumCell` it is what respondents read (campaigns/notice-text.ts). */
  text: string
  minimumCell: number
  version: number
  by: string
  on: string
}

/** The versions of the notice in the order in which they were first saved, each once. */
export async function listNotices(db: Db, campaignId: string): Promise<NoticeRow[]> {
  return db.execute<NoticeRow>(sql`
    WITH saved AS (
      SELECT definition, version, actor AS by, created_at FROM campaign.definition_versions WHERE campaign_id = ${campaignId}
      UNION ALL
      SELECT definition, definition_version, '', created_at FROM campaign.campaigns WHERE id = ${campaignId}
    ), told AS (
      SELECT definition -> 'notice' ->> 'version' AS notice, definition -> 'notice' ->> 'text' AS text,
        (definition ->> 'minimumCell')::int AS cell, version, by, created_at FROM saved)
    SELECT notice, text, cell AS "minimumCell", version, by,
      (created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "on"
    FROM (SELECT DISTINCT ON (notice, replace(text, '{minimumCell}', cell::text)) * FROM told
      ORDER BY notice, replace(text, '{minimumCell}', cell::text), by = '', version) firsts
    ORDER BY version, notice, text`)
}

/** Answered invitations by the version of the notice under which they were; of the purged too. */
export async function countConsents(db: Db, campaignId: string): Promise<{ version: string; count: number }[]> {
  return db.execute<{ version: string; count: number }>(sql`
    SELECT version, sum(count)::int AS count FROM (
      SELECT consent_version AS version, count(*) FROM identity.invitations
      WHERE campaign_id = ${campaignId} AND consent_version IS NOT NULL GROUP BY 1
      UNION ALL
      SELECT part, count FROM identity.kept_counts WHERE campaign_id = ${campaignId} AND kind = 'consent'
    ) counted GROUP BY 1`)
}
