/**
 * SQL of the hold: the one row of staff.installation, what the database says of its own place, and what waits.
 *
 * `place` also holds an id, the rounds of confirming (`epoch`) and a mark: the number of the transaction that last wrote
 * the row, which PostgreSQL keeps as the row's xmin for as long as nobody else writes it. Whatever loads rows from a dump, also
 * into the same database, writes them in a transaction of its own, and the two differ.
 */
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { takesAnswers } from '../queries.ts'
import type { HoldReason, PlaceParts, Seen } from './judge-place.ts'

const timestamp = (instant: Date) => sql`${instant.toISOString()}::timestamptz`
const MARK = sql`jsonb_build_object('mark', (pg_current_xact_id()::xid)::text)`
const UNTOUCHED = sql`place ->> 'mark' = xmin::text`
/**
 * The one rule of when nothing may leave: a hold stands, or the row was loaded from a dump a moment ago and nobody has
 * looked yet. A condition of SQL, so that whoever claims something to send refuses in the very same statement.
 */
export const SENDING_HELD = sql`EXISTS (SELECT FROM staff.installation
  WHERE hold_reason IS NOT NULL OR (place IS NOT NULL AND NOT (${UNTOUCHED})))`
/** Messages that nothing but the hold keeps back. */
const DUE = (now: Date) => sql`
  FROM identity.deliveries d
  JOIN identity.waves w ON w.id = d.wave_id AND w.state = 'running'
  JOIN campaign.campaigns c ON c.id = d.campaign_id AND ${takesAnswers(now)}
  WHERE d.state = 'queued' AND d.due_at <= ${timestamp(now)}`

/** What the database can be asked about its own place. */
const QUESTIONS = {
  cluster: sql`(SELECT system_identifier::text FROM pg_control_system())`,
  database: sql`(SELECT oid || ' ' || datname FROM pg_database WHERE datname = current_database())`,
  timeline: sql`substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)`,
  // What was inserted, not what was written out: a sign of life has to be further than the one before it.
  lsn: sql`pg_current_wal_insert_lsn()::text`,
} as const
type Question = keyof typeof QUESTIONS
const NONE = sql`NULL::text`
/** No right, no such function, not supported, not now: that part is left out. */
const UNANSWERED = new Set(['42501', '42883', '0A000', '55000'])

export type Answers = Record<Question, typeof NONE>

/** Which questions this server answers; ask once a process. */
export async function findAnswers(db: Db): Promise<Answers> {
  const answers: Answers = { cluster: NONE, database: NONE, timeline: NONE, lsn: NONE }
  for (const question of Object.keys(QUESTIONS) as Question[]) {
    try {
      await db.execute(sql`SELECT ${QUESTIONS[question]} AS answer`)
      answers[question] = QUESTIONS[question]
    } catch (error) {
      const { code } = ((error as Error).cause ?? error) as { code?: string }
      if (!code || !UNANSWERED.has(code)) throw error
    }
  }
  return answers
}

export type Installation = {
  /** Null before the first check. */
  place: (PlaceParts & { id: string; epoch: string }) | null
  /** Whether somebody else than we wrote the row last. */
  rewritten: boolean
  holdReason: string | null
  heldAt: Date | null
  /** When a worker last lived. */
  beatAt: Date | null
  seen: Seen
  found: PlaceParts
}

/** Undefined when no process has ever started on this database. */
export async function findInstallation(db: Db | Tx, answers: Answers): Promise<Installation | undefined> {
  const rows = await db.execute<{
    place: Installation['place']
    rewritten: boolean
    holdReason: string | null
    held: number | null
    beat: number | null
    beatLsn: string | null
    cluster: string | null
    database: string | null
    timeline: string | null
  }>(sql`
    SELECT place, NOT coalesce(${UNTOUCHED}, true) AS rewritten, hold_reason AS "holdReason",
      extract(epoch FROM held_at)::float8 AS held, extract(epoch FROM beat_at)::float8 AS beat, beat_lsn AS "beatLsn",
      ${answers.cluster} AS cluster, ${answers.database} AS database, ${answers.timeline} AS timeline
    FROM staff.installation WHERE id = 1`)
  const row = rows[0]
  if (!row) return undefined
  const { place, rewritten, holdReason, held, beat, beatLsn, cluster, database, timeline } = row
  return {
    place,
    rewritten,
    holdReason,
    heldAt: momentOf(held),
    beatAt: momentOf(beat),
    seen: { epoch: Number(place?.epoch ?? 0), lsn: beatLsn },
    found: { cluster, database, timeline },
  }
}

const momentOf = (seconds: number | null): Date | null => (seconds === null ? null : new Date(seconds * 1000))

/** The first place; of several processes that start at once, one records it. */
export async function recordPlace(db: Db, { parts, id }: { parts: PlaceParts; id: string }): Promise<void> {
  await db.execute(sql`
    UPDATE staff.installation SET place = ${JSON.stringify({ ...parts, id, epoch: '0' })}::jsonb || ${MARK}
    WHERE id = 1 AND place IS NULL`)
}

