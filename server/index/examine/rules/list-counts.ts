/** A count is that of the names listed under it, and that of the units in the table. */
import type { BlockContext } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { listsOf } from '../unit-lists.ts'
import { sayNumber } from '../words.ts'

type Counted = { count: number | undefined; place: string; listed: number | undefined; listPlace: string }

export const listCounts: Rule = {
  name: 'list-counts',
  examine: ({ blocks }) => blocks.flatMap((block) => countedOf(block).flatMap(judge)),
}

function countedOf(block: BlockContext): Counted[] {
  const { path, figures, classCounts } = block
  const { units, unitCount } = figures
  const everyClassKnown = units?.every((unit) => unit.class !== undefined)
  return [
    { count: unitCount, place: `${path}.unitCount`, listed: units?.length, listPlace: `${path}.units` },
    ...listsOf(block).map(({ list, at }) => ({
      count: list.count,
      place: `${at}.count`,
      listed: list.names?.length,
      listPlace: `${at}.names`,
    })),
    ...[...classCounts].map(([code, { count, place }]) => ({
      count,
      place,
      listed: everyClassKnown ? units?.filter((unit) => unit.class === code).length : undefined,
      listPlace: `${path}.units[*].class`,
    })),
  ]
}

function judge({ count, place, listed, listPlace }: Counted): Remark[] {
  if (count === undefined || listed === undefined || count === listed) return []
  return [
    {
      place,
      against: [listPlace],
      printed: count,
      possible: { oneOf: [listed] },
      message: `In là ${sayNumber(count)} đơn vị, nhưng danh sách có ${sayNumber(listed)}.`,
    },
  ]
}
