/**
 * SQL of purging. Each function takes away one batch and returns how many rows of what are gone, empty when nothing was
 * left. What is taken away is counted first (identity.kept_*), in the same transaction, so that no figure ever moves.
 */
import { type SQL, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { purges } from '../db/privacy-schema.ts'
import type { RetentionRule } from './retention.ts'

export type Counts = Record<string, number>

/** False when another purge of the campaign is at work; ends with the transaction, and so with a killed process. */
export async function tryPurgeLock(tx: Tx, campaignId: string): Promise<boolean> {
  const rows = await tx.execute<{ locked: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${`purge ${campaignId}`}, 0)) AS locked`,
  )
  return rows[0]!.locked
}

const list = (ids: string[]): SQL => sql`${sql.param(ids)}::text[]`

/** A person who has asked for something is let alone until it is done. */
const isWaiting = (campaignId: string, person: SQL): SQL => sql`EXISTS (
  SELECT FROM identity.requests q WHERE q.campaign_id = ${campaignId} AND q.respondent_id = ${person} AND q.state = 'open')`

/** What each rule would remove now, and how many people it passes over. */
export async function countRemovable(
  db: Db | Tx,
  campaignId: string,
  rule: RetentionRule,
): Promise<{ counts: Counts; waiting: number }> {
  const rows = await db.execute<{ counts: Counts; waiting: number }>(sql`
    SELECT ${COUNTS[rule](campaignId)} AS counts, ${
      rule === 'answers'
        ? sql`0`
        : sql`(SELECT count(DISTINCT respondent_id)::int FROM identity.requests
               WHERE campaign_id = ${campaignId} AND state = 'open' AND respondent_id IS NOT NULL)`
    } AS waiting`)
  return rows[0]!
}

const COUNTS: Record<RetentionRule, (campaignId: string) => SQL> = {
  messages: (id) => sql`jsonb_build_object(
    'messages', (SELECT count(*) FROM identity.deliveries d WHERE d.campaign_id = ${id} AND NOT ${isWaiting(id, sql`d.respondent_id`)}),
    'marks', (SELECT count(*) FROM identity.hand_deliveries h WHERE h.campaign_id = ${id} AND NOT ${isWaiting(id, sql`h.respondent_id`)}))`,
  contacts: (id) => sql`jsonb_build_object('contacts', (SELECT count(*) FROM identity.respondents r
    WHERE r.campaign_id = ${id} AND ${hasContact} AND NOT ${isWaiting(id, sql`r.id`)}))`,
  people: (id) => sql`jsonb_build_object(
    'people', (SELECT count(*) FROM identity.respondents r WHERE r.campaign_id = ${id} AND NOT ${isWaiting(id, sql`r.id`)}),
    'invitations', (SELECT count(*) FROM identity.invitations i WHERE i.campaign_id = ${id} AND NOT ${isWaiting(id, sql`i.respondent_id`)}))`,
  answers: (id) =>
    sql`jsonb_build_object('answers', (SELECT count(*) FROM answer.responses WHERE campaign_id = ${id}))`,
}

const hasContact = sql`(r.email IS NOT NULL OR r.phone IS NOT NULL OR r.email_failure IS NOT NULL OR r.phone_failure IS NOT NULL)`

/** One batch of at most `limit` rows of a rule. */
export async function removeBatch(tx: Tx, campaignId: string, rule: RetentionRule, limit: number): Promise<Counts> {
  const counts = await BATCHES[rule](tx, campaignId, limit)
  return Object.fromEntries(Object.entries(counts).filter(([, number]) => number > 0))
}

const BATCHES: Record<RetentionRule, (tx: Tx, campaignId: string, limit: number) => Promise<Counts>> = {
  async messages(tx, id, limit) {
    const messages = await takeMessages(
      tx,
      id,
      sql`d.id IN (SELECT d.id FROM identity.deliveries d
        WHERE d.campaign_id = ${id} AND NOT ${isWaiting(id, sql`d.respondent_id`)} LIMIT ${limit})`,
    )
    const marks = await tx.execute(sql`
      DELETE FROM identity.hand_deliveries WHERE id IN (SELECT h.id FROM identity.hand_deliveries h
        WHERE h.campaign_id = ${id} AND NOT ${isWaiting(id, sql`h.respondent_id`)} LIMIT ${limit})`)
    return { messages, marks: marks.count }
  },
  async contacts(tx, id, limit) {
    const rows = await tx.execute(sql`
      UPDATE identity.respondents SET email = NULL, phone = NULL, email_failure = NULL, phone_failure = NULL
      WHERE id IN (SELECT r.id FROM identity.respondents r
        WHERE r.campaign_id = ${id} AND ${hasContact} AND NOT ${isWaiting(id, sql`r.id`)} LIMIT ${limit})`)
    return { contacts: rows.count }
  },
  async people(tx, id, limit) {
    const rows = await tx.execute<{ id: string }>(sql`
      SELECT r.id FROM identity.respondents r
      WHERE r.campaign_id = ${id} AND NOT ${isWaiting(id, sql`r.id`)} LIMIT ${limit} FOR UPDATE`)
    if (rows.length === 0) return {}
    return takePeople(
      tx,
      id,
      rows.map((row) => row.id),
      { unanswered: 'counted' },
    )
  },
  async answers(tx, id, limit) {
    const rows = await tx.execute(sql`
      DELETE FROM answer.responses WHERE id IN (SELECT id FROM answer.responses WHERE campaign_id = ${id} LIMIT ${limit})`)
    return { answers: rows.count }
  },
}

const addCounts = sql`ON CONFLICT (campaign_id, kind, part) DO UPDATE SET count = kept_counts.count + excluded.count`

/** Messages `d` of a campaign with all that hangs on them; what had not gone out yet is counted as withdrawn. */
async function takeMessages(tx: Tx, campaignId: string, which: SQL): Promise<number> {
  const rows = await tx.execute<{ messages: number }>(sql`
    WITH gone AS (DELETE FROM identity.deliveries d WHERE ${which} RETURNING d.id, d.channel, d.state, d.wave_id),
    written AS (DELETE FROM identity.outbox o USING gone WHERE o.delivery_id = gone.id),
    kept AS (
      INSERT INTO identity.kept_counts (campaign_id, kind, part, count)
      SELECT ${campaignId}, * FROM (
        SELECT 'message', channel || ' ' || CASE WHEN state IN ('queued', 'sending') THEN 'withdrawn' ELSE state END, count(*)
        FROM gone GROUP BY 2
        UNION ALL SELECT 'wave', wave_id, count(*) FROM gone GROUP BY 2) counted
      ${addCounts})
    SELECT count(*)::int AS messages FROM gone`)
  return rows[0]!.messages
}

/**
 * People with everything that is known of them. `unanswered: 'dropped'` takes invitations that nobody has answered out of
 * the counts, for erasing somebody while answers are still taken. Lock the people's rows before.
 */
export async function takePeople(
  tx: Tx,
  campaignId: string,
  people: string[],
  { unanswered }: { unanswered: 'counted' | 'dropped' },
): Promise<Counts> {
  const kept = sql`respondent_id = ANY(${list(people)}) ${unanswered === 'counted' ? sql`` : sql`AND answered_on IS NOT NULL`}`
  // A credential that is being issued at this moment is waited for, and then counted.
  const invitations = await tx.execute(
    sql`SELECT 1 FROM identity.invitations WHERE respondent_id = ANY(${list(people)}) FOR UPDATE`,
  )
  const messages = await takeMessages(tx, campaignId, sql`d.respondent_id = ANY(${list(people)})`)
  await tx.execute(sql`
    INSERT INTO identity.kept_participation (campaign_id, block, unit, group_code, stratum_id, invited, answered)
    SELECT ${campaignId}, block, unit, group_code, coalesce(stratum_id, ''), count(*), count(answered_on)
    FROM identity.invitations WHERE ${kept} GROUP BY block, unit, group_code, stratum_id
    ON CONFLICT (campaign_id, unit, group_code, stratum_id) DO UPDATE SET
      invited = kept_participation.invited + excluded.invited, answered = kept_participation.answered + excluded.answered`)
  await tx.execute(sql`
    INSERT INTO identity.kept_counts (campaign_id, kind, part, count)
    SELECT ${campaignId}, * FROM (
      SELECT 'person', '', count(DISTINCT respondent_id) FROM identity.invitations WHERE ${kept}
      UNION ALL SELECT 'day', answered_on::text, count(*) FROM identity.invitations
        WHERE ${kept} AND answered_on IS NOT NULL GROUP BY 2
      UNION ALL SELECT 'consent', consent_version, count(*) FROM identity.invitations
        WHERE ${kept} AND consent_version IS NOT NULL GROUP BY 2) counted
    ${addCounts}`)
  await tx.execute(sql`
    UPDATE identity.requests SET note = '', outcome = '' WHERE respondent_id = ANY(${list(people)})`)
  await tx.execute(sql`DELETE FROM identity.respondents WHERE id = ANY(${list(people)})`)
  return { people: people.length, invitations: invitations.length, messages }
}

export async function insertPurge(tx: Tx, purge: typeof purges.$inferInsert): Promise<void> {
  await tx.insert(purges).values(purge)
}

export type PurgeRow = { on: string; by: string; rule: RetentionRule; counts: Counts }

/** Newest first; the batches of one day, rule and account as one. */
export async function listPurges(db: Db, campaignId: string): Promise<PurgeRow[]> {
  return db.execute<PurgeRow>(sql`
    SELECT "on", by, rule, jsonb_object_agg(key, total) AS counts FROM (
      SELECT (created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "on", actor AS by, rule, key, sum(value::int) AS total
      FROM identity.purges CROSS JOIN LATERAL jsonb_each_text(counts)
      WHERE campaign_id = ${campaignId} GROUP BY 1, 2, 3, 4) summed
    GROUP BY 1, 2, 3 ORDER BY 1 DESC, 3, 2`)
}

/** When, in Viet Nam's days, it was first said that a rule of a campaign falls due on a day. */
export async function listAnnounced(
  db: Db,
  code: string,
): Promise<{ rule: RetentionRule; dueOn: string; on: string }[]> {
  return db.execute<{ rule: RetentionRule; dueOn: string; on: string }>(sql`
    SELECT details ->> 'rule' AS rule, details ->> 'dueOn' AS "dueOn",
      min((at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)::text AS "on"
    FROM staff.audit WHERE campaign = ${code} AND action = 'privacy.announce' GROUP BY 1, 2`)
}

/** Gives the room of removed rows back to be written over. Takes no lock that anybody waits for. */
export async function vacuumPurged(db: Db): Promise<void> {
  await db.$client.unsafe(`VACUUM (ANALYZE) ${PURGED_TABLES.join(', ')}`)
}

const PURGED_TABLES = [
  'identity.respondents',
  'identity.invitations',
  'identity.deliveries',
  'identity.delivery_events',
  'identity.hand_deliveries',
  'identity.bounces',
  'identity.outbox',
  'answer.responses',
]

/** Sessions of staff that have ended, with the addresses they came from. */
export async function deleteEndedSessions(db: Db, now: Date): Promise<void> {
  await db.execute(sql`DELETE FROM staff.sessions WHERE expires_at < ${now.toISOString()}::timestamptz`)
}
