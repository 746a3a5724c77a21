/** Nobody in the units' table moved further than who is said to have moved most, and who is said to did move so far. */
import { asPrinted, meets } from '../interval.ts'
import { type BlockContext, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { type MoveKind, type UnitChange, unitChangesOf } from '../unit-changes.ts'
import { sayNumber } from '../words.ts'

export const furthestOfUnits: Rule = {
  name: 'furthest-of-units',
  examine: ({ blocks }) =>
    blocks.flatMap((block) =>
      (['rankMoves', 'pointMoves'] as const).flatMap((kind) =>
        (['rose', 'fell'] as const).flatMap((move) => examineMost(kind, move, block)),
      ),
    ),
}

function examineMost(kind: MoveKind, move: 'rose' | 'fell', block: BlockContext): Remark[] {
  const { path, figures, decimals, nameOf, unitOf } = block
  const most = figures[kind]?.[move]?.most
  const changes = unitChangesOf(kind, block)
  if (!most || changes.length === 0) return []
  const printed = asPrinted(move === 'rose' ? most.by : -most.by, decimals.unitChange, kind === 'rankMoves' ? 0 : 2)
  const furthest = changes.reduce((best, row) => (isFurther(row, best, move) ? row : best))
  const isPassed = move === 'rose' ? furthest.interval.low.gt(printed.high) : furthest.interval.high.lt(printed.low)
  const untrue = unitsNamed(most).flatMap((name) => changes.find(({ unit }) => unit === unitOf(name)) ?? [])
  const wrong = isPassed ? furthest : untrue.find(({ interval }) => !meets(interval, printed))
  if (!wrong) return []
  return [
    {
      place: `${path}.${kind}.${move}.most`,
      against: [wrong.place],
      printed: most.by,
      possible: { oneOf: [Math.abs(furthest.change)] },
      message: `${move === 'rose' ? 'Tăng' : 'Giảm'} nhiều nhất in là ${sayNumber(most.by)}, nhưng bảng các đơn vị ghi ${nameOf(wrong.unit)} thay đổi ${sayNumber(wrong.change)}, và nhiều nhất là ${nameOf(furthest.unit)}.`,
    },
  ]
}

function isFurther(row: UnitChange, best: UnitChange, move: 'rose' | 'fell'): boolean {
  return move === 'rose' ? row.change > best.change : row.change < best.change
}
