/**
 * Freezes the result: the scores become one hashed document that never changes again (promise 5), and so does the index,
 * if the definition has one and all that makes it is in; else it is frozen later (index/compute/freeze-campaign-index.ts).
 */
import type { Deps } from '../deps.ts'
import { errors } from '../errors.ts'
import type { Staff } from '../http/app-types.ts'
import { freezeIndex } from '../index/compute/freeze-index.ts'
import { freezeScores } from '../scoring/freeze-scores.ts'
import { insertEvent } from '../staff/notify-webhooks.ts'
import { recordAudit } from '../staff/record-audit.ts'
import { raiseRevision } from '../tally/queries.ts'
import { lockCampaign, updateCampaign } from './queries.ts'

/** Throws campaign-unknown (404), campaign-not-closed (409). Finalizing again answers the same. */
export async function finalizeCampaign(
  deps: Pick<Deps, 'db' | 'clock' | 'changes' | 'log'>,
  code: string,
  staff: Staff,
): Promise<{ status: 'final' }> {
  const id = await deps.db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    if (campaign.status === 'final') return campaign.id
    if (campaign.status !== 'closed') throw errors.campaignNotClosed()
    await raiseRevision(tx, campaign.id)
    const { revision, digest } = await freezeScores(tx, campaign)
    await updateCampaign(tx, campaign.id, { status: 'final', finalizedAt: deps.clock.now() })
    const index = campaign.definition.index ? await freezeIndex(tx, campaign) : undefined
    await insertEvent(tx, campaign, 'campaign.status')
    if (index?.digest) await insertEvent(tx, campaign, 'index.frozen', { digest: index.digest })
    await recordAudit(tx, {
      actor: staff.email,
      action: 'campaign.finalize',
      campaign: code,
      details: { revision, digest, ...(index?.digest && { indexDigest: index.digest }) },
    })
    return campaign.id
  })
  deps.log.info({ campaignId: id }, 'campaign.finalized')
  deps.changes.publish({ campaign: id, kind: 'status' })
  return { status: 'final' }
}
