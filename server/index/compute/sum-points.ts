/**
 * Exact sums of points. Pure. Points that were brought in are decimals of few places and are kept as whole millionths (a
 * plain number, exact far beyond any total); those that were counted are fractions. Sums of 150 leaves a unit stay cheap.
 */
import Fraction from 'fraction.js'
import { roundHalfUp } from '../../scoring/round.ts'
import { sumOf } from '../../scoring/score-unit.ts'

/** Whole millionths of a point, or any exact value. */
export type ExactPoints = number | Fraction

const MILLION = 1_000_000

/** A decimal text as import left it ("0.85"). */
export function readPoints(text: string): ExactPoints {
  const point = text.indexOf('.')
  const places = point < 0 ? 0 : text.length - point - 1
  return places <= 6 && text.length <= 13 ? Math.round(Number(text) * MILLION) : new Fraction(text)
}

export function sumPoints(values: ExactPoints[]): Fraction {
  let millionths = 0
  const fractions: Fraction[] = []
  for (const value of values) {
    if (typeof value === 'number') millionths += value
    else fractions.push(value)
  }
  return sumOf([new Fraction(millionths, MILLION), ...fractions])
}

/** Rounded half up to two decimals. */
export function publishPoints(value: ExactPoints): number {
  return typeof value === 'number' ? Math.floor((value + 5_000) / 10_000) / 100 : roundHalfUp(value)
}

/** "0.85", "17", "58/23". */
export function exactText(value: ExactPoints): string {
  return typeof value === 'number' ? String(value / MILLION) : value.toFraction()
}
