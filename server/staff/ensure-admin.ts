/** Creates the first administrator from ADMIN_EMAIL and ADMIN_PASSWORD; an account that exists is left as it is. */
import type { Deps } from '../deps.ts'
import { newId } from '../secrets.ts'
import { hashPassword } from './hash-password.ts'
import { findAccount, insertAccount } from './queries.ts'

export async function ensureAdmin({ db }: Pick<Deps, 'db'>, admin: { email: string; password: string }): Promise<void> {
  if (await findAccount(db, admin.email)) return
  await insertAccount(db, {
    id: newId(),
    email: admin.email,
    passwordHash: await hashPassword(admin.password),
    role: 'admin',
  })
}
