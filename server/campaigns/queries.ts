/** SQL of campaigns: their rows, and the counts that the console shows. */
import { and, asc, count, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { deliveries, waves } from '../db/delivery-schema.ts'
import { keptCounts } from '../db/privacy-schema.ts'
import { campaigns } from '../db/schema.ts'

export type Campaign = typeof campaigns.$inferSelect

export async function insertCampaign(db: Db | Tx, campaign: typeof campaigns.$inferInsert): Promise<boolean> {
  const rows = await db.insert(campaigns).values(campaign).onConflictDoNothing().returning({ id: campaigns.id })
  return rows.length === 1
}

export async function findCampaign(db: Db | Tx, code: string): Promise<Campaign | undefined> {
  return (await db.select().from(campaigns).where(eq(campaigns.code, code)))[0]
}

/** The campaign, locked until the transaction ends: whoever changes its status or roster takes this first. */
export async function lockCampaign(tx: Tx, code: string): Promise<Campaign | undefined> {
  return (await tx.select().from(campaigns).where(eq(campaigns.code, code)).for('update'))[0]
}

/** A campaign without its definition, which is large. */
export type CampaignHead = Omit<Campaign, 'definition'>

/** Newest first; `unit`: only those in which it takes part. */
export async function listCampaigns(db: Db, unit: string | null = null): Promise<CampaignHead[]> {
  const { definition, ...head } = getTableColumns(campaigns)
  const withUnit = sql`jsonb_path_exists(${definition}, '$.blocks[*].units[*] ? (@.code == $unit)', jsonb_build_object('unit', ${unit}::text))`
  return db
    .select(head)
    .from(campaigns)
    .where(unit === null ? undefined : withUnit)
    .orderBy(desc(campaigns.createdAt))
    .limit(500)
}

export async function updateCampaign(db: Db | Tx, id: string, changes: Partial<Campaign>): Promise<void> {
  await db.update(campaigns).set(changes).where(eq(campaigns.id, id))
}

/** Holds off a second opening of the same campaign; false when another one is under way. */
export async function tryOpeningLock(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.execute<{ locked: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`open ${id}`}, 0)) AS locked`,
  )
  return rows[0]?.locked === true
}

export type Participation = { block: string; unit: string; group: string; invited: number; answered: number }

/** Invited and answered per unit and group, as counts only. */
export async function listParticipation(db: Db | Tx, campaignId: string): Promise<Participation[]> {
  return db.execute<Participation>(sql`
    SELECT block, unit, group_code AS "group", sum(invited)::int AS invited, sum(answered)::int AS answered
    FROM campaign.participation WHERE campaign_id = ${campaignId} GROUP BY 1, 2, 3`)
}

/** The groups of every stratum; more than one where small ones were merged. */
export async function listStratumGroups(db: Db, campaignId: string) {
  return db.execute<{ unit: string; group: string; groups: string[] }>(sql`
    SELECT unit, group_code AS "group", groups FROM campaign.strata WHERE campaign_id = ${campaignId}`)
}

/** Totals of several campaigns at once, for the list. */
export async function listTotals(db: Db, campaignIds: string[]) {
  return db.execute<{ campaignId: string; invited: number; answered: number }>(sql`
    SELECT campaign_id AS "campaignId", sum(invited)::int AS invited, sum(answered)::int AS answered
    FROM campaign.participation WHERE campaign_id = ANY(${sql.param(campaignIds)}::text[]) GROUP BY 1`)
}

/** How many people are on the list; of those who were purged since, the number is kept (server/privacy/). */
export async function countPeople(db: Db, campaignId: string): Promise<number> {
  const rows = await db.execute<{ people: number }>(sql`
    SELECT (SELECT count(*)::int FROM identity.respondents WHERE campaign_id = ${campaignId})
      + coalesce((SELECT sum(count)::int FROM identity.kept_counts WHERE campaign_id = ${campaignId} AND kind = 'person'), 0) AS people`)
  return rows[0]!.people
}

export async function listAnswersByDay(db: Db, campaignId: string) {
  return db.execute<{ day: string; answered: number }>(sql`
    SELECT day::text, sum(answered)::int AS answered FROM (
      SELECT answered_on AS day, count(*) AS answered FROM identity.invitations
      WHERE campaign_id = ${campaignId} AND answered_on IS NOT NULL GROUP BY 1
      UNION ALL SELECT part::date, count FROM identity.kept_counts WHERE campaign_id = ${campaignId} AND kind = 'day') counted
    GROUP BY 1 ORDER BY 1`)
}

/** Closed campaigns whose rewritten tables have not been vacuumed yet. */
export async function listUnscrubbed(db: Db): Promise<string[]> {
  const rows = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(inArray(campaigns.status, ['closed', 'final']), sql`${campaigns.scrubbedAt} IS NULL`))
  return rows.map((row) => row.id)
}

/**
 * Rewrites the files of every table that answering touches, so that no dead row version and no free space keeps what was
 * deleted at close. Locks each table for the moment it takes, and gives up when another session has it: behind a backup
 * the waiting lock would hold up every reader. Returns false then; the sweep tries again.
 */
export async function vacuumAnswerTables(db: Db): Promise<boolean> {
  const connection = await db.$client.reserve()
  try {
    await connection`SET lock_timeout = '2s'`
    for (const table of ANSWERING_TABLES) await connection.unsafe(`VACUUM (FULL, ANALYZE) ${table}`)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false
    throw error
  } finally {
    await connection`RESET lock_timeout`.catch(() => {})
    connection.release()
  }
}

/**
 * Writes messages that were not sent because their people had answered anew, as one version: each came about with the
 * run that found it out, and the history of the same run's other messages has the second of that.
 */
export async function rewriteWithdrawn(tx: Tx, campaignId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.deliveries SET claimed_at = NULL WHERE campaign_id = ${campaignId} AND failure = 'answered'`)
}

