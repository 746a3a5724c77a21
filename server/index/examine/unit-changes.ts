/** Each unit's change on last year as the table gives it, printed or from this year's and last year's figure. */
import { asPrinted, fractionOf, type Interval } from './interval.ts'
import type { BlockContext } from './report-context.ts'

export type MoveKind = 'rankMoves' | 'pointMoves'
export type Move = 'rose' | 'kept' | 'fell'
export const MOVES = ['rose', 'kept', 'fell'] as const
export const MOVE_WORDS = { rose: 'tăng', kept: 'giữ nguyên', fell: 'giảm' }

/** `interval`: what the change can have been before rounding; of ranks just the number. */
export type UnitChange = { unit: string; change: number; interval: Interval; place: string }

/** Places won, or points gained; units without a comparison are left out. */
export function unitChangesOf(kind: MoveKind, { path, figures: { units = [] }, decimals }: BlockContext): UnitChange[] {
  return units.flatMap(({ code, ...unit }) => {
    const [printed, now, before] =
      kind === 'rankMoves' ? [unit.rankChange, unit.pastRank, unit.rank] : [unit.change, unit.points, unit.pastPoints]
    const change =
      printed ??
      (now !== undefined && before !== undefined ? fractionOf(now).sub(fractionOf(before)).valueOf() : undefined)
    if (change === undefined) return []
    const places = printed === undefined ? decimals.unitPoints : decimals.unitChange
    const interval = asPrinted(change, places, kind === 'rankMoves' ? 0 : 2)
    return [
      {
        unit: code,
        change,
        interval,
        place: `${path}.units[${code}].${kind === 'rankMoves' ? 'rankChange' : 'change'}`,
      },
    ]
  })
}

/**
 * Whether a unit with this change may be listed so: the sign as printed, or a change of points too small to be seen in
 * print.
 */
export function isListedRightly({ change, interval }: UnitChange, move: Move): boolean {
  const signs = { rose: 1, kept: 0, fell: -1 }
  if (Math.sign(change) === signs[move]) return true
  if (move === 'kept') return interval.low.lt(0) && interval.high.gt(0)
  return change === 0 && interval.high.gt(0)
}
