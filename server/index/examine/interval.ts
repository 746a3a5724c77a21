/**
 * What a printed figure can have been before it was rounded. Exact rationals and closed ends: a value that sits just on a
 * half is left to both neighbours, so that no way of rounding to the nearest is called a contradiction.
 */
import Fraction from 'fraction.js'

export type Interval = { low: Fraction; high: Fraction }

export function exactly(value: number): Interval {
  const fraction = fractionOf(value)
  return { low: fraction, high: fraction }
}

/** A figure with so many decimals; `halves` of a unit in its last place it may be off (2 for a mean of rounded figures). */
export function asPrinted(value: number, decimals: number, halves = 1): Interval {
  const slack = halfUnit(decimals).mul(halves)
  return { low: fractionOf(value).sub(slack), high: fractionOf(value).add(slack) }
}

export function between(low: number, high: number): Interval {
  return { low: fractionOf(low), high: fractionOf(high) }
}

export function sumOf(intervals: Interval[]): Interval {
  return intervals.reduce(({ low, high }, next) => ({ low: low.add(next.low), high: high.add(next.high) }), exactly(0))
}

export function subtract(from: Interval, what: Interval): Interval {
  return { low: from.low.sub(what.high), high: from.high.sub(what.low) }
}

/** `factor` at least 0. */
export function scaleBy(interval: Interval, factor: Fraction | number): Interval {
  return { low: interval.low.mul(factor), high: interval.high.mul(factor) }
}

export function meets(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high)
}

/** The figures of so many decimals that could be printed for a value of the interval, `halves` as in `asPrinted`. */
export function printable(interval: Interval, decimals: number, halves = 1): { from: number; to: number } {
  const slack = halfUnit(decimals).mul(halves)
  return {
    from: interval.low.sub(slack).ceil(decimals).valueOf(),
    to: interval.high.add(slack).floor(decimals).valueOf(),
  }
}

function halfUnit(decimals: number): Fraction {
  return new Fraction(1, 2 * 10 ** decimals)
}

/** The decimal that the number prints as, exactly; a float's own binary value never enters. */
export function fractionOf(value: number): Fraction {
  return new Fraction(String(value))
}
