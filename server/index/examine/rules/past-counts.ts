/**
 * Changes of counts on last year: this year's count less the change is last year's, not negative, and last year's counts
 * together are no more than the units there were. A report that does not say how many there were had as many as now.
 */
import { type BlockContext, sizeOfList } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { MOVES } from '../unit-changes.ts'
import { sayNumber } from '../words.ts'

type Counted = {
  place: string
  count: number
  change: number | undefined
  before: number | undefined
  beforePlace: string
}
type Group = { place: string; title: string; counts: Counted[] }

export const pastCounts: Rule = {
  name: 'past-counts',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      groupsOf(block).flatMap((group) => [...group.counts.flatMap(examineOne), ...examineSum(group, block)]),
    ),
}

function groupsOf({ path, figures, classCounts }: BlockContext): Group[] {
  const { rankMoves = {}, classes = [], past } = figures
  const moves = MOVES.flatMap((move) => {
    const list = rankMoves[move]
    if (!list || (list.count === undefined && list.names === undefined)) return []
    const place = `${path}.rankMoves.${move}`
    const before = past?.rankMoves?.[move]
    return [
      { place, count: sizeOfList(list), change: list.change, before, beforePlace: `${path}.past.rankMoves.${move}` },
    ]
  })
  const ofClasses = classes.flatMap(({ code, change }) => {
    const count = classCounts.get(code)?.count
    if (count === undefined) return []
    const before = past?.classes?.find((entry) => entry.code === code)?.count
    return [
      { place: `${path}.classes[${code}]`, count, change, before, beforePlace: `${path}.past.classes[${code}].count` },
    ]
  })
  return [
    { place: `${path}.rankMoves`, title: 'tăng, giữ, giảm bậc', counts: moves },
    { place: `${path}.classes`, title: 'các loại', counts: ofClasses },
  ]
}

function examineOne({ place, count, change, before, beforePlace }: Counted): Remark[] {
  if (change === undefined) return []
  const wrong = before === undefined ? change > count : change !== count - before
  if (!wrong) return []
  return [
    {
      place: `${place}.change`,
      against: [`${place}.count`, ...(before === undefined ? [] : [beforePlace])],
      printed: change,
      possible: before === undefined ? { from: null, to: count } : { oneOf: [count - before] },
      message:
        before === undefined
          ? `Tăng ${sayNumber(change)} đơn vị so với năm trước, nhưng năm nay chỉ có ${sayNumber(count)}.`
          : `Thay đổi ${sayNumber(change)} đơn vị không phải là ${sayNumber(count)} năm nay trừ ${sayNumber(before)} năm trước.`,
    },
  ]
}

function examineSum({ place, title, counts }: Group, { pastSize, figures }: BlockContext): Remark[] {
  const past = counts.flatMap(({ count, change, before }) => before ?? (change === undefined ? [] : count - change))
  const sum = past.reduce((total, count) => total + count, 0)
  if (past.length === 0 || past.some((count) => count < 0) || pastSize === null || sum <= pastSize) return []
  const told = figures.past?.units === undefined ? 'khối có' : 'năm trước khối có'
  return [
    {
      place: `${place}.*.change`,
      against: counts.flatMap((entry) => [`${entry.place}.count`, `${entry.place}.change`]),
      printed: sum,
      possible: { from: 0, to: pastSize },
      message: `Theo các thay đổi đã in, năm trước ${title} cộng lại là ${sayNumber(sum)} đơn vị, nhưng ${told} ${sayNumber(pastSize)}.`,
    },
  ]
}
