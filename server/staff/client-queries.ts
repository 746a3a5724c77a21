/** SQL of programs that sign in with a secret. */
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { clients } from '../db/staff-schema.ts'

export async function findClient(
  db: Db | Tx,
  clientId: string,
): Promise<{ secretHash: Buffer; scopes: string[] } | undefined> {
  const { secretHash, scopes } = clients
  return (await db.select({ secretHash, scopes }).from(clients).where(eq(clients.id, clientId)))[0]
}

export async function findClientName(db: Db | Tx, clientId: string): Promise<string | undefined> {
  return (await db.select({ name: clients.name }).from(clients).where(eq(clients.id, clientId)))[0]?.name
}
