/** SQL of messages that did not arrive, or may not have: fail, fall back to the next channel, put back into the queue. */
import { sql } from 'drizzle-orm'
import type { Tx } from '../db/client.ts'
import type { DeliveryState } from './queries.ts'

const timestamp = (instant: Date) => sql`${instant.toISOString()}::timestamptz`
const oneOf = (states: DeliveryState[]) =>
  sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )

/**
 * A message that did not arrive and never will. `address`: nothing more goes to this address until it is corrected. In a
 * wave whose channels follow one another, the person's message over the next channel is written in the same transaction
 * (`insertFallback`). `actor`: the account that says so. Returns the campaign's id when the row changed.
 */
export async function failDelivery(
  tx: Tx,
  id: string,
  {
    failure,
    address,
    now,
    actor = null,
    from = ['sending', 'sent', 'unknown', 'delivered'],
    claimedAt,
  }: {
    failure: string
    address: boolean
    now: Date
    actor?: string | null
    from?: DeliveryState[]
    /** Only the claim of this moment. */
    claimedAt?: Date
  },
): Promise<string | undefined> {
  const rows = await tx.execute<{ campaignId: string; channel: string }>(sql`
    UPDATE identity.deliveries
    SET state = 'failed', failure = ${failure}, finished_at = coalesce(finished_at, ${timestamp(now)}),
      settled_by = coalesce(${actor}, settled_by)
    WHERE id = ${id} AND state IN (${oneOf(from)}) ${claimedAt ? sql`AND claimed_at = ${timestamp(claimedAt)}` : sql``}
    RETURNING campaign_id AS "campaignId", channel`)
  const failed = rows[0]
  if (!failed) return undefined
  if (address) {
    const [column, field] = failed.channel === 'email' ? [sql`email_failure`, 'email'] : [sql`phone_failure`, 'phone']
    // An address corrected since then is another one, of which this says nothing; the audit log knows when that was.
    await tx.execute(sql`
      UPDATE identity.respondents r SET ${column} = ${failure}
      FROM identity.deliveries d JOIN campaign.campaigns c ON c.id = d.campaign_id
      WHERE d.id = ${id} AND r.id = d.respondent_id AND NOT EXISTS (
        SELECT FROM staff.audit a
        WHERE a.campaign = c.code AND a.action = 'people.contact' AND a.details ->> 'person' = r.id
          AND a.details ->> ${field}::text IS NOT NULL AND a.at > d.claimed_at)`)
  }
  await insertFallback(tx, id, now)
  return failed.campaignId
}

/**
 * The message over the next channel of an `in-order` wave, for a person whose message over the one before has failed:
 * only where they have a good address there, have not answered or opted out, have no message of the wave over that
 * channel yet, and the campaign's most messages a person leave room.
 */
async function insertFallback(tx: Tx, failedId: string, now: Date): Promise<void> {
  await tx.execute(sql`
    INSERT INTO identity.deliveries (id, campaign_id, wave_id, respondent_id, channel, due_at)
    SELECT gen_random_uuid()::text, d.campaign_id, d.wave_id, d.respondent_id, next.channel, ${timestamp(now)}
    FROM identity.deliveries d
    JOIN identity.waves w ON w.id = d.wave_id AND w.channel_order = 'in-order' AND w.state IN ('running', 'paused')
    JOIN campaign.campaigns c ON c.id = d.campaign_id AND c.status IN ('open', 'paused')
    JOIN identity.respondents r ON r.id = d.respondent_id AND r.opted_out_at IS NULL
    CROSS JOIN LATERAL (
      SELECT t.channel FROM unnest(w.channels) WITH ORDINALITY AS t(channel, place)
      WHERE t.place > array_position(w.channels, d.channel)
        AND CASE t.channel WHEN 'email' THEN r.email IS NOT NULL AND r.email_failure IS NULL
                           ELSE r.phone IS NOT NULL AND r.phone_failure IS NULL END
        AND NOT EXISTS (SELECT FROM identity.deliveries o
                        WHERE o.wave_id = d.wave_id AND o.respondent_id = d.respondent_id AND o.channel = t.channel)
      ORDER BY t.place LIMIT 1
    ) next
    WHERE d.id = ${failedId} AND d.state = 'failed'
      AND EXISTS (SELECT FROM identity.invitations i WHERE i.respondent_id = r.id AND i.answered_on IS NULL
                    AND (w.units IS NULL OR i.unit = ANY(w.units)))
      AND (SELECT count(*) FROM identity.deliveries o
           WHERE o.respondent_id = r.id AND o.state NOT IN ('failed', 'withdrawn')) < c.max_messages
    ON CONFLICT (wave_id, respondent_id, channel) DO NOTHING`)
}

/** A receipt came after all for a message that had been given up: what was to replace it is not sent any more. */
export async function withdrawFallback(tx: Tx, deliveredId: string): Promise<void> {
  await tx.execute(sql`
    UPDATE identity.deliveries o SET state = 'withdrawn', failure = 'reached'
    FROM identity.deliveries d JOIN identity.waves w ON w.id = d.wave_id AND w.channel_order = 'in-order'
    WHERE d.id = ${deliveredId} AND o.wave_id = d.wave_id AND o.respondent_id = d.respondent_id AND o.id <> d.id
      AND o.state = 'queued'`)
}

/**
 * Puts a message back into the queue: after a soft bounce, or because a person says so (`actor`). `softBounce` counts it
 * as one. Returns the campaign's id when the row changed.
 */
export async function requeueDelivery(
  tx: Tx,
  id: string,
  {
    failure,
    dueAt,
    from,
    actor = null,
    softBounce = false,
  }: { failure: string | null; dueAt: Date; from: DeliveryState[]; actor?: string | null; softBounce?: boolean },
): Promise<string | undefined> {
  const rows = await tx.execute<{ campaignId: string }>(sql`
    UPDATE identity.deliveries
    SET state = 'queued', failure = ${failure}, due_at = ${timestamp(dueAt)}, attempts = 0, finished_at = NULL, checked_at = NULL,
      provider_id = NULL, soft_bounces = soft_bounces + ${softBounce ? 1 : 0}::integer, settled_by = coalesce(${actor}, settled_by)
    WHERE id = ${id} AND state IN (${oneOf(from)})
    RETURNING campaign_id AS "campaignId"`)
  return rows[0]?.campaignId
}