/** A sign of life; parts that this release knows and the recorded place does not are added. Nothing while sending is held. */
export async function beat(
  db: Db,
  answers: Answers,
  { parts, now }: { parts: PlaceParts; now: Date },
): Promise<Seen | undefined> {
  const rows = await db.execute<{ epoch: number; lsn: string | null }>(sql`
    UPDATE staff.installation SET beat_at = ${timestamp(now)}, beat_lsn = ${answers.lsn},
      place = ${JSON.stringify(parts)}::jsonb || jsonb_strip_nulls(place) || ${MARK}
    WHERE id = 1 AND hold_reason IS NULL AND ${UNTOUCHED}
    RETURNING (place ->> 'epoch')::integer AS epoch, beat_lsn AS lsn`)
  return rows[0] && { epoch: rows[0].epoch, lsn: rows[0].lsn }
}

/** Why nothing is sent, and since when; null: sending is free. */
export async function findHold(db: Db | Tx): Promise<{ reason: string; since: Date } | null> {
  const rows = await db.execute<{ reason: string; since: number }>(sql`
    SELECT hold_reason AS reason, extract(epoch FROM held_at)::float8 AS since
    FROM staff.installation WHERE hold_reason IS NOT NULL`)
  return rows[0] ? { reason: rows[0].reason, since: momentOf(rows[0].since)! } : null
}

/** True while nothing may leave this installation: for whatever speaks to the world and is no message of a wave. */
export async function sendingHeld(db: Db | Tx): Promise<boolean> {
  const rows = await db.execute<{ held: boolean }>(sql`SELECT ${SENDING_HELD} AS held`)
  return rows[0]!.held
}

/** False when sending is held already: the first reason stays. */
export async function setHold(db: Db | Tx, reason: HoldReason, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    UPDATE staff.installation SET hold_reason = ${reason}, held_at = ${timestamp(now)}, place = place || ${MARK}
    WHERE id = 1 AND hold_reason IS NULL RETURNING 1`)
  return rows.length > 0
}

/** Ends the hold, here is the place from now on, and witnesses of before count no more. Returns the reason that ended. */
export async function releaseHold(
  tx: Tx,
  answers: Answers,
  { parts, now }: { parts: PlaceParts; now: Date },
): Promise<{ reason: string; seen: Seen } | undefined> {
  const rows = await tx.execute<{ reason: string; epoch: number; lsn: string | null }>(sql`
    UPDATE staff.installation i SET hold_reason = NULL, held_at = NULL, beat_at = ${timestamp(now)}, beat_lsn = ${answers.lsn},
      place = ${JSON.stringify(parts)}::jsonb || ${MARK}
        || jsonb_build_object('id', old.place -> 'id', 'epoch', ((old.place ->> 'epoch')::integer + 1)::text)
    FROM (SELECT id, hold_reason, place FROM staff.installation WHERE hold_reason IS NOT NULL FOR UPDATE) old
    WHERE i.id = old.id
    RETURNING old.hold_reason AS reason, (i.place ->> 'epoch')::integer AS epoch, i.beat_lsn AS lsn`)
  return rows[0] && { reason: rows[0].reason, seen: { epoch: rows[0].epoch, lsn: rows[0].lsn } }
}

/** Messages whose moment has come. */
export async function countDue(db: Db | Tx, now: Date): Promise<{ email: number; zalo: number }> {
  const rows = await db.execute<{ email: number; zalo: number }>(sql`
    SELECT count(*) FILTER (WHERE d.channel = 'email')::integer AS email,
      count(*) FILTER (WHERE d.channel = 'zalo')::integer AS zalo ${DUE(now)}`)
  return { email: rows[0]!.email, zalo: rows[0]!.zalo }
}

/** Whether anything would leave at once: a message, or a planned wave that begins by itself because it is not older than `wavesSince`. */
export async function isAnythingDue(
  db: Db | Tx,
  { now, wavesSince }: { now: Date; wavesSince: Date },
): Promise<boolean> {
  const rows = await db.execute<{ due: boolean }>(sql`
    SELECT EXISTS (SELECT ${DUE(now)}) OR EXISTS (
      SELECT FROM identity.waves w JOIN campaign.campaigns c ON c.id = w.campaign_id AND c.status = 'open'
      WHERE w.state = 'planned' AND w.starts_at BETWEEN ${timestamp(wavesSince)} AND ${timestamp(now)}) AS due`)
  return rows[0]!.due
}

/** What a restored database calls waiting may have gone out after the dump. Returns the ids of the campaigns, one a message. */
export async function markWaitingUnknown(tx: Tx, actor: string): Promise<string[]> {
  const rows = await tx.execute<{ campaignId: string }>(sql`
    UPDATE identity.deliveries SET state = 'unknown', failure = 'interrupted', settled_by = ${actor}
    WHERE state IN ('queued', 'sending') RETURNING campaign_id AS "campaignId"`)
  return rows.map(({ campaignId }) => campaignId)
}

/** Planned waves whose moment has passed may have begun after the dump: they wait for a person. Returns the ids of their campaigns, one a wave. */
export async function markPassedOverdue(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.execute<{ campaignId: string }>(sql`
    UPDATE identity.waves SET state = 'overdue' WHERE state = 'planned' AND starts_at <= ${timestamp(now)}
    RETURNING campaign_id AS "campaignId"`)
  return rows.map(({ campaignId }) => campaignId)
}
