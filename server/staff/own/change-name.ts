/** How one is called on the office's screens: the first account of an installation is made without a name. */
import type { Deps } from '../../deps.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../record-audit.ts'
import { setName } from './queries.ts'

/** The same name again changes nothing. The log tells that a name was changed, and no name. */
export function changeName({ db }: Pick<Deps, 'db'>, name: string, staff: Staff): Promise<void> {
  return db.transaction(async (tx) => {
    if (await setName(tx, staff.id, name)) await recordAudit(tx, { actor: staff.email, action: 'account.name' })
  })
}