const LOCK_NOT_AVAILABLE = '55P03'
const ANSWERING_TABLES = [
  'identity.invitations',
  'identity.deliveries',
  'identity.stratum_keys',
  'answer.receipts',
  'answer.box',
  'answer.drawn',
  'answer.responses',
  'answer.tally',
  'answer.unit_counts',
]

/**
 * Whether some session, prepared transaction or replication slot is older than the campaign's close: then VACUUM has to
 * keep what close deleted. An older transaction that has written and holds no snapshot shows in this query's own, which is
 * as old as the oldest of them. Snapshots on other databases of the server do not count. Asked of an invitation, because
 * close wrote all of them anew.
 */
export async function isStillSeen(db: Db, campaignId: string): Promise<boolean> {
  const rows = await db.execute<{ seen: boolean }>(sql`
    WITH closing AS (SELECT max(age(xmin)) AS age FROM identity.invitations WHERE campaign_id = ${campaignId})
    SELECT EXISTS (SELECT FROM pg_stat_activity, closing
                   WHERE (datname = current_database() OR datname IS NULL)
                     AND backend_xmin IS NOT NULL AND age(backend_xmin) >= closing.age)
        OR EXISTS (SELECT FROM pg_prepared_xacts, closing
                   WHERE database = current_database() AND age(transaction) >= closing.age)
        OR EXISTS (SELECT FROM pg_replication_slots, closing WHERE xmin IS NOT NULL AND age(xmin) >= closing.age) AS seen`)
  return rows[0]!.seen
}

export async function findCampaignCode(db: Db, id: string): Promise<string | undefined> {
  return (await db.select({ code: campaigns.code }).from(campaigns).where(eq(campaigns.id, id)))[0]?.code
}

/** The waves of a campaign in order, each with the number of its messages. */
export async function listWaveSizes(db: Db, campaignId: string) {
  const { id, number, kind, channels, state, startsAt } = waves
  const there = db
    .select({ waveId: deliveries.waveId, messages: count().as('messages') })
    .from(deliveries)
    .where(eq(deliveries.campaignId, campaignId))
    .groupBy(deliveries.waveId)
    .as('there')
  const messages = sql<number>`(coalesce(${there.messages}, 0) + coalesce(${keptCounts.count}, 0))::int`
  return db
    .select({ number, kind, channels, state, startsAt, deliveries: messages })
    .from(waves)
    .leftJoin(there, eq(there.waveId, id))
    .leftJoin(
      keptCounts,
      and(eq(keptCounts.campaignId, waves.campaignId), eq(keptCounts.kind, 'wave'), eq(keptCounts.part, id)),
    )
    .where(eq(waves.campaignId, campaignId))
    .orderBy(asc(number))
}

/** Receipts beyond the credentials issued, over all strata: 0 unless somebody signed with the keys behind our back. */
export async function countSurplusReceipts(tx: Tx, campaignId: string): Promise<number> {
  const rows = await tx.execute<{ surplus: number }>(sql`
    WITH issued AS (
      SELECT stratum_id, sum(answered) AS n FROM campaign.participation WHERE campaign_id = ${campaignId} GROUP BY 1
    ), used AS (
      SELECT stratum_id, count(*) AS n FROM answer.receipts WHERE campaign_id = ${campaignId} GROUP BY 1
    )
    SELECT coalesce(sum(greatest(used.n - coalesce(issued.n, 0), 0)), 0)::int AS surplus
    FROM used LEFT JOIN issued USING (stratum_id)`)
  return rows[0]!.surplus
}
