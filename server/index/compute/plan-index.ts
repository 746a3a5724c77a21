/** What computing the index needs of a block's definition, read once for all of its units. Pure. */
import Fraction from 'fraction.js'
import type { Block, Definition, SetCriterion } from '../../campaigns/definition.ts'
import { roundHalfUp } from '../../scoring/round.ts'
import { sumOf } from '../../scoring/score-unit.ts'
import type { IndexBlockView, SetEntryView } from './schemas.ts'

/** A criterion without component criteria, or a component criterion: what has points. `from`: the survey's criterion it takes them from. */
export type Leaf = {
  code: string
  domain: string
  max: Fraction
  origin: 'appraised' | 'survey' | 'imported'
  from: string | null
}

type Domain = Block['domains'][number]

export type BlockIndexPlan = {
  block: Block
  leaves: Leaf[]
  /** In the definition's order. */
  domains: { domain: Domain; leaves: number[]; view: IndexBlockView['domains'][number] }[]
  entries: SetEntryView[]
}

export function planIndex(block: Block): BlockIndexPlan {
  const origins = new Map(block.sources.map(({ code, origin }) => [code, origin]))
  const surveyOrigins = new Map(block.criteria.map(({ code, source }) => [code, origins.get(source) ?? 'survey']))
  const set = block.criteriaSet ?? []
  const leafOf = (domain: string, { code, max, from }: Entry): Leaf => ({
    code,
    domain,
    max: new Fraction(max),
    origin: from === undefined ? 'appraised' : (surveyOrigins.get(from) ?? 'survey'),
    from: from ?? null,
  })
  const leaves = set.flatMap((criterion) =>
    (criterion.parts ?? [criterion]).map((entry) => leafOf(criterion.domain, entry)),
  )
  const byCode = new Map(leaves.map((leaf) => [leaf.code, leaf]))
  return {
    block,
    leaves,
    domains: block.domains.map((domain) => planDomain(domain, leaves, set)),
    entries: set.flatMap((criterion) => entriesOf(criterion, byCode)),
  }
}

/** How the whole index is made, as numbers to print. */
export function viewRules({ surveyMax, index, minimumCell }: Definition) {
  const { total, ties, classes } = index!
  return {
    total: roundHalfUp(new Fraction(total)),
    appraisedMax: roundHalfUp(new Fraction(total).sub(surveyMax)),
    surveyMax: roundHalfUp(new Fraction(surveyMax)),
    ties,
    classes: classes.map(({ code, name, from }) => ({ code, name, from: roundHalfUp(new Fraction(from)) })),
    minimumCell,
  }
}

type Entry = Pick<SetCriterion, 'code' | 'name' | 'max' | 'from'>

function planDomain(domain: Domain, leaves: Leaf[], set: SetCriterion[]) {
  const ofDomain = leaves.flatMap((leaf, index) => (leaf.domain === domain.code ? [index] : []))
  const criteria = set.filter((criterion) => criterion.domain === domain.code)
  const max = roundHalfUp(sumOf(ofDomain.map((index) => leaves[index]!.max)))
  const componentCriteria = criteria.reduce((count, { parts }) => count + (parts?.length ?? 0), 0)
  return {
    domain,
    leaves: ofDomain,
    view: { code: domain.code, name: domain.name, max, criteria: criteria.length, componentCriteria },
  }
}

function entriesOf(criterion: SetCriterion, leaves: ReadonlyMap<string, Leaf>): SetEntryView[] {
  const view = ({ code, name, max }: Entry, parent: string | null, leaf: Leaf | undefined): SetEntryView => ({
    code,
    name,
    domain: criterion.domain,
    parent,
    leaf: leaf !== undefined,
    max: roundHalfUp(new Fraction(max)),
    origin: leaf?.origin ?? null,
    from: leaf?.from ?? null,
  })
  if (!criterion.parts) return [view(criterion, null, leaves.get(criterion.code))]
  return [
    view(criterion, null, undefined),
    ...criterion.parts.map((part) => view(part, criterion.code, leaves.get(part.code))),
  ]
}
