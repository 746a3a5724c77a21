/** The scores document (CONTRACT "Index module") from counts. Pure: the same input gives the same bytes, in the definition's order. */
import type { Block, Definition, Unit } from '../campaigns/definition.ts'
import { digestOf } from './digest.ts'
import type { HandedOut } from './find-audience.ts'
import { type BlockPlan, planBlock } from './plan-block.ts'
import { roundedPartsDiffer, roundHalfUp } from './round.ts'
import type { Scores, UnitView } from './schemas.ts'
import { type CriterionScore, type SourceScore, scoreUnit, type UnitScore } from './score-unit.ts'
import { sortTally, type TallyRow } from './sort-tally.ts'

export type ParticipationRow = { unit: string; group: string; invited: number; answered: number }
export type StratumRow = HandedOut & { unit: string }
export type CountedRow = { unit: string; counted: number; withheld: number }

export type ScoresInput = {
  campaign: string
  status: 'provisional' | 'final'
  /** No response can arrive any more: closed or final. */
  settled: boolean
  revision: number
  definition: Definition
  minimumCell: number
  participation: ParticipationRow[]
  strata: StratumRow[]
  counted: CountedRow[]
  tally: TallyRow[]
}

export function buildScores(input: ScoresInput): Scores {
  const tally = sortTally(input.tally)
  const participation = Map.groupBy(input.participation, ({ unit }) => unit)
  const strata = Map.groupBy(input.strata, ({ unit }) => unit)
  const counted = new Map(input.counted.map((row) => [row.unit, row]))
  const unitView = (plan: BlockPlan, unit: Unit): UnitView => {
    const invitations = participation.get(unit.code) ?? []
    const counts = counted.get(unit.code) ?? { counted: 0, withheld: 0 }
    const score = scoreUnit(plan, {
      cells: tally.get(unit.code) ?? new Map(),
      strata: strata.get(unit.code) ?? [],
      minimum: input.minimumCell,
      settled: input.settled,
    })
    return {
      code: unit.code,
      name: unit.name,
      invited: invitations.reduce((sum, row) => sum + row.invited, 0),
      answered: invitations.reduce((sum, row) => sum + row.answered, 0),
      counted: counts.counted,
      ...(counts.withheld > 0 && { withheld: counts.withheld }),
      ...publishUnit(plan, score, counts.counted, input.minimumCell),
    }
  }
  const blockView = (block: Block) => {
    const plan = planBlock(input.definition, block)
    return { code: block.code, name: block.name, units: block.units.map((unit) => unitView(plan, unit)) }
  }
  const { campaign, status, revision, minimumCell } = input
  const document = { campaign, status, revision, minimumCell, blocks: input.definition.blocks.map(blockView) }
  return { ...document, digest: digestOf(document) }
}

/** The part of a unit's view that comes from its answers, rounded and with what is hidden left out. */
export function publishUnit(plan: BlockPlan, score: UnitScore, counted: number, minimum: number) {
  const sources = score.sources.map((source) => publishSource(source, score.criteria))
  const points = roundHalfUp(score.points)
  const known = sources.flatMap((source) => (source.points === null ? [] : [source.points]))
  const waiting = score.sources.filter(({ hidden }) => hidden).map(({ source }) => source.code)
  return {
    points,
    max: roundHalfUp(plan.surveyMax),
    complete: score.complete,
    ...(roundedPartsDiffer(known, points) && { roundedPartsDiffer: true as const }),
    ...(waiting.length > 0 && { hidden: whyHidden(score, waiting, counted, minimum) }),
    sources,
    criteria: score.criteria.map((criterion) => publishCriterion(plan, criterion)),
  }
}

function whyHidden({ criteria }: UnitScore, sources: string[], counted: number, needed: number) {
  if (counted < needed) return { reason: 'few-responses' as const, needed, criteria: [] }
  const waited = criteria.filter(
    ({ criterion, showing, absent }) => sources.includes(criterion.source) && showing !== 'shown' && !absent,
  )
  return { reason: 'few-answers' as const, needed, criteria: waited.map(({ criterion }) => criterion.code) }
}

function publishSource({ source, max, points: exact, without }: SourceScore, criteria: CriterionScore[]) {
  const points = exact && roundHalfUp(exact)
  const parts = criteria.filter(({ criterion, showing }) => criterion.source === source.code && showing === 'shown')
  const rounded = parts.map((part) => roundHalfUp(part.points!))
  return {
    code: source.code,
    name: source.name,
    origin: source.origin,
    points,
    max: roundHalfUp(max),
    ...(without.length > 0 && { without }),
    ...(points !== null && roundedPartsDiffer(rounded, points) && { roundedPartsDiffer: true as const }),
  }
}

function publishCriterion(plan: BlockPlan, score: CriterionScore) {
  const { criterion, showing, points, max, valid, reweighted } = score
  const shown = showing === 'shown' && points !== null
  return {
    code: criterion.code,
    name: criterion.name,
    domain: criterion.domain,
    points: shown ? roundHalfUp(points) : null,
    max: roundHalfUp(max),
    valid,
    ...(shown && { noOpinion: score.everyone.get(plan.noOpinion) ?? 0 }),
    ...(showing === 'hidden' && { suppressed: true as const }),
    ...(shown && reweighted && { reweighted: true as const }),
  }
}
