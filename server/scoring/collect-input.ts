/**
 * Reads what buildScores and explainUnit need. Call these inside one repeatable-read transaction, or the parts may be of
 * different moments.
 */
import type { Definition } from '../campaigns/definition.ts'
import type { Tx } from '../db/client.ts'
import type { ParticipationRow, ScoresInput } from './build-scores.ts'
import { findRevision, listCounted, listParticipation, listStrata, listTally, type ScoredCampaign } from './queries.ts'

/** What changes whenever the scores do: every count and every change of status raises the revision. */
export type ScoresState = { revision: number; participation: ParticipationRow[] }

export async function collectState(tx: Tx, { id }: ScoredCampaign): Promise<ScoresState> {
  const [revision, participation] = await Promise.all([findRevision(tx, id), listParticipation(tx, id)])
  return { revision, participation }
}

/** With `unit`, the counts of that unit only, all of its groups included. */
export async function collectInput(
  tx: Tx,
  { id, code, status, definition, minimumCell }: ScoredCampaign,
  state: ScoresState,
  unit?: string,
): Promise<ScoresInput> {
  const withGroups = unit === undefined ? unitsOfFixedBlocks(definition) : [unit]
  const [strata, counted, tally] = await Promise.all([
    listStrata(tx, id),
    listCounted(tx, id),
    listTally(tx, id, { withGroups, only: unit }),
  ])
  return {
    ...state,
    campaign: code,
    status: status === 'final' ? 'final' : 'provisional',
    settled: status === 'closed' || status === 'final',
    definition,
    minimumCell,
    strata,
    counted,
    tally,
  }
}

/** Only where weights are fixed do groups' counts enter the points. */
function unitsOfFixedBlocks({ blocks }: Definition): string[] {
  return blocks.flatMap(({ weighting, units }) => (weighting === 'fixed' ? units.map(({ code }) => code) : []))
}
