/**
 * Reads what buildScores needs; with `unit`, what explainUnit needs of that unit. Call it inside one repeatable-read
 * transaction, or the parts may be of different moments.
 */
import type { Definition } from '../campaigns/definition.ts'
import type { Tx } from '../db/client.ts'
import type { ScoresInput } from './build-scores.ts'
import { findRevision, listCounted, listParticipation, listTally, type ScoredCampaign } from './queries.ts'

export async function collectInput(tx: Tx, campaign: ScoredCampaign, unit?: string): Promise<ScoresInput> {
  const withGroups = unit === undefined ? unitsOfFixedBlocks(campaign.definition) : [unit]
  const [revision, participation, counted, tally] = await Promise.all([
    findRevision(tx, campaign.id),
    listParticipation(tx, campaign.id),
    listCounted(tx, campaign.id),
    listTally(tx, campaign.id, { withGroups, only: unit }),
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

/** Only where weights are fixed do groups' counts enter the points. */
function unitsOfFixedBlocks({ blocks }: Definition): string[] {
  return blocks.flatMap(({ weighting, units }) => (weighting === 'fixed' ? units.map(({ code }) => code) : []))
}
