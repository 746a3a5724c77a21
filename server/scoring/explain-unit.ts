/**
 * How one unit's figures came about: counts, shares, maxima, formula (DESIGN promise 5), under the rule of
 * tally/suppress.ts. Pure. Three things stay back although the unit's criterion is shown: groups while the campaign is
 * open; the groups that the rule hides; and, with fixed weights, the joint counts while it is open, because together
 * with the weighted points they would give each group's mean away.
 */
import { suppress } from '../tally/suppress.ts'
import { publishUnit, type ScoresInput } from './build-scores.ts'
import { criterionFormula, sourceFormula } from './explain-formula.ts'
import type { ExplanationView } from './explain-schemas.ts'
import { planBlock } from './plan-block.ts'
import { type CellCounts, criterionPoints, type LevelCounts, validAnswers } from './points.ts'
import { roundHalfUp } from './round.ts'
import { type CriterionScore, scoreUnit } from './score-unit.ts'
import { sortTally } from './sort-tally.ts'

/** Null when no block has a unit of that code. */
export function explainUnit(input: ScoresInput, unitCode: string): ExplanationView | null {
  const block = input.definition.blocks.find(({ units }) => units.some(({ code }) => code === unitCode))
  const unit = block?.units.find(({ code }) => code === unitCode)
  if (!block || !unit) return null
  const { definition, settled, minimumCell } = input
  const plan = planBlock(definition, block)
  const ofUnit = <Row extends { unit: string }>(rows: Row[]) => rows.filter((row) => row.unit === unitCode)
  const invitations = ofUnit(input.participation)
  const counted = ofUnit(input.counted)[0]?.counted ?? 0
  const score = scoreUnit(plan, {
    counted,
    cells: sortTally(ofUnit(input.tally)).get(unitCode) ?? new Map(),
    invitedGroups: new Set(invitations.map(({ group }) => group)),
    minimum: minimumCell,
    settled,
  })
  const published = publishUnit(plan, score, counted, minimumCell)
  return {
    campaign: input.campaign,
    status: input.status,
    revision: input.revision,
    minimumCell,
    block: { code: block.code, name: block.name, weighting: block.weighting },
    unit: { code: unit.code, name: unit.name },
    invited: invitations.reduce((sum, row) => sum + row.invited, 0),
    answered: invitations.reduce((sum, row) => sum + row.answered, 0),
    counted,
    levels: definition.levels,
    noOpinion: definition.noOpinion,
    ...published,
    sources: published.sources.map((source, index) => ({
      ...source,
      exact: score.sources[index]!.points?.toFraction() ?? null,
      formula: sourceFormula(score.sources[index]!),
    })),
    criteria: published.criteria.map((criterion, index) => ({
      ...criterion,
      ...explainCriterion(score.criteria[index]!, input),
    })),
  }

  function explainCriterion(score: CriterionScore, { definition: { levels }, settled }: ScoresInput) {
    if (score.showing !== 'shown' || score.points === null) return { exact: null, formula: null }
    const open = score.weighting.kind === 'pooled' || settled
    return {
      exact: score.points.toFraction(),
      formula: open ? criterionFormula(score, levels) : null,
      ...(open && { counts: countsOf(score.everyone) }),
      ...(settled && { groups: explainGroups(score) }),
    }
  }

  function explainGroups(score: CriterionScore) {
    const asked = ({ counts }: CellCounts) => [...counts.values()].reduce((sum, count) => sum + count, 0)
    const verdict = suppress({
      parts: 'people',
      minimum: minimumCell,
      counted,
      cells: score.groups.map((group) => ({ n: validAnswers(group.counts, plan.shares), asked: asked(group) })),
    })
    const weightOf = new Map(score.terms.map(({ cell, weight }) => [cell, weight.toFraction()]))
    return score.groups.map((group, index) => {
      const head = { groups: group.cell.split('+') }
      if (verdict.cells[index] === 'hidden') return { ...head, valid: null, points: null, suppressed: true as const }
      const { points, valid } = criterionPoints(score.max, [group], plan.shares, { kind: 'pooled' })
      const weight = score.weighting.kind === 'fixed' ? weightOf.get(group.cell) : undefined
      return {
        ...head,
        valid,
        points: points && roundHalfUp(points),
        counts: countsOf(group.counts),
        ...(weight !== undefined && { weight }),
      }
    })
  }

  function countsOf(counts: LevelCounts) {
    const values = [...definition.levels.map(({ value }) => value), definition.noOpinion.value, '']
    return values.map((level) => ({ level, count: counts.get(level) ?? 0 }))
  }
}
