/** Imported sources of which units still lack the points, each once a block, for whoever finalizes. Pure. */

import type { Scores } from '../../../shared/api-types.ts'
import { isRated } from '../../shared/survey-points.ts'

/** `units`: how many lack it. `max`: points that a unit can have of it. */
type MissingSource = { key: string; name: string; max: number; units: number }

export function missingSources({ blocks }: Pick<Scores, 'blocks'>): MissingSource[] {
  return blocks.flatMap((block) => {
    const lacking = new Map<string, MissingSource>()
    for (const { code, name, max } of block.units.filter(isRated).flatMap(({ sources }) => sources.filter(isMissing))) {
      const key = `${block.code} ${code}`
      lacking.set(key, { key, name, max, units: (lacking.get(key)?.units ?? 0) + 1 })
    }
    return [...lacking.values()]
  })
}

const isMissing = ({ origin, points }: { origin: string; points: number | null }): boolean =>
  origin === 'imported' && points === null
