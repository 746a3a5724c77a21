/**
 * What administrators do to an account. Nobody does it to themselves, and so one administrator always stays: all their
 * rows are locked first, so that of two who take each other's rights away at once the second has none to do it with.
 */
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { revokeOpenInvitations } from '../invitations/queries.ts'
import type { Role } from '../permissions.ts'
import type { Account } from '../queries.ts'
import { recordAudit } from '../record-audit.ts'
import { tellSessionsEnded } from '../tell-sessions-ended.ts'
import { readUnits } from './list-accounts.ts'
import { deleteSessionsOf, lockAccount, lockAdministrators, setDisabledAt, setRole, unlock } from './queries.ts'

type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'changes' | 'definitions'>
type Change = { action: string; details?: Record<string, unknown> }

/** Throws account-unknown (404), own-account (409), unit-unknown (422). Ends the account's sessions. */
export async function changeRole(
  deps: ChangeDeps,
  id: string,
  { role, unit = null }: { role: Role; unit?: string | null | undefined },
  staff: Staff,
): Promise<void> {
  if (unit && !(await readUnits(deps)).some(({ code }) => code === unit)) throw errors.unitUnknown({ unit })
  await change(deps, id, staff, async (tx, account) => {
    if (account.role === role && account.unit === unit) return null
    await setRole(tx, id, role, unit)
    const before = { role: account.role, unit: account.unit }
    return { action: 'account.role', details: { before, after: { role, unit } } }
  })
}

/** The account signs in no more; links that were mailed to it open nothing. Throws like changeRole. */
export const disableAccount = (deps: ChangeDeps, id: string, staff: Staff): Promise<void> =>
  change(deps, id, staff, async (tx, account) => {
    if (account.disabledAt) return null
    await setDisabledAt(tx, id, deps.clock.now())
    await revokeOpenInvitations(tx, account.email, deps.clock.now())
    return { action: 'account.disable' }
  })

/** Throws account-unknown (404), own-account (409). */
export const enableAccount = (deps: ChangeDeps, id: string, staff: Staff): Promise<void> =>
  change(deps, id, staff, async (tx, account) => {
    if (!account.disabledAt) return null
    await setDisabledAt(tx, id, null)
    await unlock(tx, id)
    return { action: 'account.enable' }
  })

/** Ends a lock before its time, and begins the count of failures anew. Throws account-unknown (404). */
export async function unlockAccount({ db }: ChangeDeps, id: string, staff: Staff): Promise<void> {
  await db.transaction(async (tx) => {
    const account = await lockAccount(tx, id)
    if (!account) throw errors.accountUnknown()
    await unlock(tx, id)
    await recordAudit(tx, { actor: staff.email, action: 'account.unlock', details: { account: id } })
  })
}

/** Signs the person out everywhere. Throws account-unknown (404), own-account (409). */
export const endSessions = (deps: ChangeDeps, id: string, staff: Staff): Promise<void> =>
  change(deps, id, staff, async () => ({ action: 'account.sign-out' }))

/** `act` returns what it did, or null when there was nothing to do; whatever it did, the account's sessions end with it. */
async function change(
  { db, changes }: ChangeDeps,
  id: string,
  staff: Staff,
  act: (tx: Tx, account: Account) => Promise<Change | null>,
): Promise<void> {
  const done = await db.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    // Somebody may have taken this administrator's own rights since the call was let in.
    if (!administrators.includes(staff.id)) throw errors.forbidden()
    const account = await lockAccount(tx, id)
    if (!account) throw errors.accountUnknown()
    if (id === staff.id) throw errors.ownAccount()
    const did = await act(tx, account)
    if (!did) return false
    const ended = await deleteSessionsOf(tx, id)
    const details = { account: id, ...did.details, sessionsEnded: ended }
    await recordAudit(tx, { actor: staff.email, action: did.action, details })
    return true
  })
  if (done) tellSessionsEnded({ changes })
}
