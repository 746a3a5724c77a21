/**
 * Counts that divide a block's units make the whole block: classes, moves, above and below the mean. Where the report leaves
 * a kind out (units just at the mean, units that kept their points) they make at most the block.
 */
import { type Column, columnsOf } from '../columns.ts'
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { divisionsOf } from '../unit-lists.ts'
import { sayNumber } from '../words.ts'

type Parts = { place: string; title: string; counts: number[]; places: string[]; closed: boolean }

export const partitionCounts: Rule = {
  name: 'partition-counts',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => {
      const divisions = divisionsOf(block).map(({ place, title, lists, closed }) => ({
        place,
        title,
        counts: lists.map(({ count }) => count),
        places: lists.map(({ countPlace }) => countPlace),
        closed,
      }))
      return [...divisions, ...columnsOf(block).flatMap(aroundMean)].flatMap((parts) => judge(parts, block))
    }),
}

function aroundMean({ path, title, above, at, below }: Column): Parts[] {
  const counted = [
    { count: above, place: `${path}.unitsAboveMean` },
    { count: at, place: `${path}.unitsAtMean` },
    { count: below, place: `${path}.unitsBelowMean` },
  ].filter(({ count }) => count !== undefined)
  if (counted.length === 0) return []
  return [
    {
      place: `${path}.units*Mean`,
      title: `trên và dưới trung bình (${title})`,
      counts: counted.map(({ count }) => count!),
      places: counted.map(({ place }) => place),
      closed: counted.length === 3,
    },
  ]
}

function judge({ place, title, counts, places, closed }: Parts, { size }: BlockContext): Remark[] {
  const sum = counts.reduce((total, count) => total + count, 0)
  if (!size || (closed ? sum === size.count : sum <= size.count)) return []
  return [
    {
      place,
      against: [...new Set([...places, size.place])],
      printed: sum,
      possible: closed ? { oneOf: [size.count] } : { from: 0, to: size.count },
      message: `Số đơn vị ${title} cộng lại là ${sayNumber(sum)}, trong khi khối có ${sayNumber(size.count)} đơn vị.`,
    },
  ]
}
