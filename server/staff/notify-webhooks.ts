/**
 * What happened to a campaign, told to every listener: the rows are written in the transaction of the change, so that an
 * event is lost with its cause or not at all; the sweep sends them.
 */
import type { Tx } from '../db/client.ts'
import { findStanding, insertWebhookDeliveries } from './webhook-queries.ts'

/**
 * `campaign.status`: the status changed. `index.points`: a new set of points from outside. `index.past`: new results of the
 * year before. `index.frozen`: the index became final. `index.published`: the public page changed (a withdrawal carries no digest).
 */
export type CampaignEvent = 'campaign.status' | 'index.points' | 'index.past' | 'index.frozen' | 'index.published'

/**
 * {event, campaign, status, revision, digest?} (CONTRACT "Index module"). Status and revision are read in the transaction,
 * so call it after both were changed. `digest`: of the set of points, the past results, the frozen index or the published page.
 */
export async function insertEvent(
  tx: Tx,
  campaign: { id: string; code: string },
  event: CampaignEvent,
  extra: { digest?: string } = {},
): Promise<void> {
  const { status, revision } = await findStanding(tx, campaign.id)
  const body = { event, campaign: campaign.code, status, revision, digest: extra.digest }
  await insertWebhookDeliveries(tx, JSON.stringify(body))
}
