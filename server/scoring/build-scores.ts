/** The scores document (CONTRACT "Index module") from counts. Pure: the same input gives the same bytes, in the definition's order. */
import type { Definition } from '../campaigns/definition.ts'
import type { PointTable } from '../db/index-schema.ts'
import { digestOf } from './digest.ts'
import type { HandedOut } from './find-audience.ts'
import type { BlockPlan } from './plan-block.ts'
import { totalOf } from './points.ts'
import { roundedPartsDiffer, roundHalfUp } from './round.ts'
import type { Scores, UnitView } from './schemas.ts'
import { type ScoredBlock, type ScoredUnit, scoreBlocks } from './score-blocks.ts'
import type { CriterionScore, SourceScore, UnitScore } from './score-unit.ts'
import type { TallyRow } from './sort-tally.ts'

export type ParticipationRow = { unit: string; group: string; invited: number; answered: number }
export type StratumRow = HandedOut & { unit: string }
export type CountedRow = { unit: string; counted: number; withheld: number }

/** One version of an imported source's points; `on`: the day it came in (Viet Nam). */
export type ImportedSet = { source: string; version: number; on: string; digest: string; points: PointTable }

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
  /** What was brought in of each imported source; at most one set a source. */
  imported: ImportedSet[]
}

/** `scored` may be handed in by a caller who has it already. */
export function buildScores(input: ScoresInput, scored: ScoredBlock[] = scoreBlocks(input)): Scores {
  const unitView = (plan: BlockPlan, { unit, score, invited, answered, counted, withheld }: ScoredUnit): UnitView => ({
    code: unit.code,
    name: unit.name,
    invited: totalOf(invited),
    answered,
    counted,
    ...(withheld > 0 && { withheld }),
    ...publishUnit(plan, score, counted, input),
  })
  const blocks = scored.map(({ block, plan, units }) => ({
    code: block.code,
    name: block.name,
    units: units.map((unit) => unitView(plan, unit)),
  }))
  const { campaign, status, revision, minimumCell } = input
  const document = { campaign, status, revision, minimumCell, blocks }
  return { ...document, digest: digestOf(document) }
}

/** The part of a unit's view that comes from its answers, rounded and with what is hidden left out. */
export function publishUnit(
  plan: BlockPlan,
  score: UnitScore,
  counted: number,
  { minimumCell: minimum, imported }: Pick<ScoresInput, 'minimumCell' | 'imported'>,
) {
  const sources = score.sources.map((source) => publishSource(source, score.criteria, imported))
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

function publishSource(
  { source, max, points: exact, without }: SourceScore,
  criteria: CriterionScore[],
  imported: ImportedSet[],
) {
  const set = source.origin === 'imported' && exact ? imported.find((one) => one.source === source.code) : undefined
  const points = exact && roundHalfUp(exact)
  const parts = criteria.filter(({ criterion, showing }) => criterion.source === source.code && showing === 'shown')
  const rounded = parts.map((part) => roundHalfUp(part.points!))
  return {
    code: source.code,
    name: source.name,
    origin: source.origin,
    points,
    max: roundHalfUp(max),
    ...(set && { set: { version: set.version, on: set.on, digest: set.digest } }),
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
    ...(shown && score.origin === 'survey' && { noOpinion: score.everyone.get(plan.noOpinion) ?? 0 }),
    ...(showing === 'hidden' && { suppressed: true as const }),
    ...(shown && reweighted && { reweighted: true as const }),
  }
}
