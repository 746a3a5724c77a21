/**
 * The mean's change on last year: this year's mean less last year's, which was not negative; and, where every unit is
 * compared, one that so many rises and falls, none beyond the printed extreme, can make.
 */
import Fraction from 'fraction.js'
import { asPrinted, between, fractionOf, meets, printable, subtract } from '../interval.ts'
import { type BlockContext, comparesAll, unitsNamed } from '../report-context.ts'
import type { Remark, Rule } from '../rule.ts'
import { LARGEST_POINTS, type Possible } from '../schemas.ts'
import { sayNumber, sayPossible } from '../words.ts'

/** This year's mean, last year's and their difference are each rounded, and the figures under them were. */
const HALVES = 4

export const yearChange: Rule = {
  name: 'year-change',
  examine: ({ blocks }) => blocks.flatMap((block) => [...examineMeans(block), ...examineMoves(block)]),
}

function examineMeans({ path, figures: { index, past }, decimals }: BlockContext): Remark[] {
  if (index?.changeOnYear === undefined || index.mean === undefined) return []
  const now = asPrinted(index.mean, decimals.indexMean)
  const before = past?.mean === undefined ? between(0, LARGEST_POINTS) : asPrinted(past.mean, decimals.indexMean)
  const change = subtract(now, before)
  if (meets(asPrinted(index.changeOnYear, decimals.change), change)) return []
  const { from, to } = printable(change, decimals.change)
  const possible = { from: past?.mean === undefined ? null : from, to }
  const against = [`${path}.index.mean`, ...(past?.mean === undefined ? [] : [`${path}.past.mean`])]
  return [remarkOn(index.changeOnYear, possible, against, path, 'điểm trung bình năm nay và năm trước')]
}

function examineMoves(block: BlockContext): Remark[] {
  const { path, figures, size, decimals } = block
  const printed = figures.index?.changeOnYear
  const { rose, fell } = { rose: countOf('rose', block), fell: countOf('fell', block) }
  if (printed === undefined || !size?.count || rose === null || fell === null || !comparesAll(block)) return []
  if (rose + fell > size.count) return []
  const up = reachOf('rose', rose, block)
  const down = reachOf('fell', fell, block)
  const n = new Fraction(1, size.count)
  const high = up.most === null ? null : up.most.sub(down.least).mul(n)
  const low = down.most === null ? null : up.least.sub(down.most).mul(n)
  const interval = asPrinted(printed, decimals.change, HALVES)
  if (!(high && interval.low.gt(high)) && !(low && interval.high.lt(low))) return []
  const widest = fractionOf(LARGEST_POINTS)
  const range = printable({ low: low ?? widest.neg(), high: high ?? widest }, decimals.change, HALVES)
  const possible = { from: low && range.from, to: high && range.to }
  return [remarkOn(printed, possible, [`${path}.index.rose`, `${path}.index.fell`], path, 'số đơn vị tăng, giảm điểm')]
}

/** Null: not said. When all rose, none fell. */
function countOf(move: 'rose' | 'fell', { figures, size }: BlockContext): number | null {
  const own = figures.pointMoves?.[move]?.count ?? figures.index?.[move]
  if (own !== undefined) return own
  const other = move === 'rose' ? 'fell' : 'rose'
  const rest = figures.pointMoves?.[other]?.count ?? figures.index?.[other]
  return rest !== undefined && rest === size?.count ? 0 : null
}

/** Points that so many units moved together, without sign; `most` null where no extreme is printed. */
function reachOf(
  move: 'rose' | 'fell',
  count: number,
  { figures }: BlockContext,
): { least: Fraction; most: Fraction | null } {
  const furthest = figures.pointMoves?.[move]?.most
  if (count === 0) return { least: fractionOf(0), most: fractionOf(0) }
  if (!furthest) return { least: fractionOf(0), most: null }
  const by = fractionOf(furthest.by)
  return { least: by.mul(unitsNamed(furthest).length), most: by.mul(count) }
}

function remarkOn(
  printed: number,
  possible: Extract<Possible, { from: number | null }>,
  against: string[],
  path: string,
  what: string,
): Remark {
  return {
    place: `${path}.index.changeOnYear`,
    against,
    printed,
    possible,
    message: `Điểm trung bình thay đổi ${sayNumber(printed)} so với năm trước không khớp với ${what}: ${sayPossible(possible)}.`,
  }
}
