/** Whoever changes an account types its password, so that a screen left open changes nothing. Wrong ones count like at sign-in. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { findAccountById } from '../accounts/queries.ts'
import type { Account } from '../queries.ts'
import { passwordMatches } from '../sign-in.ts'

/** Throws password-wrong (422), also while the account is locked. */
export async function provePassword(
  deps: Pick<Deps, 'db' | 'clock'>,
  staff: Staff,
  password: string,
): Promise<Account> {
  const account = await findAccountById(deps.db, staff.id)
  if (!(await passwordMatches(deps, account, password))) throw errors.passwordWrong()
  return account!
}
