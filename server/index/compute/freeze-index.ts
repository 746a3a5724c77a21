/**
 * Writes the index down for good: canonical JSON, exactly the bytes that its digest covers (DESIGN promise 5). What the
 * survey lacks will not come any more; what is brought in can still come, so without it there is nothing to freeze.
 */
import type { Tx } from '../../db/client.ts'
import { buildScores } from '../../scoring/build-scores.ts'
import { findSnapshot } from '../../scoring/queries.ts'
import type { Scores } from '../../scoring/schemas.ts'
import { refuseAlteredSource } from '../points/refuse-altered-source.ts'
import { writeIndex } from './build-index.ts'
import type { IndexInput } from './index-input.ts'
import { findIndexedCampaign, insertFrozenIndex } from './queries.ts'
import { readIndexInput } from './read-index-input.ts'
import type { IndexDocument } from './schemas.ts'

/** A unit with leaves that are still to be brought in. */
export type MissingPoints = { unit: string; name: string; criteria: string[] }
export type Frozen = { digest: string; missing?: never } | { digest?: never; missing: MissingPoints[] }

/**
 * Call it in the transaction that holds the campaign's row (lockCampaign), after its scores are frozen and its revision is
 * raised, and once only. Writes nothing while something is missing. Throws index-not-configured (409), and scores-frozen (409) where an
 * imported source no longer has the points that the frozen scores have of it.
 */
export async function freezeIndex(tx: Tx, { id }: { id: string }): Promise<Frozen> {
  const campaign = (await findIndexedCampaign(tx, id))!
  const input = await readIndexInput(tx, { ...campaign, status: 'final' })
  await refuseAlteredCounts(tx, id, input)
  const imported = input.sets.imported.map(({ source, set }) => ({ source, points: set?.points ?? {} }))
  await refuseAlteredSource(tx, id, imported)
  const { index, text } = writeIndex({ ...input, freeze: true })
  const missing = missingPoints(index)
  if (missing.length > 0) return { missing }
  await insertFrozenIndex(tx, { campaignId: id, document: text, digest: index.digest })
  return { digest: index.digest }
}

function missingPoints({ blocks }: IndexDocument): MissingPoints[] {
  return blocks.flatMap(({ criteria, units }) => {
    const counted = new Set(criteria.filter(({ origin }) => origin === 'survey').map(({ code }) => code))
    return units.flatMap(({ code, name, missing }) => {
      const toCome = missing.filter((leaf) => !counted.has(leaf))
      return toCome.length > 0 ? [{ unit: code, name, criteria: toCome }] : []
    })
  })
}

/** The index names the frozen scores, so what was counted must still give them. */
async function refuseAlteredCounts(tx: Tx, campaignId: string, { scores }: IndexInput): Promise<void> {
  const snapshot = await findSnapshot(tx, campaignId)
  if (!snapshot) throw new Error('the scores are not frozen')
  const counted = ({ blocks }: Pick<Scores, 'blocks'>) =>
    JSON.stringify(
      blocks.flatMap(({ units }) =>
        units.map((unit) => [
          unit.code,
          unit.counted,
          unit.sources.filter(({ origin }) => origin === 'survey').map(({ points }) => points),
          unit.criteria.map(({ code, valid, noOpinion }) => [code, valid, noOpinion]),
        ]),
      ),
    )
  if (counted(JSON.parse(snapshot.document) as Scores) !== counted(buildScores(scores)))
    throw new Error('the counts no longer give the frozen scores')
}
