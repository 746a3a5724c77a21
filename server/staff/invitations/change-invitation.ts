/** An open invitation sent once more, or withdrawn. */
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { requireAdministrator } from '../accounts/require-administrator.ts'
import { recordAudit } from '../record-audit.ts'
import { listOpenInvitations, renewInvitation, revokeInvitation } from './queries.ts'
import type { InvitationView } from './schemas.ts'
import { type InvitationDeps, mailInvitation, newToken, requireMail } from './send-invitation.ts'
import { viewInvitation } from './view-invitation.ts'

export async function readInvitations({ db, clock }: InvitationDeps): Promise<InvitationView[]> {
  const now = clock.now()
  return (await listOpenInvitations(db, now)).map((row) => viewInvitation(row, now))
}

/** Another token and another 72 hours; the link before opens nothing any more. Throws invitation-ended (404). */
export async function resendInvitation(deps: InvitationDeps, id: string, staff: Staff) {
  requireMail(deps)
  const { token, ...term } = newToken(deps.clock.now())
  const invitation = await deps.db.transaction(async (tx) => {
    await requireAdministrator(tx, staff)
    const renewed = await renewInvitation(tx, id, term)
    if (!renewed) throw errors.invitationEnded()
    await recordAudit(tx, { actor: staff.email, action: 'account.invite-again', details: { invitation: id } })
    return renewed
  })
  return mailInvitation(deps, invitation, token)
}

/** Its link opens nothing any more. Throws invitation-ended (404). */
export async function withdrawInvitation({ db, clock }: InvitationDeps, id: string, staff: Staff): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await revokeInvitation(tx, id, clock.now()))) throw errors.invitationEnded()
    await recordAudit(tx, { actor: staff.email, action: 'account.uninvite', details: { invitation: id } })
  })
}
