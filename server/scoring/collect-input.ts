/** Reads what buildScores needs. Call it inside one repeatable-read transaction, or the parts may be of different moments. */
import type { Tx } from '../db/client.ts'
import type { ScoresInput } from './build-scores.ts'
import { findRevision, listCounted, listParticipation, listTally, type ScoredCampaign } from './queries.ts'

export async function collectInput(tx: Tx, campaign: ScoredCampaign): Promise<ScoresInput> {
  const [revision, participation, counted, tally] = await Promise.all([
    findRevision(tx, campaign.id),
    listParticipation(tx, campaign.id),
    listCounted(tx, campaign.id),
    listTally(tx, campaign.id),
  ])
  return {
    campaign: campaign.code,
    status: campaign.status === 'final' ? 'final' : 'provisional',
    settled: campaign.status === 'closed' || campaign.status === 'final',
    revision,
    definition: campaign.definition,
    minimumCell: campaign.minimumCell,
    participation,
    counted,
    tally,
  }
}
