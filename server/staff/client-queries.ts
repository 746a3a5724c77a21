/** SQL of programs that sign in with a secret. */
import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { clients } from '../db/schema.ts'

export async function findClientSecretHash(db: Db | Tx, clientId: string): Promise<Buffer | undefined> {
  return (await db.select({ hash: clients.secretHash }).from(clients).where(eq(clients.id, clientId)))[0]?.hash
}

export async function findClientName(db: Db | Tx, clientId: string): Promise<string | undefined> {
  return (await db.select({ name: clients.name }).from(clients).where(eq(clients.id, clientId)))[0]?.name
}
