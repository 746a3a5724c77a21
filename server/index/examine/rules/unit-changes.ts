/** A unit's change is this year's figure less last year's. */
import { asPrinted, meets, printable, subtract } from '../interval.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import type { UnitFigures } from '../schemas.ts'
import { sayNumber } from '../words.ts'

export const unitChanges: Rule = {
  name: 'unit-changes',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      (block.figures.units ?? []).flatMap((unit) => [...examineRank(unit, block), ...examinePoints(unit, block)]),
    ),
}

function examineRank({ code, rank, pastRank, rankChange }: UnitFigures, { path, nameOf }: BlockContext): Remark[] {
  if (rank === undefined || pastRank === undefined || rankChange === undefined) return []
  if (rankChange === pastRank - rank) return []
  const at = `${path}.units[${code}]`
  return [
    {
      place: `${at}.rankChange`,
      against: [`${at}.rank`, `${at}.pastRank`],
      printed: rankChange,
      possible: { oneOf: [pastRank - rank] },
      message: `${nameOf(code)}: từ thứ ${pastRank} sang thứ ${rank} không phải là thay đổi ${sayNumber(rankChange)} bậc.`,
    },
  ]
}

function examinePoints({ code, points, pastPoints, change }: UnitFigures, block: BlockContext): Remark[] {
  const { path, nameOf, decimals } = block
  if (points === undefined || pastPoints === undefined || change === undefined) return []
  const moved = subtract(asPrinted(points, decimals.unitPoints), asPrinted(pastPoints, decimals.unitPoints))
  if (meets(asPrinted(change, decimals.unitChange), moved)) return []
  const at = `${path}.units[${code}]`
  return [
    {
      place: `${at}.change`,
      against: [`${at}.points`, `${at}.pastPoints`],
      printed: change,
      possible: printable(moved, decimals.unitChange),
      message: `${nameOf(code)}: từ ${sayNumber(pastPoints)} sang ${sayNumber(points)} điểm không phải là thay đổi ${sayNumber(change)} điểm.`,
    },
  ]
}
