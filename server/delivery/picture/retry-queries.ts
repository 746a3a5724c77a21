/** SQL of sending a group of failed messages once more: which of them may go, and putting those back into the queue. */
import { sql } from 'drizzle-orm'
import type { ChannelName } from '../../channels/channel.ts'
import type { Tx } from '../../db/client.ts'
import type { DeliveryState } from '../queries.ts'
import type { RetriedView } from './schemas.ts'

export type RetryGroup = { channel: ChannelName; cause: string; wave?: number | undefined }
export type SkipReason = keyof RetriedView['skipped']

/**
 * Every failed message of the group, locked, and why it must not be sent again (null: it may). Of one person's several
 * only the latest wave's goes; those before count as `elsewhere`, as do messages whose in-order wave or a later wave
 * reaches the person already.
 */
export async function judgeRetries(
  tx: Tx,
  campaignId: string,
  { channel, cause, wave }: RetryGroup,
): Promise<{ id: string; reason: SkipReason | null }[]> {
  return tx.execute<{ id: string; reason: SkipReason | null }>(sql`
    WITH found AS (
      SELECT d.id, d.respondent_id, d.wave_id, w.number, w.state AS wave_state, w.channel_order
      FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id
      WHERE d.campaign_id = ${campaignId} AND d.channel = ${channel} AND d.state = 'failed' AND d.failure = ${cause}
        ${wave === undefined ? sql`` : sql`AND w.number = ${wave}`}
      FOR UPDATE OF d
    ), judged AS (
      SELECT f.id, f.respondent_id, f.number, CASE
        WHEN NOT EXISTS (SELECT FROM identity.invitations i WHERE i.respondent_id = f.respondent_id AND i.answered_on IS NULL)
          THEN 'answered'
        WHEN r.opted_out_at IS NOT NULL THEN 'optedOut'
        WHEN f.wave_state = 'stopped' THEN 'stopped'
        WHEN CASE ${channel}::text WHEN 'email' THEN r.email IS NULL OR r.email_failure IS NOT NULL
             ELSE r.phone IS NULL OR r.phone_failure IS NOT NULL END THEN 'address'
        WHEN EXISTS (
          SELECT FROM identity.deliveries o JOIN identity.waves w ON w.id = o.wave_id
          WHERE o.respondent_id = f.respondent_id AND o.id <> f.id AND o.state NOT IN ('failed', 'withdrawn')
            AND (o.wave_id = f.wave_id AND f.channel_order = 'in-order' OR o.channel = ${channel} AND w.number > f.number)
        ) THEN 'elsewhere'
        WHEN c.max_messages <= (SELECT count(*) FROM identity.deliveries o
          WHERE o.respondent_id = f.respondent_id AND o.state NOT IN ('failed', 'withdrawn')) THEN 'limit'
      END AS reason
      FROM found f
      JOIN identity.respondents r ON r.id = f.respondent_id
      JOIN campaign.campaigns c ON c.id = ${campaignId}
    )
    SELECT id, CASE WHEN reason IS NULL
      AND row_number() OVER (PARTITION BY respondent_id, reason IS NULL ORDER BY number DESC) > 1 THEN 'elsewhere' ELSE reason END AS reason
    FROM judged`)
}

/** Back into the queue as if never tried; `actor` stands in the history of each. Returns how many were in a state of `from`. */
export async function requeueAll(
  tx: Tx,
  ids: string[],
  { actor, now, from = ['failed'] }: { actor: string; now: Date; from?: DeliveryState[] },
): Promise<number> {
  const rows = await tx.execute(sql`
    UPDATE identity.deliveries
    SET state = 'queued', failure = NULL, due_at = ${now.toISOString()}::timestamptz, attempts = 0, soft_bounces = 0,
      finished_at = NULL, checked_at = NULL, provider_id = NULL, settled_by = ${actor}
    WHERE id = ANY(${sql.param(ids)}::text[]) AND state = ANY(${sql.param(from)}::text[]) RETURNING 1`)
  return rows.length
}
