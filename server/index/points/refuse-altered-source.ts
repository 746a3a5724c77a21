/** A frozen survey holds what was brought in of imported sources by then; the index that follows may add to it, not differ. */

import type { Tx } from '../../db/client.ts'
import type { PointTable } from '../../db/index-schema.ts'
import { errors } from '../../errors.ts'
import { findSnapshot, listImportedVersions } from '../../scoring/queries.ts'
import type { Scores } from '../../scoring/schemas.ts'

type Held = { source: string; version: number; units: string[] }

/**
 * Throws scores-frozen (409, details {source, units: how many}) where `points` of the source are not those that the frozen
 * scores have of a unit. Units that these have no points of may come in; before the scores are frozen all may. Call it in
 * the transaction that holds the campaign's row.
 */
export async function refuseAlteredSource(
  tx: Tx,
  campaignId: string,
  sets: { source: string; points: PointTable }[],
): Promise<void> {
  const snapshot = await findSnapshot(tx, campaignId)
  if (!snapshot) return
  const held = heldSources(JSON.parse(snapshot.document) as Scores)
  const frozen = await listImportedVersions(tx, campaignId, [
    ...new Set(held.map(({ source, version }) => `${source}/${version}`)),
  ])
  for (const { source, points } of sets) {
    const altered = held
      .filter((one) => one.source === source)
      .flatMap(({ version, units }) => {
        const before = frozen.find((set) => set.source === source && set.version === version)?.points
        return units.filter((unit) => !isSame(before?.[unit], points[unit]))
      })
    if (altered.length > 0) throw errors.scoresFrozen({ source, units: altered.length })
  }
}

/** Units by the version of a source that gave them their points. */
function heldSources({ blocks }: Pick<Scores, 'blocks'>): Held[] {
  return blocks.flatMap(({ units }) =>
    units.flatMap(({ code, sources }) =>
      sources.flatMap(({ code: source, set }) => (set ? [{ source, version: set.version, units: [code] }] : [])),
    ),
  )
}

function isSame(before: PointTable[string] = {}, after: PointTable[string] = {}): boolean {
  const leaves = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...leaves].every((leaf) => before[leaf] === after[leaf])
}
