/** Mails a person a link for a new password and a new second factor. Until it is used, nothing changes. */
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { newId } from '../../secrets.ts'
import { lockAccount } from '../accounts/queries.ts'
import { requireAdministrator } from '../accounts/require-administrator.ts'
import { recordAudit } from '../record-audit.ts'
import { insertInvitation, lockAddress, revokeOpenInvitations } from './queries.ts'
import { type InvitationDeps, mailInvitation, newToken, requireMail } from './send-invitation.ts'

/** Throws account-unknown (404), account-disabled (409), mail-not-configured (409). */
export async function inviteToReset(deps: InvitationDeps, id: string, staff: Staff) {
  requireMail(deps)
  const now = deps.clock.now()
  const { token, ...term } = newToken(now)
  const invitation = await deps.db.transaction(async (tx) => {
    await requireAdministrator(tx, staff)
    // Whoever closes the account just now waits, and then ends this invitation too.
    const account = await lockAccount(tx, id)
    if (!account) throw errors.accountUnknown()
    if (account.disabledAt) throw errors.accountDisabled()
    const { email, name, role, unit } = account
    await lockAddress(tx, email)
    await revokeOpenInvitations(tx, email, now)
    const person = { email, name, role, unit, accountId: id }
    const row = { id: newId(), ...person, invitedBy: staff.email, createdAt: now, ...term }
    const invited = await insertInvitation(tx, row)
    await recordAudit(tx, { actor: staff.email, action: 'account.reset', details: { account: id, invitation: row.id } })
    return invited
  })
  return mailInvitation(deps, invitation, token)
}
