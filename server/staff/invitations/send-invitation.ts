/**
 * Writes an invitation and mails it. Its token goes into the mail and nowhere else: the row has the hash, the log an id. A
 * mail that is lost is sent again with another token, and the one before opens nothing any more.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Outcome } from '../../channels/channel.ts'
import { SAMPLE_TOKEN } from '../../delivery/templates/sample-message.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { sha256 } from '../../secrets.ts'
import { nameUnit } from '../accounts/read-units.ts'
import { composeInvitation } from './compose-invitation.ts'
import type { Invitation } from './queries.ts'
import type { InvitedView, MailView } from './schemas.ts'
import { viewInvitation } from './view-invitation.ts'

export type InvitationDeps = Pick<Deps, 'db' | 'clock' | 'config' | 'channels' | 'log' | 'definitions'>

const VALID_MS = 72 * 60 * 60_000

/** A token of 128 bits with its hash, and when it ends. */
export function newToken(now: Date): { token: string; tokenHash: Buffer; expiresAt: Date } {
  const token = randomBytes(16).toString('base64url')
  return { token, tokenHash: sha256(token), expiresAt: new Date(now.getTime() + VALID_MS) }
}

/** In production there is no outbox page, and a link that lay in its table would only be a secret in the database. */
export function requireMail({ config, channels }: Pick<InvitationDeps, 'config' | 'channels'>): void {
  if (config.production && channels.email.unpaced) throw errors.mailNotConfigured()
}

/** After the row was committed. Never throws for what the mail server does. */
export async function mailInvitation(
  deps: InvitationDeps,
  invitation: Invitation,
  token: string,
): Promise<InvitedView> {
  const { config, channels, log, clock } = deps
  const link = `${config.publicUrl}/console/join#${token}`
  const view = viewInvitation(invitation, clock.now())
  const unit = invitation.unit && (await nameUnit(deps, invitation.unit))
  const outcome = await channels.email.send({
    ...composeInvitation({ ...invitation, kind: view.kind, unit, link }),
    // A delivery's form, so that a bounce of it is read like any other; there is no such row.
    deliveryId: randomUUID(),
    recipient: invitation.email,
    name: invitation.name,
    link,
    token: SAMPLE_TOKEN,
    unsubscribe: `${config.publicUrl}/unsubscribe/${SAMPLE_TOKEN}`,
    campaign: '',
    unit: '',
    deadline: '',
  })
  const mail = mailOf(outcome, channels.email.unpaced === true)
  log.info({ invitationId: invitation.id, outcome: mail.outcome, failure: mail.failure }, 'account.invitation-mailed')
  return { invitation: view, mail }
}

function mailOf(outcome: Outcome, outbox: boolean): MailView {
  if (outcome.kind === 'sent') return { outcome: outbox ? 'outbox' : 'sent' }
  return { outcome: outcome.kind === 'unknown' ? 'unknown' : 'not-sent', failure: outcome.failure }
}
