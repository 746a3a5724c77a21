/** The class of published points. Pure. */
import Fraction from 'fraction.js'
import type { ClassBound } from '../../campaigns/definition.ts'
import { toHundredths } from '../../scoring/round.ts'

/** `classes` from the best down, the last from 0 (validated); points have at most two decimals. Returns the class's code. */
export function classOf(classes: Pick<ClassBound, 'code' | 'from'>[], points: number): string {
  const exact = new Fraction(toHundredths(points), 100)
  const found = classes.find(({ from }) => exact.gte(new Fraction(from)))
  return (found ?? classes.at(-1)!).code
}
