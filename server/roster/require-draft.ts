import { errors } from '../errors.ts'
import type { RosterCampaign } from './queries.ts'

/** The campaign, when its list may still be changed. Throws campaign-unknown (404), campaign-not-draft (409). */
export function requireDraft(campaign: RosterCampaign | undefined): RosterCampaign {
  if (!campaign) throw errors.campaignUnknown()
  if (campaign.status !== 'draft') throw errors.campaignNotDraft()
  return campaign
}

/**
 * The campaign, still as it was when a file was read by its definition: units and groups may have been renamed or taken away
 * meanwhile, and nobody of the file may come under one that is none. Throws as requireDraft, and campaign-busy (409).
 */
export function requireSame(campaign: RosterCampaign | undefined, read: RosterCampaign): RosterCampaign {
  const now = requireDraft(campaign)
  if (now.definitionVersion !== read.definitionVersion) throw errors.campaignBusy()
  return now
}
