/**
 * What happened to a campaign, told to every listener: the rows are written in the transaction of the change, so that an
 * event is lost with its cause or not at all; the sweep sends them.
 */
import type { Tx } from '../db/client.ts'
import { findStanding, insertWebhookDeliveries } from './webhook-queries.ts'

/**
 * `index.points`: a new set of points from outside. `index.past`: new results of the year before. `index.frozen`: the index
 * became final. `index.published`: the public page changed (a withdrawal carries no digest).
 */
export type IndexEvent = 'index.points' | 'index.past' | 'index.frozen' | 'index.published'

/** Body as CONTRACT "Index module": {event, campaign, status, revision}. */
export async function insertStatusEvent(tx: Tx, campaign: { id: string; code: string }, status: string): Promise<void> {
  const { revision } = await findStanding(tx, campaign.id)
  const body = { event: 'campaign.status', campaign: campaign.code, status, revision }
  await insertWebhookDeliveries(tx, JSON.stringify(body))
}

/**
 * An event of the index: {event, campaign, status, revision, digest?}. Status and revision are read in the transaction, so
 * call it after both were changed. `digest`: of the set of points, the past results, the frozen index or the published page.
 */
export async function insertEvent(
  tx: Tx,
  campaign: { id: string; code: string },
  event: IndexEvent,
  extra: { digest?: string } = {},
): Promise<void> {
  const { status, revision } = await findStanding(tx, campaign.id)
  const body = { event, campaign: campaign.code, status, revision, digest: extra.digest }
  await insertWebhookDeliveries(tx, JSON.stringify(body))
}
