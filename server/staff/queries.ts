/** SQL of staff: accounts, sessions, programs. */
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { accounts, audit, clients, installation, sessions } from '../db/staff-schema.ts'

export type Account = typeof accounts.$inferSelect

export async function findAccount(db: Db | Tx, email: string): Promise<Account | undefined> {
  return (await db.select().from(accounts).where(eq(accounts.email, email.toLowerCase())))[0]
}

export async function insertAccount(db: Db | Tx, account: typeof accounts.$inferInsert): Promise<void> {
  await db
    .insert(accounts)
    .values({ ...account, email: account.email.toLowerCase() })
    .onConflictDoNothing()
}

/** Counts a failed sign-in; the fifth in a row locks the account until `lockUntil`. */
export async function recordFailedSignIn(db: Db, id: string, lockUntil: Date): Promise<void> {
  await db.execute(sql`
    UPDATE staff.accounts SET
      failed_sign_ins = CASE WHEN failed_sign_ins >= 4 THEN 0 ELSE failed_sign_ins + 1 END,
      locked_until = CASE WHEN failed_sign_ins >= 4 THEN ${lockUntil.toISOString()}::timestamptz ELSE locked_until END
    WHERE id = ${id}`)
}

export async function clearFailedSignIns(db: Db, id: string): Promise<void> {
  await db.update(accounts).set({ failedSignIns: 0, lockedUntil: null }).where(eq(accounts.id, id))
}

/** Marks a TOTP step as used and the factor as confirmed; false when that step was used before (a code works once). */
export async function spendTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const rows = await db
    .update(accounts)
    .set({ totpLastStep: step, totpConfirmed: true })
    .where(and(eq(accounts.id, id), sql`coalesce(${accounts.totpLastStep}, 0) < ${step}`))
    .returning({ id: accounts.id })
  return rows.length === 1
}

/** False when a factor has been confirmed in the meantime; that one stays. */
export async function setTotpSecret(db: Db, id: string, sealedTotpSecret: Buffer): Promise<boolean> {
  const rows = await db
    .update(accounts)
    .set({ sealedTotpSecret })
    .where(and(eq(accounts.id, id), eq(accounts.totpConfirmed, false)))
    .returning({ id: accounts.id })
  return rows.length === 1
}

export async function insertSession(db: Db, session: typeof sessions.$inferInsert): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, sql`now()`))
  await db.insert(sessions).values(session)
}

export async function findSessionById(db: Db, id: string, now: Date) {
  const rows = await db
    .select({
      id: accounts.id,
      email: accounts.email,
      role: accounts.role,
      unit: accounts.unit,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
  return rows[0]
}

export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id))
}

export async function insertClient(db: Db, client: typeof clients.$inferInsert): Promise<void> {
  await db.insert(clients).values(client)
}

export async function insertAudit(db: Db | Tx, entry: typeof audit.$inferInsert): Promise<void> {
  await db.insert(audit).values(entry)
}

/** The check value of the first process that ever started on this database; later ones compare theirs with it. */
export async function keepSecretKeyCheck(db: Db, check: Buffer): Promise<Buffer> {
  await db.insert(installation).values({ id: 1, secretKeyCheck: check }).onConflictDoNothing()
  const rows = await db.select().from(installation)
  return rows[0]!.secretKeyCheck
}
