/** SQL of invitations. An open one was neither accepted nor withdrawn; its link works until it expires. */
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { accountInvitations, accounts, recoveryCodes, sessions } from '../../db/staff-schema.ts'

export type Invitation = typeof accountInvitations.$inferSelect

const open = and(isNull(accountInvitations.acceptedAt), isNull(accountInvitations.revokedAt))

/** Two administrators who invite one address at once wait for each other; ends with the transaction. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(7041576, hashtext(${email}))`)
}

/** Ends every open invitation of an address: a new one takes their place. */
export async function revokeOpenInvitations(tx: Tx, email: string, now: Date): Promise<void> {
  await tx
    .update(accountInvitations)
    .set({ revokedAt: now })
    .where(and(eq(accountInvitations.email, email), open))
}

/** Ends every open invitation that somebody made; returns how many there were. */
export async function revokeInvitationsBy(tx: Tx, invitedBy: string, now: Date): Promise<number> {
  const rows = await tx
    .update(accountInvitations)
    .set({ revokedAt: now })
    .where(and(eq(accountInvitations.invitedBy, invitedBy), open))
    .returning({ id: accountInvitations.id })
  return rows.length
}

export async function insertInvitation(tx: Tx, row: typeof accountInvitations.$inferInsert): Promise<Invitation> {
  return (await tx.insert(accountInvitations).values(row).returning())[0]!
}

/** All that wait for an answer, also those that expired less than 30 days ago: they can be sent again. */
export function listOpenInvitations(db: Db, now: Date): Promise<Invitation[]> {
  const since = new Date(now.getTime() - 30 * 86_400_000)
  return db
    .select()
    .from(accountInvitations)
    .where(and(open, gt(accountInvitations.expiresAt, since)))
    .orderBy(asc(accountInvitations.createdAt), asc(accountInvitations.id))
    .limit(500)
}

/** Undefined when it is not open any more. */
export async function revokeInvitation(tx: Tx, id: string, now: Date): Promise<Invitation | undefined> {
  const rows = await tx
    .update(accountInvitations)
    .set({ revokedAt: now })
    .where(and(eq(accountInvitations.id, id), open))
    .returning()
  return rows[0]
}

/** Gives an open invitation another token and another term; the token before dies with it. */
export async function renewInvitation(
  tx: Tx,
  id: string,
  { tokenHash, expiresAt }: { tokenHash: Buffer; expiresAt: Date },
): Promise<Invitation | undefined> {
  const rows = await tx
    .update(accountInvitations)
    .set({ tokenHash, expiresAt })
    .where(and(eq(accountInvitations.id, id), open))
    .returning()
  return rows[0]
}

/** The invitation whose link works now. */
export async function findInvitation(db: Db, tokenHash: Buffer, now: Date): Promise<Invitation | undefined> {
  const works = and(eq(accountInvitations.tokenHash, tokenHash), open, gt(accountInvitations.expiresAt, now))
  return (await db.select().from(accountInvitations).where(works))[0]
}

/** Takes the invitation: of two who open one link at once, one gets it. */
export async function acceptInvitation(tx: Tx, tokenHash: Buffer, now: Date): Promise<Invitation | undefined> {
  const rows = await tx
    .update(accountInvitations)
    .set({ acceptedAt: now })
    .where(and(eq(accountInvitations.tokenHash, tokenHash), open, gt(accountInvitations.expiresAt, now)))
    .returning()
  return rows[0]
}

/** False when the address has an account by now. */
export async function insertInvitedAccount(tx: Tx, row: typeof accounts.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(accounts).values(row).onConflictDoNothing().returning({ id: accounts.id })
  return rows.length === 1
}

/** A new password; the second factor, its recovery codes, a lock and every session go. False for a closed account. */
export async function resetAccount(
  tx: Tx,
  id: string,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<boolean> {
  const rows = await tx
    .update(accounts)
    .set({
      passwordHash,
      passwordChangedAt: now,
      sealedTotpSecret: null,
      totpConfirmed: false,
      totpLastStep: null,
      failedSignIns: 0,
      lockedUntil: null,
    })
    .where(and(eq(accounts.id, id), isNull(accounts.disabledAt)))
    .returning({ id: accounts.id })
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, id))
  await tx.delete(sessions).where(eq(sessions.accountId, id))
  return rows.length === 1
}
