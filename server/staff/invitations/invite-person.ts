/** Invites a person to an account. Inviting the same address again ends the invitation before. */
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { newId } from '../../secrets.ts'
import { requireUnit } from '../accounts/read-units.ts'
import { requireAdministrator } from '../accounts/require-administrator.ts'
import { findAccount } from '../queries.ts'
import { recordAudit } from '../record-audit.ts'
import { insertInvitation, lockAddress, revokeOpenInvitations } from './queries.ts'
import type { InviteBody } from './schemas.ts'
import { type InvitationDeps, mailInvitation, newToken, requireMail } from './send-invitation.ts'

/** Throws account-exists (409), unit-unknown (422), mail-not-configured (409). */
export async function invitePerson(deps: InvitationDeps, { email: typed, name, role, unit }: InviteBody, staff: Staff) {
  requireMail(deps)
  const email = typed.toLowerCase()
  if (unit) await requireUnit(deps, unit)
  const now = deps.clock.now()
  const { token, ...term } = newToken(now)
  const invitation = await deps.db.transaction(async (tx) => {
    await requireAdministrator(tx, staff)
    await lockAddress(tx, email)
    if (await findAccount(tx, email)) throw errors.accountExists()
    await revokeOpenInvitations(tx, email, now)
    const row = { id: newId(), email, name, role, unit: unit ?? null, invitedBy: staff.email, createdAt: now, ...term }
    const invited = await insertInvitation(tx, row)
    const details = { invitation: row.id, role, unit: row.unit }
    await recordAudit(tx, { actor: staff.email, action: 'account.invite', details })
    return invited
  })
  return mailInvitation(deps, invitation, token)
}
