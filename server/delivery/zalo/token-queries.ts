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

export async function saveZaloTokens(db: Db | Tx, row: ZaloTokenRow): Promise<void> {
  await db.insert(zaloTokens).values(row).onConflictDoUpdate({ target: zaloTokens.appId, set: row })
}

/** The token works: what waited for a person because of it goes on at once. */
export async function endTokenTrouble(db: Db | Tx): Promise<void> {
  await db.execute(sql`
    UPDATE identity.channels SET
      needs_person = CASE WHEN needs_person LIKE 'zalo-token-%' THEN NULL ELSE needs_person END,
      held_until = CASE WHEN held_for LIKE 'zalo-token-%' THEN NULL ELSE held_until END,
      held_for = CASE WHEN held_for LIKE 'zalo-token-%' THEN NULL ELSE held_for END
    WHERE channel = 'zalo' AND (needs_person LIKE 'zalo-token-%' OR held_for LIKE 'zalo-token-%')`)
}

/** What a person must mend about the channel's token, if anything. */
export async function findTokenTrouble(db: Db | Tx): Promise<string | undefined> {
  const rows = await db.execute<{ trouble: string }>(sql`
    SELECT needs_person AS trouble FROM identity.channels WHERE channel = 'zalo' AND needs_person LIKE 'zalo-token-%'`)
  return rows[0]?.trouble
}
