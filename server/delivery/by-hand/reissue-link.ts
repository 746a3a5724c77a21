/**
 * A new link for somebody who lost theirs; the old one is unknown from the commit on. Held against a credential that the
 * old link is just asking for: both change the person's invitations, so one of them comes first. When the credential
 * does, and nothing else is left to answer, the link stays as it is (credential-issued).
 *
 * Where something is left, a device may still hold the old link and a blinded message whose signature was lost on the
 * way. It gets that signature all the same: the very message that was signed is answered again whichever link asks, as
 * it opens nothing new (credential/queries.ts), and the device finds what it kept also under the new link.
 */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { sha256 } from '../../secrets.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { lockLinkIssue, touchUnanswered, updateLink } from './change-queries.ts'
import { findOpenCampaign } from './find-open-campaign.ts'

/** Throws campaign-unknown, campaign-not-open, campaign-closed, person-unknown, and credential-issued when nothing is left to answer. */
export async function reissueLink(
  { db, clock, secrets }: Pick<Deps, 'db' | 'clock' | 'secrets'>,
  { code, person }: { code: string; person: string },
  staff: Staff,
): Promise<{ issue: number }> {
  return db.transaction(async (tx) => {
    // Close rewrites the same rows; it waits for us, or we for it.
    const campaign = await findOpenCampaign(tx, code, clock.now(), { lock: true })
    const issue = await lockLinkIssue(tx, campaign.id, person)
    if (issue === undefined) throw errors.personUnknown()
    if ((await touchUnanswered(tx, person)) === 0) throw errors.nothingLeft()
    const next = issue + 1
    await updateLink(tx, person, { issue: next, hash: sha256(secrets.linkToken(person, next)) })
    await recordAudit(tx, {
      actor: staff.email,
      action: 'link.reissue',
      campaign: code,
      details: { person, issue: next },
    })
    return { issue: next }
  })
}
