/** SQL of asking Zalo what became of messages. */
import { sql } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'

const timestamp = (instant: Date) => sql`${instant.toISOString()}::timestamptz`

export type DoubtfulMessage = {
  id: string
  state: 'unknown' | 'sent'
  providerId: string | null
  recipient: string
  /** When the last question was asked, exactly as the row has it; null: none yet. */
  checkedAt: string | null
}

/**
 * Messages of open campaigns whose fate is due to be asked about, the doubtful first. `unknown` ones one minute after the
 * sending ended, then 5 and 30 minutes and 2 hours after the question before, then daily, for 30 days; `sent` ones
 * without a receipt after six hours, then daily, for a week.
 */
export async function listDoubtful(db: Db, now: Date, limit: number): Promise<DoubtfulMessage[]> {
  return db.execute<DoubtfulMessage>(sql`
    WITH waiting AS (
      SELECT d.id, d.state, d.provider_id, d.checked_at, r.phone, ended.at AS ended_at,
        ${timestamp(now)} - ended.at AS age, d.checked_at - ended.at AS asked
      FROM identity.deliveries d
      JOIN campaign.campaigns c ON c.id = d.campaign_id AND c.status IN ('open', 'paused')
      JOIN identity.respondents r ON r.id = d.respondent_id AND r.phone IS NOT NULL
      CROSS JOIN LATERAL (SELECT coalesce(d.finished_at, d.sent_at, d.claimed_at) AS at) ended
      WHERE d.channel = 'zalo' AND d.state IN ('unknown', 'sent')
    )
    SELECT id, state, provider_id AS "providerId", phone AS recipient, checked_at::text AS "checkedAt" FROM waiting
    WHERE CASE state
      WHEN 'unknown' THEN age < interval '30 days' AND age >= CASE
        WHEN asked IS NULL THEN interval '1 minute'
        WHEN asked < interval '6 minutes' THEN asked + interval '5 minutes'
        WHEN asked < interval '36 minutes' THEN asked + interval '30 minutes'
        WHEN asked < interval '156 minutes' THEN asked + interval '2 hours'
        ELSE asked + interval '1 day' END
      ELSE age < interval '7 days' AND age >= CASE
        WHEN asked IS NULL THEN interval '6 hours' ELSE asked + interval '1 day' END
      END
    ORDER BY state DESC, checked_at NULLS FIRST, ended_at
    LIMIT ${limit}`)
}

/** Takes the question for this process alone; false when another has asked, or the row has moved on. */
export async function claimQuestion(db: Db, message: DoubtfulMessage, now: Date): Promise<boolean> {
  const rows = await db.execute(sql`
    UPDATE identity.deliveries SET checked_at = ${timestamp(now)}
    WHERE id = ${message.id} AND state = ${message.state}
      AND checked_at IS NOT DISTINCT FROM ${message.checkedAt}::timestamptz
    RETURNING 1`)
  return rows.length > 0
}

/** Zalo has it: what could not be told before is sent. Returns the campaign's id when the row changed. */
export async function settleAsSent(db: Db, id: string): Promise<string | undefined> {
  const rows = await db.execute<{ campaignId: string }>(sql`
    UPDATE identity.deliveries SET state = 'sent', failure = NULL, sent_at = coalesce(sent_at, claimed_at)
    WHERE id = ${id} AND state = 'unknown' RETURNING campaign_id AS "campaignId"`)
  return rows[0]?.campaignId
}
