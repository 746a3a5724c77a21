/**
 * What administrators do to an account. Nobody does it to themselves, and so one administrator always stays: all are locked
 * first, so that of two who take each other's rights away at once the second has none to do it with.
 */
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { revokeInvitationsBy, revokeOpenInvitations } from '../invitations/queries.ts'
import type { Role } from '../permissions.ts'
import type { Account } from '../queries.ts'
import { recordAudit } from '../record-audit.ts'
import { tellSessionsEnded } from '../tell-sessions-ended.ts'
import { deleteSessionsOf, lockAccount, setDisabledAt, setRole, unlock } from './queries.ts'
import { requireUnit } from './read-units.ts'
import { requireAdministrator } from './require-administrator.ts'

type ChangeDeps = Pick<Deps, 'db' | 'clock' | 'changes' | 'definitions'>
type Change = { action: string; details?: Record<string, unknown> }

/**
 * Throws account-unknown (404), own-account (409), unit-unknown (422). Ends the account's sessions, and the invitations of
 * whoever may invite nobody any more.
 */
export async function changeRole(
  deps: ChangeDeps,
  id: string,
  { role, unit = null }: { role: Role; unit?: string | null | undefined },
  staff: Staff,
): Promise<void> {
  if (unit) await requireUnit(deps, unit)
  await change(deps, id, staff, async (tx, account) => {
    if (account.role === role && account.unit === unit) return null
    await setRole(tx, id, role, unit)
    const before = { role: account.role, unit: account.unit }
    const ended = await endInvitationsBy(tx, account, deps.clock.now())
    return { action: 'account.role', details: { before, after: { role, unit }, ...ended } }
  })
}

/** The account signs in no more; links that were mailed to it, or on its behalf, open nothing. Throws like changeRole. */
export const disableAccount = (deps: ChangeDeps, id: string, staff: Staff): Promise<void> =>
  change(deps, id, staff, async (tx, account) => {
    if (account.disabledAt) return null
    const now = deps.clock.now()
    await setDisabledAt(tx, id, now)
    await revokeOpenInvitations(tx, account.email, now)
    return { action: 'account.disable', details: await endInvitationsBy(tx, account, now) }
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

/** What an administrator has offered others ends with the right to offer it. */
async function endInvitationsBy(tx: Tx, { email }: Account, now: Date): Promise<{ invitationsEnded?: number }> {
  const invitationsEnded = await revokeInvitationsBy(tx, email, now)
  return invitationsEnded > 0 ? { invitationsEnded } : {}
}

/** `act` returns what it did, or null when there was nothing to do; whatever it did, the account's sessions end with it. */
async function change(
  { db, changes }: ChangeDeps,
  id: string,
  staff: Staff,
  act: (tx: Tx, account: Account) => Promise<Change | null>,
): Promise<void> {
  const done = await db.transaction(async (tx) => {
    await requireAdministrator(tx, staff)
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
