/** Whoever manages accounts must still be an administrator when it is written down, and stays one until then. */
import type { Tx } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { lockAdministrators } from './queries.ts'

/** Throws forbidden (403) when somebody has taken the right away since the call was let in. Call it before any other lock. */
export async function requireAdministrator(tx: Tx, staff: Staff): Promise<void> {
  if (!(await lockAdministrators(tx)).includes(staff.id)) throw errors.forbidden()
}
