/** The line of arithmetic that leads from counts to points, to be checked by hand. Pure. */
import type Fraction from 'fraction.js'
import type { Level } from '../campaigns/definition.ts'
import { formatExact, formatRounded } from './format-decimal.ts'
import type { LevelCounts } from './points.ts'
import { roundHalfUp } from './round.ts'
import type { CriterionScore, SourceScore } from './score-unit.ts'

/** "1 × (20×1 + 3×0,75 + …) ÷ 23 = 89/92 ≈ 0,97"; with fixed weights one bracket a group. Null without points. */
export function criterionFormula({ terms, points, max, weighting, everyone, groups }: CriterionScore, levels: Level[]) {
  if (points === null) return null
  const result = `= ${equals(points)}`
  if (weighting.kind === 'pooled') {
    return `${formatExact(max)} × (${earned(everyone, levels)}) ÷ ${terms[0]!.valid} ${result}`
  }
  const counts = new Map(groups.map((group) => [group.cell, group.counts]))
  const parts = terms.map(
    ({ cell, weight, valid }) =>
      `${formatExact(weight)} × (${earned(counts.get(cell) ?? new Map(), levels)}) ÷ ${valid}`,
  )
  return `${formatExact(max)} × [${parts.join(' + ')}] ${result}`
}

/** How a source's points came about; the rounded parts are not what is summed. `set`: what was brought in, of an imported one. */
export function sourceFormula({ points, source, without }: SourceScore, set?: { version: number; on: string }) {
  if (points === null) return null
  if (set) {
    const day = set.on.split('-').reverse().join('/')
    return `Điểm do nơi khác cung cấp, lấy từ bản nhập số ${set.version} ngày ${day} = ${equals(points)}`
  }
  const left = without.length > 0 ? `, không gồm ${without.join(', ')} (không đủ câu trả lời hợp lệ)` : ''
  return `Tổng điểm chính xác của các tiêu chí thuộc “${source.name}”${left} = ${equals(points)}`
}

/** An imported criterion is not counted here. */
export function importedFormula(points: Fraction): string {
  return `Điểm do nơi khác cung cấp = ${equals(points)}`
}

function earned(counts: LevelCounts, levels: Level[]): string {
  return levels.map(({ value, share }) => `${counts.get(value) ?? 0}×${share.replace('.', ',')}`).join(' + ')
}

function equals(points: Fraction): string {
  const exact = formatExact(points)
  const rounded = formatRounded(roundHalfUp(points))
  return exact === rounded ? exact : `${exact} ≈ ${rounded}`
}
