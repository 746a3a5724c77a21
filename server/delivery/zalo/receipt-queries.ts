/** SQL of receipts: which delivery one belongs to. */
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'

/** By our own id, or by Zalo's when ours is missing or unknown. `claimedAt`: the sending began. */
export async function findReceiptTarget(
  db: Db | Tx,
  { trackingId, providerId }: { trackingId: string | null; providerId: string | null },
): Promise<{ id: string; claimedAt: Date | null } | undefined> {
  const rows = await db.execute<{ id: string; claimedMs: number | null }>(sql`
    SELECT id, (extract(epoch FROM claimed_at) * 1000)::float8 AS "claimedMs"
    FROM identity.deliveries WHERE channel = 'zalo' AND (id = ${trackingId} OR provider_id = ${providerId})
    ORDER BY (id = ${trackingId}) DESC NULLS LAST LIMIT 1`)
  const row = rows[0]
  return row && { id: row.id, claimedAt: row.claimedMs === null ? null : new Date(row.claimedMs) }
}
