/**
 * Which printed means are possible for n figures between a lowest and a highest, when some are known to lie above the mean,
 * at it or below it, and some in a class. Put in order, each place of the order has a lower and an upper end; n times the
 * mean must lie between the sums of these. Both ends grow with the mean at most as fast as it does, so the possible means
 * are one range.
 */
import Fraction from 'fraction.js'
import { asPrinted, fractionOf, halfUnit, type Interval } from './interval.ts'

export type MeanQuestion = {
  size: number
  highest: Interval
  lowest: Interval
  /** How many figures are known to be the highest, or the lowest: at least one each. */
  atHighest: number
  atLowest: number
  above?: number | undefined
  below?: number | undefined
  /** Classes from the best down, as far as their counts are known one after the other; ends already as wide as rounding makes them. */
  classes: { count: number; ends: Interval }[]
  meanDecimals: number
  extremeDecimals: number
}

/** The lowest and highest printable mean, or null when the counts leave no arrangement at all (that is for other rules). */
export function feasibleMeans(question: MeanQuestion): { from: number; to: number } | null {
  const { size, lowest, highest, meanDecimals: decimals, atHighest, atLowest } = question
  if (atHighest + atLowest > size) return null
  const places = Array.from({ length: size }, (_, place) => endsOf(place, question))
  if (places.some(({ low, high }) => low.gt(high))) return null
  const grid = 10 ** decimals
  const first = Math.floor(lowest.low.mul(grid).valueOf()) - 1
  const last = Math.ceil(highest.high.mul(grid).valueOf()) + 1
  const from = firstWhere(first, last, (step) => lowSum(step / grid, places, question))
  const to = last - firstWhere(0, last - first, (step) => highSum((last - step) / grid, places, question))
  return from > to ? null : { from: toDecimal(from, decimals), to: toDecimal(to, decimals) }
}

/** What the order alone and the classes say of one place, 0 being the highest. */
function endsOf(place: number, { size, highest, lowest, atHighest, atLowest, classes }: MeanQuestion): Interval {
  if (place < atHighest) return highest
  if (place >= size - atLowest) return lowest
  let low = lowest.low
  let high = highest.high
  let before = 0
  for (const { count, ends } of classes) {
    if (place >= before && place < before + count) {
      low = larger(low, ends.low)
      high = smaller(high, ends.high)
    }
    before += count
  }
  return { low, high }
}

/** Whether n times the mean reaches the least that the places can add up to. */
function lowSum(printed: number, places: Interval[], question: MeanQuestion): boolean {
  const { high: mean } = meanEnds(printed, question)
  const floor = mean.sub(slackOf(question))
  const sum = places.reduce((total, ends, place) => {
    const lifted = isAtLeastMean(place, question) ? larger(ends.low, floor) : ends.low
    return total.add(lifted)
  }, new Fraction(0))
  return sum.lte(mean.mul(question.size))
}

/** Whether n times the mean stays within the most that the places can add up to. */
function highSum(printed: number, places: Interval[], question: MeanQuestion): boolean {
  const { low: mean } = meanEnds(printed, question)
  const ceiling = mean.add(slackOf(question))
  const sum = places.reduce((total, ends, place) => {
    const held = isAtMostMean(place, question) ? smaller(ends.high, ceiling) : ends.high
    return total.add(held)
  }, new Fraction(0))
  return sum.gte(mean.mul(question.size))
}

function meanEnds(printed: number, { meanDecimals }: MeanQuestion): Interval {
  return asPrinted(Number(printed.toFixed(meanDecimals)), meanDecimals)
}

/** A figure counted as above the printed mean may be below the exact one by what both were rounded. */
function slackOf({ meanDecimals, extremeDecimals }: MeanQuestion): Fraction {
  return halfUnit(meanDecimals).mul(2).add(halfUnit(extremeDecimals))
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

function larger(a: Fraction, b: Fraction): Fraction {
  return a.gt(b) ? a : b
}

function smaller(a: Fraction, b: Fraction): Fraction {
  return a.lt(b) ? a : b
}

function toDecimal(steps: number, decimals: number): number {
  return fractionOf(steps)
    .div(10 ** decimals)
    .valueOf()
}
