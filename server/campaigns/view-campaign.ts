/** A campaign as the API shows it. Pure. */
import type { CampaignHead } from './queries.ts'
import type { CampaignView } from './schemas.ts'

export function viewCampaign(campaign: CampaignHead, totals: { invited: number; answered: number }): CampaignView {
  return {
    code: campaign.code,
    title: campaign.title,
    status: campaign.status,
    opensAt: campaign.opensAt?.toISOString() ?? null,
    closesAt: campaign.closesAt?.toISOString() ?? null,
    createdAt: campaign.createdAt.toISOString(),
    minimumCell: campaign.minimumCell,
    definition: {
      slug: campaign.definitionSlug ?? '',
      title: campaign.definitionTitle ?? '',
      hash: campaign.definitionHash,
    },
    invited: totals.invited,
    answered: totals.answered,
  }
}
