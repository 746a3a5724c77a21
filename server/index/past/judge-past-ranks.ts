/**
 * Whether the ranks of a whole block can be so: all or none of its units ranked, in order of points, from 1 on. Units with
 * the same points share a rank, with a gap after it (1, 1, 3) or none (1, 1, 2), or something else decided between them;
 * that year's own rule is not known, so any of these is taken. Pure.
 */
import { formatRounded } from '../../scoring/format-decimal.ts'
import type { PastUnit } from './schemas.ts'

export type RankFault = { unit: PastUnit; code: 'rank-differs' | 'missing'; value: string; message: string }
type Ranked = PastUnit & { rank: number }

export function judgePastRanks(units: PastUnit[]): RankFault[] {
  const ranked = units.filter((unit): unit is Ranked => unit.rank !== null)
  if (ranked.length === 0) return []
  if (ranked.length < units.length) {
    const message = 'Thiếu xếp hạng. Ghi hạng của mọi đơn vị trong khối, hoặc bỏ trống tất cả.'
    const unranked = units.filter(({ rank }) => rank === null)
    return unranked.map((unit) => ({ unit, code: 'missing', value: '', message }))
  }
  const gapped = judgeGapped(ranked)
  const dense = judgeDense(ranked)
  return dense.length < gapped.length ? dense : gapped
}

/** Of n units with more points and m with the same: 1 + n at best, n + m at worst, and 1 + as many as are ranked before it. */
function judgeGapped(units: Ranked[]): RankFault[] {
  return units.flatMap((unit) => {
    const more = units.filter(({ points }) => points > unit.points).length
    const [best, worst] = [more + 1, more + units.filter(({ points }) => points === unit.points).length]
    if (unit.rank < best || unit.rank > worst)
      return [faultOf(unit, `có ${more} đơn vị điểm cao hơn, nên phải là ${best}${worst > best ? `–${worst}` : ''}`)]
    const before = units.filter(({ rank }) => rank < unit.rank).length
    return unit.rank === before + 1
      ? []
      : [faultOf(unit, `có ${before} đơn vị xếp hạng trước, nên phải là ${before + 1}`)]
  })
}

function judgeDense(units: Ranked[]): RankFault[] {
  const points = [...new Set(units.map((unit) => unit.points))].toSorted((a, b) => b - a)
  const rankOf = new Map(points.map((value, at) => [value, at + 1]))
  return units.flatMap((unit) => {
    const right = rankOf.get(unit.points)!
    return unit.rank === right ? [] : [faultOf(unit, `có ${right - 1} mức điểm cao hơn, nên phải là ${right}`)]
  })
}

const faultOf = (unit: Ranked, why: string): RankFault => ({
  ...{ unit, code: 'rank-differs', value: String(unit.rank) },
  message: `Xếp hạng ${unit.rank} không khớp điểm ${formatRounded(unit.points)}: ${why}.`,
})
