/** A campaign as the API shows it. Pure. */
import type { Campaign } from './queries.ts'
import type { CampaignView } from './schemas.ts'

export function viewCampaign(campaign: Campaign, totals: { invited: number; answered: number }): CampaignView {
  return {
    code: campaign.code,
    title: campaign.title,
    status: campaign.status,
    opensAt: campaign.opensAt?.toISOString() ?? null,
    closesAt: campaign.closesAt?.toISOString() ?? null,
    createdAt: campaign.createdAt.toISOString(),
    minimumCell: campaign.minimumCell,
    definition: {
      slug: campaign.definition.slug,
      title: campaign.definition.title,
      hash: campaign.definitionHash,
    },
    invited: totals.invited,
    answered: totals.answered,
  }
}
