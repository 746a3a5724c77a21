/** A percentage is what its two figures give: points of their maximum, units of their block. */
import { type Column, columnsOf } from '../columns.ts'
import { asPrinted, exactly, fractionOf, type Interval, meets, printable, scaleBy } from '../interval.ts'
import { type BlockContext, sizeOfList } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { listsOf } from '../unit-lists.ts'
import { sayNumber, sayPossible } from '../words.ts'

type Share = {
  percent: number | undefined
  place: string
  decimals: number
  part: Interval
  of: number
  against: string[]
}

export const percentOfWhole: Rule = {
  name: 'percent',
  examine: ({ blocks }) =>
    blocks.flatMap((block) => [...columnsOf(block).flatMap(pointShares), ...unitShares(block)].flatMap(judge)),
}

function pointShares({ kind, path, max, means, meanPercent, highest, lowest, ...decimals }: Column): Share[] {
  if (!max || kind === 'index') return []
  const whole = { of: max.value, decimals: decimals.percentDecimals }
  const extremes = [['highest', highest] as const, ['lowest', lowest] as const]
  return [
    ...means.map(({ value, place }) => ({
      percent: meanPercent,
      place: `${path}.meanPercent`,
      part: asPrinted(value, decimals.meanDecimals),
      against: [place, max.place],
      ...whole,
    })),
    ...extremes.flatMap(([end, extreme]) =>
      extreme
        ? {
            percent: extreme.percent,
            place: `${path}.${end}.percent`,
            part: asPrinted(extreme.points, decimals.extremeDecimals),
            against: [`${path}.${end}.points`, max.place],
            ...whole,
          }
        : [],
    ),
  ]
}

function unitShares(block: BlockContext): Share[] {
  const { decimals, size } = block
  if (!size) return []
  return listsOf(block)
    .filter(({ list }) => list.count !== undefined || list.names !== undefined)
    .map(({ list, at }) => ({
      percent: list.percent,
      place: `${at}.percent`,
      decimals: decimals.share,
      part: exactly(sizeOfList(list)),
      of: size.count,
      against: [`${at}.${list.count === undefined ? 'names' : 'count'}`, size.place],
    }))
}

function judge({ percent, place, decimals, part, of, against }: Share): Remark[] {
  if (percent === undefined || of === 0) return []
  const share = scaleBy(part, fractionOf(100).div(fractionOf(of)))
  if (meets(asPrinted(percent, decimals), share)) return []
  const possible = printable(share, decimals)
  return [
    {
      place,
      against,
      printed: percent,
      possible,
      message: `Tỷ lệ ${sayNumber(percent)} % không khớp với các số đã in: phải là ${sayPossible(possible)} %.`,
    },
  ]
}
