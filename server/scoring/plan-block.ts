/** What scoring needs of a block's definition, parsed once for all of its units. Pure. */
import Fraction from 'fraction.js'
import type { Block, Criterion, Definition } from '../campaigns/definition.ts'
import { audienceOf } from '../campaigns/survey-questions.ts'
import { type Shares, sharesOf, type Weighting } from './points.ts'

/** `max` is exact; `audience` holds the codes of the groups that see the question, empty for an imported criterion. */
export type PlannedCriterion = { criterion: Criterion; max: Fraction; audience: string[]; weighting: Weighting }

export type BlockPlan = {
  block: Block
  shares: Shares
  noOpinion: string
  surveyMax: Fraction
  sourceMax: ReadonlyMap<string, Fraction>
  criteria: PlannedCriterion[]
}

export function planBlock(definition: Definition, block: Block): BlockPlan {
  const weights = new Map(block.groups.map(({ code, weight }) => [code, new Fraction(weight ?? '0')]))
  return {
    block,
    shares: sharesOf(definition.levels),
    noOpinion: definition.noOpinion.value,
    surveyMax: new Fraction(definition.surveyMax),
    sourceMax: new Map(block.sources.map(({ code, max }) => [code, new Fraction(max)])),
    criteria: block.criteria.map((criterion) => {
      const audience = criterion.question ? audienceOf(block, criterion.question) : []
      const weighting: Weighting =
        block.weighting === 'fixed' ? { kind: 'fixed', weights, asked: audience } : { kind: 'pooled' }
      return { criterion, max: new Fraction(criterion.max), audience, weighting }
    }),
  }
}
