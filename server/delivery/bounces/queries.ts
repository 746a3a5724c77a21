/** SQL of bounces: each is taken once, and finds its message. */
import { sql } from 'drizzle-orm'
import type { BounceKind } from '../../channels/read-bounce.ts'
import type { Tx } from '../../db/client.ts'

export type BouncedDelivery = { softBounces: number }

/** Locks the mail that a report is about; undefined when this installation never sent it. */
export async function lockBouncedDelivery(tx: Tx, deliveryId: string): Promise<BouncedDelivery | undefined> {
  const rows = await tx.execute<BouncedDelivery>(sql`
    SELECT soft_bounces AS "softBounces" FROM identity.deliveries
    WHERE id = ${deliveryId} AND channel = 'email' FOR UPDATE`)
  return rows[0]
}

/** False when the same report was taken before. `id`: 32 bytes, see accept-bounce.ts. */
export async function insertBounce(
  tx: Tx,
  bounce: { id: Buffer; deliveryId: string; status: string; kind: BounceKind; at: Date },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    INSERT INTO identity.bounces (id, delivery_id, status, kind, at)
    VALUES (${bounce.id}, ${bounce.deliveryId}, ${bounce.status}, ${bounce.kind}, ${bounce.at.toISOString()}::timestamptz)
    ON CONFLICT (id) DO NOTHING RETURNING 1`)
  return rows.length > 0
}
