import { errors } from '../errors.ts'
import type { RosterCampaign } from './queries.ts'

/** The campaign, when its list may still be changed. Throws campaign-unknown (404), campaign-not-draft (409). */
export function requireDraft(campaign: RosterCampaign | undefined): RosterCampaign {
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status !== 'draft') throw errors.campaignNotDraft()
  return campaign
}
