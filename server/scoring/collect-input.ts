/**
 * Reads what buildScores and explainUnit need. Call these inside one repeatable-read transaction, or the parts may be of
 * different moments.
 */
import type { Definition } from '../campaigns/definition.ts'
import type { Tx } from '../db/client.ts'
import type { ImportedSet, ParticipationRow, ScoresInput } from './build-scores.ts'
import {
  findRevision,
  findSnapshot,
  listCounted,
  listImported,
  listImportedVersions,
  listParticipation,
  listStrata,
  listTally,
  type ScoredCampaign,
} from './queries.ts'
import type { Scores } from './schemas.ts'

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
  const [strata, counted, tally, imported] = await Promise.all([
    listStrata(tx, id),
    listCounted(tx, id),
    listTally(tx, id, { withGroups, only: unit }),
    collectImported(tx, id, status),
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
    imported,
  }
}

/** Of a frozen result those versions that it was made of, although later ones may have come in since. */
async function collectImported(tx: Tx, id: string, status: ScoredCampaign['status']): Promise<ImportedSet[]> {
  const snapshot = status === 'final' ? await findSnapshot(tx, id) : undefined
  if (!snapshot) return listImported(tx, id)
  const { blocks } = JSON.parse(snapshot.document) as Pick<Scores, 'blocks'>
  const sources = blocks.flatMap(({ units }) => units.flatMap((unit) => unit.sources))
  const used = new Set(sources.flatMap(({ code, set }) => (set ? [`${code}/${set.version}`] : [])))
  return listImportedVersions(tx, id, [...used])
}

/** Only where weights are fixed do groups' counts enter the points. */
function unitsOfFixedBlocks({ blocks }: Definition): string[] {
  return blocks.flatMap(({ weighting, units }) => (weighting === 'fixed' ? units.map(({ code }) => code) : []))
}
