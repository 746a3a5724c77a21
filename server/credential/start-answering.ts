/**
 * "Bắt đầu" was pressed: the day of it, once, so that officers see who opened the questions and who never did. A mere GET
 * of the link, by a preview or a scanner, never counts. Tells nobody else: a live count of starts would be a clock.
 */
import { dayInVietnam } from '../clock.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import { sha256 } from '../secrets.ts'
import { markStarted } from './queries.ts'

/** Doing it again is fine. Throws link-unknown, invitation-unknown (404). */
export async function startAnswering(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  token: string,
  invitation: string,
): Promise<void> {
  const found = await markStarted(db, { linkHash: sha256(token), invitation, day: dayInVietnam(clock.now()) })
  if (found === 'link-unknown') throw errors.linkUnknown()
  if (found === 'invitation-unknown') throw errors.invitationUnknown()
}
