/** Sends a group of failed messages once more: those of one cause, where sending again can be right. */
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { findPictureCampaign } from './campaign-queries.ts'
import { judgeRetries, requeueAll } from './retry-queries.ts'
import type { RetriedView, RetryBody } from './schemas.ts'
import { clearSettledBy } from './unknown-queries.ts'

/** Throws campaign-unknown (404), campaign-not-open, campaign-closed (409). */
export async function retryFailed(
  { db, clock, changes }: Pick<Deps, 'db' | 'clock' | 'changes'>,
  code: string,
  group: RetryBody,
  staff: Staff,
): Promise<RetriedView> {
  const { campaignId, view } = await db.transaction(async (tx) => {
    const campaign = await findPictureCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    if (campaign.status === 'draft') throw errors.campaignNotOpen()
    if (campaign.status !== 'open' && campaign.status !== 'paused') throw errors.campaignClosed()
    const judged = await judgeRetries(tx, campaign.id, group)
    const ids = judged.filter(({ reason }) => reason === null).map(({ id }) => id)
    await clearSettledBy(tx, ids)
    await requeueAll(tx, ids, { actor: staff.email, now: clock.now() })
    const skipped = { answered: 0, optedOut: 0, address: 0, elsewhere: 0, limit: 0, stopped: 0 }
    for (const { reason } of judged) if (reason) skipped[reason] += 1
    const { answered: _, ...others } = skipped
    await recordAudit(tx, {
      actor: staff.email,
      action: 'delivery.retry',
      campaign: code,
      // Without who had answered by now: the log keeps the second.
      details: { ...group, retried: ids.length, skipped: others },
    })
    return { campaignId: campaign.id, view: { retried: ids.length, skipped } }
  })
  if (view.retried > 0) changes.publish({ campaign: campaignId, kind: 'progress' })
  return view
}
