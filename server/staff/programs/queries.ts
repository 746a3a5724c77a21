/** SQL of managing programs and listeners. */
import { asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { clients, webhooks } from '../../db/staff-schema.ts'

export function listClients(db: Db): Promise<{ clientId: string; name: string; scopes: string[]; createdAt: Date }[]> {
  const { id: clientId, name, scopes, createdAt } = clients
  return db
    .select({ clientId, name, scopes, createdAt })
    .from(clients)
    .orderBy(asc(createdAt), asc(clientId))
    .limit(500)
}

/** Undefined when there is no such program. */
export async function deleteClient(tx: Tx, id: string): Promise<{ scopes: string[] } | undefined> {
  return (await tx.delete(clients).where(eq(clients.id, id)).returning({ scopes: clients.scopes }))[0]
}

export type Listener = {
  id: string
  url: string
  createdAt: Date
  waiting: number
  state: 'queued' | 'sent' | 'failed' | null
  attempts: number | null
  dueAt: Date | null
}

/** Each with what became of its newest event: the one that was due last. */
export async function listWebhooks(db: Db): Promise<Listener[]> {
  const rows = await db.execute<Record<string, unknown>>(sql`
    SELECT w.id, w.url, w.created_at AS "createdAt", last.state, last.attempts, last.due_at AS "dueAt",
      (SELECT count(*)::int FROM staff.webhook_deliveries d WHERE d.webhook_id = w.id AND d.state = 'queued') AS waiting
    FROM staff.webhooks w
    LEFT JOIN LATERAL (
      SELECT state, attempts, due_at FROM staff.webhook_deliveries d
      WHERE d.webhook_id = w.id ORDER BY due_at DESC, id LIMIT 1) last ON true
    ORDER BY w.created_at, w.id LIMIT 500`)
  return rows.map((row) => ({
    ...(row as Listener),
    createdAt: new Date(row.createdAt as string),
    dueAt: row.dueAt === null ? null : new Date(row.dueAt as string),
  }))
}

/** With what still waited for it. False when there is no such listener. */
export async function deleteWebhook(tx: Tx, id: string): Promise<boolean> {
  return (await tx.delete(webhooks).where(eq(webhooks.id, id)).returning({ id: webhooks.id })).length === 1
}
