/** What one's own account page shows. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { findAccountById } from '../accounts/queries.ts'
import { countRecoveryCodes } from '../queries.ts'
import type { OwnAccountView } from './schemas.ts'

export async function readOwnAccount({ db }: Pick<Deps, 'db'>, staff: Staff): Promise<OwnAccountView> {
  const [account, recoveryCodes] = await Promise.all([findAccountById(db, staff.id), countRecoveryCodes(db, staff.id)])
  if (!account) throw errors.signInRequired()
  const { email, name, role, unit, passwordChangedAt, totpConfirmed } = account
  return {
    ...{ email, name, role, unit, recoveryCodes },
    passwordChangedAt: passwordChangedAt.toISOString(),
    secondFactor: totpConfirmed,
  }
}
