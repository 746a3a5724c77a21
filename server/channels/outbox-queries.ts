/** SQL of the built-in outbox. */
import { and, desc, eq, gt, ilike, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { outbox } from '../db/delivery-schema.ts'

export type OutboxMessage = typeof outbox.$inferSelect

/** A repeated delivery id changes nothing. */
export async function insertOutboxMessage(db: Db | Tx, message: typeof outbox.$inferInsert): Promise<void> {
  await db.insert(outbox).values(message).onConflictDoNothing({ target: outbox.deliveryId })
}

export type OutboxFilter = { channel?: string | undefined; search?: string | undefined }

/** One page, newest first, and how many there are in all. `search` looks in recipient, subject and text. */
export async function listOutboxPage(
  db: Db,
  { channel, search }: OutboxFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ messages: OutboxMessage[]; total: number }> {
  const pattern = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const where = and(
    channel ? eq(outbox.channel, channel) : undefined,
    pattern
      ? or(ilike(outbox.recipient, pattern), ilike(outbox.subject, pattern), ilike(outbox.text, pattern))
      : undefined,
  )
  const messages = await db.select().from(outbox).where(where).orderBy(desc(outbox.id)).limit(limit).offset(offset)
  const counted = await db.select({ total: sql<number>`count(*)::integer` }).from(outbox).where(where)
  return { messages, total: counted[0]?.total ?? 0 }
}

/** Oldest first, those after id `after`. */
export function listOutboxAfter(db: Db, after: number, limit: number): Promise<OutboxMessage[]> {
  return db.select().from(outbox).where(gt(outbox.id, after)).orderBy(outbox.id).limit(limit)
}
