/**
 * Where every unit is compared with last year and none share a rank, the places that some won are the places that others
 * lost: with so many units that rose or fell, each by one place at least and by the printed extreme at most.
 */
import { type BlockContext, comparesAll, sizeOfList, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import type { Move } from '../schemas.ts'
import { sayPossible } from '../words.ts'

type Places = { from: number; to: number }

export const rankBalance: Rule = {
  name: 'rank-balance',
  examine: ({ blocks }) => blocks.flatMap(examineBlock),
}

function examineBlock(block: BlockContext): Remark[] {
  const { path, figures, size } = block
  const { rose, kept, fell } = figures.rankMoves ?? {}
  if (!rose || !kept || !fell || !size || figures.sharedRanks || sharesRanks(block) || !comparesAll(block)) return []
  if (sizeOfList(rose) + sizeOfList(kept) + sizeOfList(fell) !== size.count) return []
  const won = placesOf(rose, size.count)
  const lost = placesOf(fell, size.count)
  if (!won || !lost || (won.from <= lost.to && lost.from <= won.to)) return []
  return [
    {
      place: `${path}.rankMoves`,
      against: [`${path}.rankMoves.rose`, `${path}.rankMoves.fell`],
      printed: `tăng ${sayPossible(won)} bậc, giảm ${sayPossible(lost)} bậc`,
      possible: { from: Math.max(won.from, lost.from), to: Math.min(won.to, lost.to) },
      message: `Tổng số bậc tăng (${sayPossible(won)}) không thể bằng tổng số bậc giảm (${sayPossible(lost)}), dù không đơn vị nào vào hay ra khỏi bảng xếp hạng.`,
    },
  ]
}

/** How many places such a list can have won or lost together; null where it contradicts itself already. */
function placesOf(move: Move, size: number): Places | null {
  const count = sizeOfList(move)
  const { most } = move
  if (count === 0) return { from: 0, to: 0 }
  const furthest = most ? most.by : size - 1
  const atFurthest = most ? unitsNamed(most).length : 0
  if (furthest < 1 || atFurthest > count) return null
  return { from: furthest * atFurthest + (count - atFurthest), to: furthest * count }
}

function sharesRanks({ figures: { units = [] } }: BlockContext): boolean {
  const repeats = (ranks: (number | undefined)[]): boolean => {
    const known = ranks.filter((rank) => rank !== undefined)
    return new Set(known).size < known.length
  }
  return repeats(units.map(({ rank }) => rank)) || repeats(units.map(({ pastRank }) => pastRank))
}
