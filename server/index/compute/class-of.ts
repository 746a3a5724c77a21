/** The class of published points. Pure. */
import Fraction from 'fraction.js'
import type { ClassBound } from '../../campaigns/definition.ts'

/** `classes` from the best down, the last from 0 (validated); points have at most two decimals. Returns the class's code. */
export function classOf(classes: Pick<ClassBound, 'code' | 'from'>[], points: number): string {
  const exact = hundredths(points)
  const found = classes.find(({ from }) => exact.gte(new Fraction(from)))
  return (found ?? classes.at(-1)!).code
}

/** 89.995 never comes: published points are whole hundredths, which a float holds near enough to name exactly. */
function hundredths(points: number): Fraction {
  return new Fraction(Math.round(points * 100), 100)
}
