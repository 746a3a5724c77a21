/** SQL of Zalo's token pair. */
import { eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { zaloTokens } from '../../db/delivery-schema.ts'

export type ZaloTokenRow = typeof zaloTokens.$inferSelect

export async function findZaloTokens(db: Db | Tx, appId: string): Promise<ZaloTokenRow | undefined> {
  return (await db.select().from(zaloTokens).where(eq(zaloTokens.appId, appId)))[0]
}

/** One refresh at a time over all processes, until the transaction ends. An advisory lock, because the first time there is no row to lock. */
export async function lockZaloTokens(tx: Tx, appId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`zalo-token:${appId}`}, 0))`)
}

export async function saveZaloTokens(tx: Tx, row: ZaloTokenRow): Promise<void> {
  await tx.insert(zaloTokens).values(row).onConflictDoUpdate({ target: zaloTokens.appId, set: row })
}
