/** How one unit's figures came about: counts, shares, maxima, formula (DESIGN promise 5). Pure. */
import { publishUnit, type ScoresInput } from './build-scores.ts'
import { explainCriterion } from './explain-criterion.ts'
import { sourceFormula } from './explain-formula.ts'
import type { ExplanationView } from './explain-schemas.ts'
import { planBlock } from './plan-block.ts'
import { importedOf } from './score-blocks.ts'
import { scoreUnit } from './score-unit.ts'
import { sortTally } from './sort-tally.ts'

/** Null when no block has a unit of that code. */
export function explainUnit(input: ScoresInput, unitCode: string): ExplanationView | null {
  const block = input.definition.blocks.find(({ units }) => units.some(({ code }) => code === unitCode))
  const unit = block?.units.find(({ code }) => code === unitCode)
  if (!block || !unit) return null
  const { definition, settled, minimumCell: minimum } = input
  const plan = planBlock(definition, block)
  const ofUnit = <Row extends { unit: string }>(rows: Row[]) => rows.filter((row) => row.unit === unitCode)
  const invitations = ofUnit(input.participation)
  const counted = ofUnit(input.counted)[0]?.counted ?? 0
  const score = scoreUnit(plan, {
    cells: sortTally(ofUnit(input.tally)).get(unitCode) ?? new Map(),
    strata: ofUnit(input.strata),
    imported: importedOf(input.imported, block, unitCode),
    minimum,
    settled,
  })
  const { sources, criteria, ...published } = publishUnit(plan, score, counted, input)
  const context = { definition, shares: plan.shares, minimum, settled }
  return {
    campaign: input.campaign,
    status: input.status,
    revision: input.revision,
    minimumCell: minimum,
    block: { code: block.code, name: block.name, weighting: block.weighting },
    unit: { code: unit.code, name: unit.name },
    invited: invitations.reduce((sum, row) => sum + row.invited, 0),
    answered: invitations.reduce((sum, row) => sum + row.answered, 0),
    counted,
    levels: definition.levels,
    noOpinion: definition.noOpinion,
    ...published,
    sources: sources.map((source, index) => ({
      ...source,
      exact: score.sources[index]!.points?.toFraction() ?? null,
      formula: sourceFormula(score.sources[index]!, source.set),
    })),
    criteria: criteria.map((criterion, index) => ({
      ...criterion,
      ...explainCriterion(score.criteria[index]!, context),
    })),
  }
}
