/**
 * How one criterion's points came about, under the rule of tally/suppress.ts. Pure. Three things stay back although the
 * criterion is shown: groups while the campaign is open; the groups that the rule hides; and, with fixed weights, the
 * joint counts while it is open, because with the weighted points they would give each group's mean away.
 */
import type { Definition } from '../campaigns/definition.ts'
import { suppress } from '../tally/suppress.ts'
import { criterionFormula, importedFormula } from './explain-formula.ts'
import { criterionPoints, type LevelCounts, type Shares, totalOf, validAnswers } from './points.ts'
import { roundHalfUp } from './round.ts'
import type { CriterionScore } from './score-unit.ts'

export type ExplainContext = {
  definition: Definition
  shares: Shares
  minimum: number
  settled: boolean
}

export function explainCriterion(score: CriterionScore, context: ExplainContext) {
  if (score.showing !== 'shown' || score.points === null) return { exact: null, formula: null }
  if (score.origin === 'imported') return { exact: score.points.toFraction(), formula: importedFormula(score.points) }
  const { definition, settled } = context
  const open = score.weighting.kind === 'pooled' || settled
  return {
    exact: score.points.toFraction(),
    formula: open ? criterionFormula(score, definition.levels) : null,
    ...(open && { counts: countsOf(score.everyone, definition) }),
    ...(settled && { groups: explainGroups(score, context) }),
  }
}

function explainGroups(score: CriterionScore, { definition, shares, minimum }: ExplainContext) {
  const verdict = suppress({
    parts: 'people',
    minimum,
    whole: { n: score.valid, asked: score.asked },
    cells: score.groups.map(({ counts }) => ({ n: validAnswers(counts, shares), asked: totalOf(counts) })),
  })
  const weights = new Map(score.terms.map(({ cell, weight }) => [cell, weight.toFraction()]))
  return score.groups.map((group, index) => {
    const head = { groups: group.cell.split('+') }
    if (verdict.cells[index] === 'hidden') return { ...head, valid: null, points: null, suppressed: true as const }
    const { points, valid } = criterionPoints(score.max, [group], shares, { kind: 'pooled' })
    const weight = score.weighting.kind === 'fixed' ? weights.get(group.cell) : undefined
    return {
      ...head,
      valid,
      points: points && roundHalfUp(points),
      counts: countsOf(group.counts, definition),
      ...(weight !== undefined && { weight }),
    }
  })
}

function countsOf(counts: LevelCounts, { levels, noOpinion }: Definition) {
  const values = [...levels.map(({ value }) => value), noOpinion.value, '']
  return values.map((level) => ({ level, count: counts.get(level) ?? 0 }))
}
