/** SQL of managing accounts. Whatever takes rights away ends the account's sessions in the same transaction. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db, Tx } from '../../db/client.ts'
import { accounts, sessions } from '../../db/staff-schema.ts'
import type { Role } from '../permissions.ts'
import type { Account } from '../queries.ts'

export async function findAccountById(db: Db | Tx, id: string): Promise<Account | undefined> {
  return (await db.select().from(accounts).where(eq(accounts.id, id)))[0]
}

const listed = {
  id: accounts.id,
  email: accounts.email,
  name: accounts.name,
  role: accounts.role,
  unit: accounts.unit,
  totpConfirmed: accounts.totpConfirmed,
  lockedUntil: accounts.lockedUntil,
  disabledAt: accounts.disabledAt,
  createdAt: accounts.createdAt,
}
export type ListedAccount = Pick<Account, keyof typeof listed> & { sessions: number; lastSeenAt: Date | null }

/** By address. `now`: sessions that have run out are not counted. */
export async function listAccounts(db: Db, now: Date): Promise<ListedAccount[]> {
  const open = sql`${sessions.expiresAt} > ${now.toISOString()}::timestamptz`
  return db
    .select({
      ...listed,
      sessions: sql<number>`(count(${sessions.id}) FILTER (WHERE ${open}))::int`,
      lastSeenAt: sql<Date | null>`max(${sessions.lastSeenAt}) FILTER (WHERE ${open})`.mapWith(
        (at) => at && new Date(at),
      ),
    })
    .from(accounts)
    .leftJoin(sessions, eq(sessions.accountId, accounts.id))
    .groupBy(accounts.id)
    .orderBy(asc(accounts.email))
    .limit(1_000)
}

/**
 * Ids of the administrators who can sign in, their rows locked until the transaction ends: two who take each other's
 * rights away at once do it one after the other, and the second sees what the first did.
 */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.role, 'admin'), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.id))
    .for('update')
  return rows.map(({ id }) => id)
}

/** The account as it is, locked until the transaction ends. */
export async function lockAccount(tx: Tx, id: string): Promise<Account | undefined> {
  return (await tx.select().from(accounts).where(eq(accounts.id, id)).for('update'))[0]
}

export async function setRole(tx: Tx, id: string, role: Role, unit: string | null): Promise<void> {
  await tx.update(accounts).set({ role, unit }).where(eq(accounts.id, id))
}

/** null: open again. */
export async function setDisabledAt(tx: Tx, id: string, disabledAt: Date | null): Promise<void> {
  await tx.update(accounts).set({ disabledAt }).where(eq(accounts.id, id))
}

export async function unlock(tx: Tx, id: string): Promise<void> {
  await tx.update(accounts).set({ failedSignIns: 0, lockedUntil: null }).where(eq(accounts.id, id))
}

/** How many there were; `except`: one that goes on. */
export async function deleteSessionsOf(tx: Tx, accountId: string, except = ''): Promise<number> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.accountId, accountId), sql`${sessions.id} <> ${except}`))
    .returning({ id: sessions.id })
  return rows.length
}

/** Units of all campaigns, each with the name that the newest campaign gives it. */
export async function listUnits(db: Db): Promise<{ code: string; name: string }[]> {
  return db.execute<{ code: string; name: string }>(sql`
    SELECT DISTINCT ON (unit->>'code') unit->>'code' AS code, unit->>'name' AS name
    FROM campaign.campaigns c, jsonb_array_elements(c.definition->'blocks') block, jsonb_array_elements(block->'units') unit
    ORDER BY unit->>'code', c.created_at DESC`)
}
