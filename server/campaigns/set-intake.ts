/** Pauses and resumes the intake: while paused nobody is refused for good, devices keep their answers and try again. */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { insertEvent } from '../staff/notify-webhooks.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { raiseRevision } from '../tally/queries.ts'
import { lockCampaign, updateCampaign } from './queries.ts'

/** Throws campaign-unknown (404), campaign-not-open (409) for a draft, campaign-closed (409). The same state again is no error. */
export async function setIntake(
  { db, changes }: Pick<Deps, 'db' | 'changes'>,
  code: string,
  status: 'open' | 'paused',
  staff: Staff,
): Promise<{ status: 'open' | 'paused' }> {
  const id = await db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    if (campaign.status === 'draft') throw errors.campaignNotOpen()
    if (campaign.status !== 'open' && campaign.status !== 'paused') throw errors.campaignClosed()
    if (campaign.status === status) return campaign.id
    await updateCampaign(tx, campaign.id, { status })
    await raiseRevision(tx, campaign.id)
    await insertEvent(tx, campaign, 'campaign.status')
    const details = { before: campaign.status, after: status }
    await recordAudit(tx, { actor: staff.email, action: `campaign.${status}`, campaign: code, details })
    return campaign.id
  })
  changes.publish({ campaign: id, kind: 'status' })
  return { status }
}
