/** The campaign whose report is written or read. */
import type { Db, Tx } from '../../db/client.ts'
import { errors } from '../../errors.ts'
import { findReportCampaign } from './queries.ts'

/** Its id. Throws campaign-unknown, and index-not-configured where the definition makes no index. */
export async function findFieldCampaign(db: Db | Tx, code: string): Promise<string> {
  const campaign = await findReportCampaign(db, code)
  if (!campaign) throw errors.campaignUnknown()
  if (!campaign.hasIndex) throw errors.indexNotConfigured()
  return campaign.id
}
