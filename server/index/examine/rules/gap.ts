/** The gap is the highest less the lowest; its change is this year's gap less last year's, which was not negative. */
import { asPrinted, between, meets, printable, subtract } from '../interval.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { LARGEST_POINTS } from '../schemas.ts'
import { sayNumber, sayPossible } from '../words.ts'

export const gapOfExtremes: Rule = {
  name: 'gap',
  examine: ({ blocks }) => blocks.flatMap((block) => [...examineGap(block), ...examineChange(block)]),
}

function examineGap({ path, figures: { index }, decimals }: BlockContext): Remark[] {
  if (index?.gap === undefined || !index.highest || !index.lowest) return []
  const { highest, lowest, gap } = index
  const apart = subtract(
    asPrinted(highest.points, decimals.indexExtreme),
    asPrinted(lowest.points, decimals.indexExtreme),
  )
  if (meets(asPrinted(gap, decimals.gap), apart)) return []
  const possible = printable(apart, decimals.gap)
  return [
    {
      place: `${path}.index.gap`,
      against: [`${path}.index.highest.points`, `${path}.index.lowest.points`],
      printed: gap,
      possible,
      message: `Khoảng cách ${sayNumber(gap)} không phải là ${sayNumber(highest.points)} trừ ${sayNumber(lowest.points)}: phải là ${sayPossible(possible)}.`,
    },
  ]
}

function examineChange({ path, figures: { index, past }, decimals }: BlockContext): Remark[] {
  if (index?.gapChange === undefined || index.gap === undefined) return []
  const now = asPrinted(index.gap, decimals.gap)
  const before = past?.gap === undefined ? between(0, LARGEST_POINTS) : asPrinted(past.gap, decimals.gap)
  const change = subtract(now, before)
  if (meets(asPrinted(index.gapChange, decimals.gap), change)) return []
  const range = printable(change, decimals.gap)
  const possible = past?.gap === undefined ? { from: null, to: range.to } : range
  return [
    {
      place: `${path}.index.gapChange`,
      against: [`${path}.index.gap`, ...(past?.gap === undefined ? [] : [`${path}.past.gap`])],
      printed: index.gapChange,
      possible,
      message: `Khoảng cách thay đổi ${sayNumber(index.gapChange)} so với năm trước không khớp với khoảng cách năm nay và năm trước: ${sayPossible(possible)}.`,
    },
  ]
}
