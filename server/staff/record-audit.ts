/** The append-only audit log. Details hold ids, codes and numbers; never names, addresses, tokens or answers. */
import type { Db, Tx } from '../db/client.ts'
import { insertAudit } from './queries.ts'

export type AuditEntry = { actor: string; action: string; campaign?: string; details?: Record<string, unknown> }

export async function recordAudit(db: Db | Tx, entry: AuditEntry): Promise<void> {
  await insertAudit(db, { ...entry, details: entry.details ?? {} })
}
