/**
 * Which printed means are possible for n figures between a lowest and a highest, when some are known to lie above the mean
 * or below it, and some in a class. Put in order, each place of the order has a lower and an upper end; n times the mean must
 * lie between the sums of these. Both ends grow with the mean at most as fast as it does, so the possible means are one
 * range. Reckoned in whole millionths: figures have four decimals at most, their halves five, so this is exact and quick.
 */
import type { Interval } from './interval.ts'

const WHOLE = 1_000_000

export type MeanQuestion = {
  size: number
  highest: Interval
  lowest: Interval
  /** How many figures are known to be the highest, or the lowest. */
  atHighest: number
  atLowest: number
  above?: number | undefined
  below?: number | undefined
  /** Classes from the best down, as far as their counts are known one after the other; ends already as wide as rounding makes them. */
  classes: { count: number; ends: Interval }[]
  meanDecimals: number
  extremeDecimals: number
}

type Ends = { low: number; high: number }

/** The lowest and highest printable mean, or null when the counts leave no arrangement at all (that is for other rules). */
export function feasibleMeans(question: MeanQuestion): { from: number; to: number } | null {
  const { size, meanDecimals: decimals, atHighest, atLowest } = question
  if (atHighest + atLowest > size) return null
  const [lowest, highest] = [millionths(question.lowest), millionths(question.highest)]
  const classes = question.classes.map(({ count, ends }) => ({ count, ends: millionths(ends) }))
  const places = Array.from({ length: size }, (_, place): Ends => {
    if (place < atHighest) return highest
    if (place >= size - atLowest) return lowest
    return endsOf(place, lowest.low, highest.high, classes)
  })
  if (places.some(({ low, high }) => low > high)) return null
  const step = WHOLE / 10 ** decimals
  const first = Math.floor(lowest.low / step) - 1
  const last = Math.ceil(highest.high / step) + 1
  const from = firstWhere(first, last, (steps) => reachesLeast(steps * step, places, question))
  const to = last - firstWhere(0, last - first, (steps) => keepsToMost((last - steps) * step, places, question))
  return from > to ? null : { from: from / 10 ** decimals, to: to / 10 ** decimals }
}

/** What the order alone and the classes say of one place, 0 being the highest. */
function endsOf(place: number, lowest: number, highest: number, classes: { count: number; ends: Ends }[]): Ends {
  let before = 0
  for (const { count, ends } of classes) {
    if (place >= before && place < before + count)
      return { low: Math.max(lowest, ends.low), high: Math.min(highest, ends.high) }
    before += count
  }
  return { low: lowest, high: highest }
}

/** Whether n times the mean reaches the least that the places can add up to. */
function reachesLeast(printed: number, places: Ends[], question: MeanQuestion): boolean {
  const mean = printed + half(question.meanDecimals)
  const floor = mean - slackOf(question)
  const least = places.map(({ low }, place) => (isAtLeastMean(place, question) ? Math.max(low, floor) : low))
  return sumOf(least) <= mean * question.size
}

/** Whether n times the mean stays within the most that the places can add up to. */
function keepsToMost(printed: number, places: Ends[], question: MeanQuestion): boolean {
  const mean = printed - half(question.meanDecimals)
  const ceiling = mean + slackOf(question)
  const most = places.map(({ high }, place) => (isAtMostMean(place, question) ? Math.min(high, ceiling) : high))
  return sumOf(most) >= mean * question.size
}

/** A figure counted as above the printed mean may be below the exact one by what both were rounded. */
function slackOf({ meanDecimals, extremeDecimals }: MeanQuestion): number {
  return 2 * half(meanDecimals) + half(extremeDecimals)
}

/** Whatever is not below the mean is at least the mean, whether or not the report says how many are just at it. */
function isAtLeastMean(place: number, { size, above, below }: MeanQuestion): boolean {
  return below !== undefined ? place < size - below : above !== undefined && place < above
}

function isAtMostMean(place: number, { size, above, below }: MeanQuestion): boolean {
  return above !== undefined ? place >= above : below !== undefined && place >= size - below
}

/** The first step of a range from which on `holds`, by halving; the end of the range when it never does. */
function firstWhere(first: number, last: number, holds: (step: number) => boolean): number {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function millionths({ low, high }: Interval): Ends {
  return { low: low.mul(WHOLE).valueOf(), high: high.mul(WHOLE).valueOf() }
}

function half(decimals: number): number {
  return WHOLE / 2 / 10 ** decimals
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
