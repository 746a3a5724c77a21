/** A change of a campaign's status, told to every listener: the rows are written with the change, the sweep sends them. */
import type { Tx } from '../db/client.ts'
import { findRevision } from '../tally/queries.ts'
import { insertWebhookDeliveries } from './webhook-queries.ts'

/** Body as CONTRACT "Index module": {event, campaign, status, revision}. */
export async function insertStatusEvent(tx: Tx, campaign: { id: string; code: string }, status: string): Promise<void> {
  const revision = await findRevision(tx, campaign.id)
  const body = JSON.stringify({ event: 'campaign.status', campaign: campaign.code, status, revision })
  await insertWebhookDeliveries(tx, body)
}
