/** An invitation as administrators see it. Pure; nothing of its token. */
import type { Invitation } from './queries.ts'
import type { InvitationView } from './schemas.ts'

export function viewInvitation(row: Invitation, now: Date): InvitationView {
  const { id, email, name, role, unit, invitedBy, createdAt, expiresAt } = row
  return {
    ...{ id, email, name, role, unit, invitedBy },
    kind: row.accountId ? 'reset' : 'join',
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: expiresAt > now ? 'open' : 'expired',
  }
}
