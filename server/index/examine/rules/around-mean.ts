/** How many units lie above and below the mean, against the highest, the lowest and the classes. */
import { type Column, columnsOf } from '../columns.ts'
import { asPrinted, fractionOf, type Interval } from '../interval.ts'
import { type BlockContext, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { sayNumber } from '../words.ts'

type Side = {
  count: number | undefined
  place: string
  word: string
  /** The extreme on this side, and on the other. */
  own: { interval: Interval; units: number; place: string } | null
  other: { interval: Interval; units: number; place: string } | null
  /** Whether one lies surely further to this side than the other. */
  isBeyond: (one: Interval, other: Interval) => boolean
}

export const aroundMean: Rule = {
  name: 'around-mean',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      columnsOf(block).flatMap((column) => [
        ...examineExtremes(column, block),
        ...(column.kind === 'index' ? examineClasses(column, block) : []),
      ]),
    ),
}

function examineExtremes(column: Column, { size }: BlockContext): Remark[] {
  const [mean] = column.means
  if (!mean || !size) return []
  const interval = asPrinted(mean.value, column.meanDecimals)
  return sidesOf(column).flatMap(({ count, place, word, own, other, isBeyond }) => {
    if (count === undefined) return []
    const from = own && isBeyond(own.interval, interval) ? own.units : 0
    const to = size.count - (other && isBeyond(interval, other.interval) ? other.units : 0)
    if (count >= from && count <= to) return []
    return [
      {
        place,
        against: [mean.place, (count < from ? own : other)?.place ?? size.place],
        printed: count,
        possible: { from, to },
        message: `In là ${sayNumber(count)} đơn vị ${word} trung bình, nhưng với điểm cao nhất, thấp nhất và trung bình đã in thì phải từ ${from} đến ${to}.`,
      },
    ]
  })
}

function sidesOf({ path, highest, lowest, extremeDecimals, above, below }: Column): Side[] {
  const ends = { highest, lowest }
  const [top, bottom] = (['highest', 'lowest'] as const).map((end) => {
    const extreme = ends[end]
    if (!extreme) return null
    const units = unitsNamed(extreme).length
    return { interval: asPrinted(extreme.points, extremeDecimals), units, place: `${path}.${end}.points` }
  })
  return [
    {
      count: above,
      place: `${path}.unitsAboveMean`,
      word: 'trên',
      own: top!,
      other: bottom!,
      isBeyond: (a, b) => a.low.gt(b.high),
    },
    {
      count: below,
      place: `${path}.unitsBelowMean`,
      word: 'dưới',
      own: bottom!,
      other: top!,
      isBeyond: (a, b) => a.high.lt(b.low),
    },
  ]
}

/** Units of classes that begin above the mean are above it, those of classes that end below it are below it. */
function examineClasses({ path, means: [mean], meanDecimals, above, below }: Column, block: BlockContext): Remark[] {
  if (!mean || !block.size) return []
  const { low, high } = asPrinted(mean.value, meanDecimals, 3)
  const sum = (isOn: (entry: BlockContext['classBounds'][number]) => boolean): number =>
    block.classBounds.filter(isOn).reduce((total, { code }) => total + (block.classCounts.get(code)?.count ?? 0), 0)
  const over = sum(({ from }) => fractionOf(from).gt(high))
  const under = sum(({ below: end }) => end !== null && fractionOf(end).lt(low))
  const against = [mean.place, ...[...block.classCounts.values()].map(({ place }) => place)]
  return [
    { count: above, place: `${path}.unitsAboveMean`, word: 'trên', from: over, to: block.size.count - under },
    { count: below, place: `${path}.unitsBelowMean`, word: 'dưới', from: under, to: block.size.count - over },
  ].flatMap(({ count, place, word, from, to }) => {
    if (count === undefined || from > to || (count >= from && count <= to)) return []
    const message = `In là ${sayNumber(count)} đơn vị ${word} trung bình, nhưng số đơn vị các loại cho thấy phải từ ${from} đến ${to}.`
    return [{ place, against: [...new Set(against)], printed: count, possible: { from, to }, message }]
  })
}
