/** SQL of one's own account: its sessions, password, second factor and recovery codes. */
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { accounts, recoveryCodes, sessions } from '../../db/staff-schema.ts'

export type Session = typeof sessions.$inferSelect

/** Those that have not run out, last seen first. */
export function listSessions(db: Db, accountId: string, now: Date): Promise<Session[]> {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt))
    .limit(100)
}

/** False when it has ended already, or is another person's. */
export async function deleteOwnSession(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), eq(sessions.id, id)))
    .returning({ id: sessions.id })
  return rows.length === 1
}

/** False when that is the name already. */
export async function setName(tx: Tx, id: string, name: string): Promise<boolean> {
  const rows = await tx
    .update(accounts)
    .set({ name })
    .where(and(eq(accounts.id, id), ne(accounts.name, name)))
    .returning({ id: accounts.id })
  return rows.length === 1
}

/** False when the password has been changed since it was checked. */
export async function setPassword(
  tx: Tx,
  account: { id: string; passwordHash: string },
  passwordHash: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(accounts)
    .set({ passwordHash, passwordChangedAt: now, failedSignIns: 0, lockedUntil: null })
    .where(and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash)))
    .returning({ id: accounts.id })
  return rows.length === 1
}

/** Puts a proved secret in the place of whatever was there; `step`: of the code that proved it, which is spent by this. */
export async function setProvedFactor(tx: Tx, id: string, sealedTotpSecret: Buffer, step: number): Promise<void> {
  await tx
    .update(accounts)
    .set({ sealedTotpSecret, totpConfirmed: true, totpLastStep: step })
    .where(eq(accounts.id, id))
}

/** The codes before, used or not, are gone. */
export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: Buffer[]): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ accountId, codeHash })))
}
