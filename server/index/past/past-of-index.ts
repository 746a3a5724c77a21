/** A frozen index as the year before another: what of it is compared with. Pure. */
import type { IndexBlockView, IndexDocument } from '../compute/schemas.ts'
import type { PastResults } from './schemas.ts'

type Frozen = Pick<IndexDocument, 'year' | 'blocks'>

/** Units without points (there are none in a frozen index) are left out. */
export function pastOfIndex({ year, blocks }: Frozen): PastResults {
  return {
    year,
    blocks: blocks.flatMap((block) => {
      const units = block.units.flatMap(({ code, name, points, rank, class: own, parts, domains }) => {
        if (points === null) return []
        const known = domains.flatMap((domain) =>
          domain.points === null ? [] : [[domain.code, domain.points] as const],
        )
        return [{ code, name, points, rank, class: own, survey: parts.survey, domains: Object.fromEntries(known) }]
      })
      return units.length > 0 ? [{ code: block.code, units, moves: movesOf(block) }] : []
    }),
  }
}

/** How many units rose, kept and lost their rank in that year; null when none could be compared. */
function movesOf({ units }: IndexBlockView): PastResults['blocks'][number]['moves'] {
  const moves = units.flatMap(({ change }) => change?.rank ?? [])
  if (moves.length === 0) return null
  const count = (matches: (move: number) => boolean) => moves.filter(matches).length
  return { rose: count((move) => move > 0), kept: count((move) => move === 0), fell: count((move) => move < 0) }
}
