/** SQL of staff: accounts, sessions, programs. */
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/client.ts'
import { accounts, audit, clients, installation, recoveryCodes, sessions } from '../db/staff-schema.ts'

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

/** False when the code is none of this account's, or was used: of two at once one wins. */
export async function spendRecoveryCode(db: Db, accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const rows = await db
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(eq(recoveryCodes.accountId, accountId), eq(recoveryCodes.codeHash, codeHash), isNull(recoveryCodes.usedAt)),
    )
    .returning({ accountId: recoveryCodes.accountId })
  return rows.length === 1
}

/** How many have not been used. */
export async function countRecoveryCodes(db: Db, accountId: string): Promise<number> {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)))
}

export type NewSession = { id: string; device: string; address: string; expiresAt: Date; now: Date }

/**
 * False when the account is not as it was when its password was checked: waits for whoever changes it just now, so that
 * no session outlives the change that ends them all.
 */
export async function insertSession(
  db: Db,
  { id: accountId, passwordHash }: Pick<Account, 'id' | 'passwordHash'>,
  { id, device, address, expiresAt, now }: NewSession,
): Promise<boolean> {
  await db.delete(sessions).where(lt(sessions.expiresAt, now))
  const rows = await db.execute(sql`
    INSERT INTO staff.sessions (id, account_id, created_at, last_seen_at, device, address, expires_at)
    SELECT ${id}, id, ${now.toISOString()}::timestamptz, date_trunc('minute', ${now.toISOString()}::timestamptz),
      ${device}::text, ${address}::text, ${expiresAt.toISOString()}::timestamptz
    FROM staff.accounts WHERE id = ${accountId} AND password_hash = ${passwordHash} AND disabled_at IS NULL
    FOR SHARE
    RETURNING 1`)
  return rows.length === 1
}

/** The account behind a session that has not ended. `stale`: it was last seen a minute ago or more. */
export async function findSessionById(db: Db, id: string, now: Date) {
  const rows = await db
    .select({
      id: accounts.id,
      email: accounts.email,
      role: accounts.role,
      unit: accounts.unit,
      stale: sql<boolean>`${sessions.lastSeenAt} <= ${now.toISOString()}::timestamptz - interval '1 minute'`,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now), isNull(accounts.disabledAt)))
  return rows[0]
}

/** To the minute, and at most once a minute however many calls come at once. */
export async function touchSession(db: Db, id: string, now: Date): Promise<void> {
  const at = sql`date_trunc('minute', ${now.toISOString()}::timestamptz)`
  await db
    .update(sessions)
    .set({ lastSeenAt: at })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, at)))
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
