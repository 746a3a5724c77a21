/** What scoring needs of a block's definition, parsed once for all of its units. Pure. */
import Fraction from 'fraction.js'
import type { Block, Criterion, Definition, Source } from '../campaigns/definition.ts'
import { questionsOf } from '../campaigns/survey-questions.ts'
import { type Shares, sharesOf } from './points.ts'

/** `max` is exact; `questionnaires`: codes of those that hold the question, none for an imported criterion. */
export type PlannedCriterion = {
  criterion: Criterion
  origin: Source['origin']
  max: Fraction
  questionnaires: string[]
}

export type BlockPlan = {
  block: Block
  shares: Shares
  /** Group → its fixed weight; null where groups are pooled. */
  weights: ReadonlyMap<string, Fraction> | null
  noOpinion: string
  surveyMax: Fraction
  sourceMax: ReadonlyMap<string, Fraction>
  criteria: PlannedCriterion[]
}

export function planBlock(definition: Definition, block: Block): BlockPlan {
  const weights = new Map(block.groups.map(({ code, weight }) => [code, new Fraction(weight ?? '0')]))
  const asked = Object.entries(block.questionnaires).map(([code, json]) => ({
    code,
    questions: new Set(questionsOf(json).map(({ name }) => name)),
  }))
  const origins = new Map(block.sources.map(({ code, origin }) => [code, origin]))
  const holding = (question: string | undefined) =>
    asked.filter(({ questions }) => question !== undefined && questions.has(question)).map(({ code }) => code)
  return {
    block,
    shares: sharesOf(definition.levels),
    weights: block.weighting === 'fixed' ? weights : null,
    noOpinion: definition.noOpinion.value,
    surveyMax: new Fraction(definition.surveyMax),
    sourceMax: new Map(block.sources.map(({ code, max }) => [code, new Fraction(max)])),
    criteria: block.criteria.map((criterion) => ({
      criterion,
      origin: origins.get(criterion.source) ?? 'survey',
      max: new Fraction(criterion.max),
      questionnaires: holding(criterion.question),
    })),
  }
}
