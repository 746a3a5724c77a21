/** Freezes the index of a final campaign, once everything that makes it was brought in after the survey was made final. */
import { lockCampaign } from '../../campaigns/queries.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { insertEvent } from '../../staff/notify-webhooks.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { raiseRevision } from '../../tally/queries.ts'
import { freezeIndex } from './freeze-index.ts'
import type { ReadIndex } from './keep-index.ts'
import { findFrozenIndex } from './queries.ts'
import { readIndex } from './read-index.ts'

/** How many units with missing points a refusal names. */
const MOST_NAMED = 100

/**
 * Throws campaign-unknown (404), index-not-configured (409), campaign-not-final (409), index-incomplete (409, details
 * {missing: [{unit, name, criteria}], units}). Freezing again answers the same.
 */
export async function freezeCampaignIndex(
  deps: Pick<Deps, 'db' | 'answerDb' | 'changes' | 'log'>,
  code: string,
  staff: Staff,
): Promise<ReadIndex> {
  const id = await deps.db.transaction(async (tx) => {
    const campaign = await lockCampaign(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    if (!campaign.definition.index) throw errors.indexNotConfigured()
    if (campaign.status !== 'final') throw errors.campaignNotFinal()
    if (await findFrozenIndex(tx, campaign.id)) return null
    await raiseRevision(tx, campaign.id)
    const { digest, missing } = await freezeIndex(tx, campaign)
    if (missing) throw errors.indexIncomplete({ missing: missing.slice(0, MOST_NAMED), units: missing.length })
    await insertEvent(tx, campaign, 'index.frozen', { digest })
    await recordAudit(tx, { actor: staff.email, action: 'index.freeze', campaign: code, details: { digest } })
    return campaign.id
  })
  if (id !== null) {
    deps.log.info({ campaignId: id }, 'index.frozen')
    deps.changes.publish({ campaign: id, kind: 'scores' })
  }
  return readIndex(deps, code)
}
