/** A campaign whose definition makes an index. */
import { type Campaign, findCampaign } from '../campaigns/queries.ts'
import type { Db, Tx } from '../db/client.ts'
import { errors } from '../errors.ts'

/** Throws campaign-unknown, or index-not-configured where the definition knows no index. */
export async function findIndexedCampaign(db: Db | Tx, code: string): Promise<Campaign> {
  const campaign = await findCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  if (!campaign.definition.index) throw errors.indexNotConfigured()
  return campaign
}
