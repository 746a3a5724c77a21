/** Who rose, stayed and fell in points and in ranks, with names and the extreme movers (S2 III.1.a). Pure. */
import type { BlockContext } from './compose-context.ts'
import { countFigure, figure, item, percentFigure, type ReportItem, say } from './compose-runs.ts'
import { percentOf } from './compute-figures.ts'
import type { Moves } from './compute-moves.ts'
import type { UnitRef } from './compute-spread.ts'
import type { Comparison } from './compute-statistics.ts'
import type { Run } from './schemas.ts'
import { direction } from './words-changes.ts'
import { nameChain, nameList, together } from './words-lists.ts'
import { formatCount, formatNumber, formatPercent } from './words-numbers.ts'
import { INCOMPARABLE, INCOMPARABLE_WORDS } from './words-rules.ts'

type Kind = 'points' | 'ranks'
type Side = 'rose' | 'kept' | 'fell'

const VERBS: Record<Kind, Record<Side, string>> = {
  points: { rose: 'tăng điểm', kept: 'giữ nguyên điểm', fell: 'giảm điểm' },
  ranks: { rose: 'tăng bậc', kept: 'giữ bậc', fell: 'giảm bậc' },
}
const UNITS: Record<Kind, string> = { points: 'điểm', ranks: 'bậc' }

export function moveItems(context: BlockContext): ReportItem[] {
  const { comparison } = context.statistics
  if (!comparison) return [item(say`So với năm trước: ${INCOMPARABLE_WORDS}`)]
  const sides: Side[] = ['rose', 'kept', 'fell']
  const of = (kind: Kind) =>
    comparison[kind].compared === 0
      ? []
      : sides
          // That nobody has just the points of last year goes without saying.
          .filter((side) => kind === 'ranks' || side !== 'kept' || comparison.points.kept.length > 0)
          .map((side) => item(sideRuns(context, comparison, kind, side)))
  return [...of('points'), ...of('ranks'), ...incomparableItem(context, comparison)]
}

function sideRuns(context: BlockContext, comparison: Comparison, kind: Kind, side: Side): Run[] {
  const units: UnitRef[] = comparison[kind][side]
  const verb = VERBS[kind][side]
  const year = String(comparison.year)
  const source = {
    path: context.path(`.units[*].change.${kind === 'points' ? 'points' : 'rank'}`),
    table: context.table(2),
    units,
  }
  const more = kind === 'ranks' ? countChange(context, comparison, side) : []
  if (units.length === 0) return say`Không có đơn vị nào ${verb} so với năm ${year}${more}`
  const count = countFigure(units.length, { ...source, formula: `Số đơn vị ${verb}: ${formatCount(units.length)}` })
  const compared = comparison[kind].compared
  const percent = percentOf(units.length, compared)!
  const formula = `${units.length} ÷ ${compared} × 100% = ${formatPercent(percent)}`
  const share =
    kind === 'points'
      ? say`/${formatCount(compared)} đơn vị ${verb} so với năm ${year} (đạt ${percentFigure(percent, { ...source, formula })})`
      : say` đơn vị ${verb} so với năm ${year}${more}`
  const furthest = side === 'kept' ? [] : furthestRuns(context, comparison[kind], kind, side)
  return say`Có ${count}${share}, gồm: ${nameList(units)}${furthest}`
}

function furthestRuns(context: BlockContext, moves: Moves, kind: Kind, side: 'rose' | 'fell'): Run[] {
  const most = side === 'rose' ? moves.mostRose : moves.mostFell
  if (!most) return []
  const text = kind === 'points' ? formatNumber(most.by) : formatCount(most.by)
  const key = kind === 'points' ? 'points' : 'rank'
  const by = figure(text, most.by, {
    path: context.path(`.units[${most.units[0]!.code}].change.${key}`),
    formula: `Mức ${side === 'rose' ? 'tăng' : 'giảm'} lớn nhất: ${text} ${UNITS[kind]}`,
    ...{ table: context.table(2), units: most.units },
  })
  const word = side === 'rose' ? 'tăng' : 'giảm'
  // The only one that moved has been named already.
  if (moves[side].length === 1) return say` (${word} ${by} ${UNITS[kind]})`
  const furthest = kind === 'points' ? `${word} nhiều điểm nhất` : `${word} nhiều bậc nhất`
  return say`; trong đó đơn vị ${furthest} là ${nameChain(most.units)} (${together(most.units)}${word} ${by} ${UNITS[kind]})`
}

/** " (tăng 04 đơn vị so với số đơn vị tăng bậc của năm 2023)", where that number is known. */
function countChange({ path, table }: BlockContext, { moves, ranks, year }: Comparison, side: Side): Run[] {
  if (!moves) return []
  const change = moves.change[side]
  const words = `số đơn vị ${VERBS.ranks[side]} của năm ${year}`
  if (change === 0) return say` (bằng ${words})`
  const by = countFigure(Math.abs(change), {
    path: path(`.past.moves.${side}`),
    formula: `${ranks[side].length} − ${moves.past[side]} (năm ${year}) = ${formatNumber(change)}`,
    table: table(2),
  })
  return say` (${direction(change)} ${by} đơn vị so với ${words})`
}

function incomparableItem(context: BlockContext, { incomparable, year }: Comparison): ReportItem[] {
  if (incomparable.length === 0) return []
  const count = countFigure(incomparable.length, {
    path: context.path('.units[*].incomparable'),
    formula: `Số đơn vị ${INCOMPARABLE_WORDS}: ${formatCount(incomparable.length)}`,
    ...{ table: context.table(2), units: incomparable },
  })
  const names = incomparable.map(({ name, reason }) => ({ name: `${name} (${INCOMPARABLE[reason]})` }))
  return [item(say`Có ${count} đơn vị ${INCOMPARABLE_WORDS} với năm ${String(year)}: ${nameList(names)}`)]
}
