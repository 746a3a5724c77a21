/**
 * Close, the one act that cannot be undone (promise 1): in one transaction the rest is counted, the private keys are
 * destroyed and the rows of both sides are written anew in random order. Files still hold dead row versions after that;
 * scrub.job.ts vacuums them away, now and again by a sweep until it succeeded.
 */
import { deleteKeys, rewriteInvitations } from '../credential/queries.ts'
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { insertEvent } from '../staff/notify-webhooks.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { planUnits } from '../tally/audiences.ts'
import { countRestOfUnit } from '../tally/count-rest.ts'
import { listStrata, raiseRevision, rewriteReceipts } from '../tally/queries.ts'
import { countSurplusReceipts, lockCampaign, rewriteWithdrawn, updateCampaign } from './queries.ts'
import { scrubCampaign } from './scrub.job.ts'

type CloseDeps = Pick<Deps, 'db' | 'clock' | 'secrets' | 'changes' | 'queue' | 'log'>

/** Throws campaign-unknown (404), campaign-not-open and campaign-closed (409). Until it commits nothing has changed. */
export async function closeCampaign(deps: CloseDeps, code: string, staff: Staff): Promise<{ status: 'closed' }> {
  const { id, ...totals } = await deps.db.transaction(async (tx) => {
    // Waits for responses and counts that are being written; those that come after find the campaign closed.
    const campaign = await lockCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    if (campaign.status === 'draft') throw errors.campaignNotOpen()
    if (campaign.status !== 'open' && campaign.status !== 'paused') throw errors.campaignClosed()
    let counted = 0
    let withheld = 0
    for (const unit of planUnits(campaign.definition, await listStrata(tx, campaign.id)).values()) {
      const ofUnit = await countRestOfUnit(tx, deps.secrets, campaign.id, unit, campaign.minimumCell)
      counted += ofUnit.counted
      withheld += ofUnit.withheld
    }
    const surplus = await countSurplusReceipts(tx, campaign.id)
    await deleteKeys(tx, campaign.id)
    await rewriteInvitations(tx, campaign.id)
    await rewriteWithdrawn(tx, campaign.id)
    await rewriteReceipts(tx, campaign.id)
    await updateCampaign(tx, campaign.id, { status: 'closed', closedAt: deps.clock.now() })
    await raiseRevision(tx, campaign.id)
    await insertEvent(tx, campaign, 'campaign.status')
    await recordAudit(tx, {
      actor: staff.email,
      action: 'campaign.close',
      campaign: code,
      details: { counted, withheld, surplus },
    })
    return { id: campaign.id, counted, withheld, surplus }
  })
  deps.log.info({ campaignId: id, ...totals }, 'campaign.closed')
  deps.changes.publish({ campaign: id, kind: 'status' })
  await deps.queue.add(scrubCampaign, {}, { dedupe: 'scrub' })
  return { status: 'closed' }
}
