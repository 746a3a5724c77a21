/** SQL of webhooks: who listens, and one row per event and listener. */
import { eq, sql } from 'drizzle-orm'
import { revisions } from '../db/answer-schema.ts'
import type { Db, Tx } from '../db/client.ts'
import { campaigns } from '../db/schema.ts'
import { webhookDeliveries, webhooks } from '../db/staff-schema.ts'
// A clone must not talk to the index module either.
import { SENDING_HELD } from '../delivery/hold/queries.ts'
import { newId } from '../secrets.ts'

export async function insertWebhook(db: Db | Tx, webhook: typeof webhooks.$inferInsert): Promise<void> {
  await db.insert(webhooks).values(webhook)
}

/** What an event says of its campaign, as the transaction has it now; revision 0 before the first change. */
export async function findStanding(tx: Tx, campaignId: string): Promise<{ status: string; revision: number }> {
  const rows = await tx
    .select({ status: campaigns.status, revision: revisions.revision })
    .from(campaigns)
    .leftJoin(revisions, eq(revisions.campaignId, campaigns.id))
    .where(eq(campaigns.id, campaignId))
  return { status: rows[0]!.status, revision: rows[0]!.revision ?? 0 }
}

/** Writes one delivery per listener in the caller's transaction, so that an event is lost with its cause or not at all. */
export async function insertWebhookDeliveries(tx: Tx, body: string): Promise<string[]> {
  const listeners = await tx.select({ id: webhooks.id }).from(webhooks)
  const rows = listeners.map(({ id }) => ({ id: newId(), webhookId: id, body }))
  if (rows.length > 0) await tx.insert(webhookDeliveries).values(rows)
  return rows.map(({ id }) => id)
}

export type DueWebhook = {
  id: string
  webhookId: string
  url: string
  body: string
  attempts: number
  sealedSecret: Buffer
}

/** Claims one due delivery: counts the attempt and moves the next one into the future, so that two workers never both post it. */
export async function claimWebhookDelivery(db: Db, id: string, nextAt: Date): Promise<DueWebhook | undefined> {
  const rows = await db.execute<DueWebhook>(sql`
    UPDATE staff.webhook_deliveries d SET attempts = attempts + 1, due_at = ${nextAt.toISOString()}::timestamptz
    FROM staff.webhooks w
    WHERE d.id = ${id} AND d.state = 'queued' AND d.due_at <= now() AND w.id = d.webhook_id AND NOT ${SENDING_HELD}
    RETURNING d.id, w.id AS "webhookId", w.url, d.body, d.attempts, w.sealed_secret AS "sealedSecret"`)
  return rows[0]
}

export async function setWebhookState(db: Db, id: string, state: 'sent' | 'failed'): Promise<void> {
  await db.update(webhookDeliveries).set({ state }).where(eq(webhookDeliveries.id, id))
}

/** Ids that are due now; the sweep makes hints from them. */
export async function listDueWebhookDeliveries(db: Db): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(
    sql`SELECT id FROM staff.webhook_deliveries WHERE state = 'queued' AND due_at <= now() AND NOT ${SENDING_HELD} ORDER BY due_at LIMIT 500`,
  )
  return rows.map(({ id }) => id)
}

export async function postponeWebhook(db: Db, id: string, dueAt: Date): Promise<void> {
  await db.update(webhookDeliveries).set({ dueAt }).where(eq(webhookDeliveries.id, id))
}
