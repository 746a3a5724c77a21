/**
 * The points of one unit, exact, together with what of them may be shown. Pure; build-scores.ts publishes it and
 * explain-unit.ts accounts for it, so that the two cannot disagree.
 *
 * A total is always the sum of criteria that are shown. While the campaign is open it waits for those that are hidden or
 * have no valid answer, because answers may still come. After close none will: the total is handed over without them,
 * the source names them (`without`), and the unit is not `complete`. A criterion that nobody in the unit was invited to
 * judge is never waited for. An imported source's points are the sum of what was brought in for its criteria; while one
 * of them is missing they are unknown.
 */
import Fraction from 'fraction.js'
import type { Block, Source } from '../campaigns/definition.ts'
import { type Showing, suppress } from '../tally/suppress.ts'
import { type Audience, findAudience, type HandedOut } from './find-audience.ts'
import type { BlockPlan, PlannedCriterion } from './plan-block.ts'
import {
  type CellCounts,
  type CriterionPoints,
  criterionPoints,
  type LevelCounts,
  pool,
  totalOf,
  type Weighting,
} from './points.ts'

export type UnitInput = {
  /** Question → its cells: "*" where groups are pooled, and groups' where the tally has them. */
  cells: ReadonlyMap<string, CellCounts[]>
  /** The unit's strata: which groups were invited, and what each was asked. */
  strata: HandedOut[]
  /** Criterion of an imported source → its points as a decimal text. */
  imported: ReadonlyMap<string, string>
  minimum: number
  /** No response can arrive any more: the campaign is closed or final. */
  settled: boolean
}

export type CriterionScore = PlannedCriterion &
  CriterionPoints & {
    weighting: Weighting
    showing: Showing
    asked: number
    /** The answers that make the points: "*" where groups are pooled; with fixed weights the groups' cells together. */
    everyone: LevelCounts
    /** Each group's answers, where the tally has them. */
    groups: CellCounts[]
    audience: Audience
    /** Nobody in the unit was invited to judge it. */
    absent: boolean
  }

/** `points` is exact and null when unknown or hidden; `without`: criteria that are no part of it, not being shown. */
export type SourceScore = { source: Source; max: Fraction; points: Fraction | null; hidden: boolean; without: string[] }

export type UnitScore = {
  criteria: CriterionScore[]
  sources: SourceScore[]
  /** Exact sum of the sources known. */
  points: Fraction
  complete: boolean
}

export function scoreUnit(plan: BlockPlan, input: UnitInput): UnitScore {
  const audienceOf = audiencesOfUnit(plan.block, input.strata)
  const unjudged = plan.criteria.map((planned) =>
    planned.origin === 'imported'
      ? takeImported(planned, input.imported.get(planned.criterion.code))
      : scoreCriterion(plan, planned, input, audienceOf(planned)),
  )
  const showing = new Map<CriterionScore, Showing>()
  const sources = plan.block.sources.map((source) => scoreSource(plan, source, unjudged, input, showing))
  const known = sources.filter(({ points }) => points !== null)
  return {
    criteria: unjudged.map((score) => ({ ...score, showing: showing.get(score) ?? 'none' })),
    sources,
    points: sumOf(known.map(({ points }) => points)),
    complete: known.length === sources.length && known.every(({ without }) => without.length === 0),
  }
}

function scoreCriterion(
  plan: BlockPlan,
  planned: PlannedCriterion,
  input: UnitInput,
  audience: Audience,
): CriterionScore {
  const cells = input.cells.get(planned.criterion.question ?? '') ?? []
  const groups = cells.filter(({ cell }) => cell !== '*')
  const weighting = weightingOf(plan, audience)
  const scored = weighting.kind === 'fixed' ? groups : cells.filter(({ cell }) => cell === '*')
  const everyone = pool(scored).counts
  const asked = totalOf(everyone)
  return {
    ...planned,
    ...criterionPoints(planned.max, scored, plan.shares, weighting),
    weighting,
    showing: 'none',
    asked,
    everyone,
    groups,
    audience,
    absent: asked === 0 && audience.invited.length === 0,
  }
}

function takeImported(planned: PlannedCriterion, points: string | undefined): CriterionScore {
  return {
    ...planned,
    ...{ points: points === undefined ? null : new Fraction(points), valid: 0, terms: [], reweighted: false },
    ...{ weighting: { kind: 'pooled' }, showing: 'none', asked: 0, everyone: new Map(), groups: [] },
    ...{ audience: { invited: [], expected: [] }, absent: false },
  }
}

/** Most criteria of a block are asked by the same questionnaires; each such set is looked up once a unit. */
function audiencesOfUnit(block: Block, strata: HandedOut[]): (planned: PlannedCriterion) => Audience {
  const found = new Map<string, Audience>()
  return ({ questionnaires }) => {
    const key = questionnaires.join()
    const audience = found.get(key) ?? findAudience(block, strata, questionnaires)
    found.set(key, audience)
    return audience
  }
}

function weightingOf({ weights }: BlockPlan, { expected }: Audience): Weighting {
  return weights ? { kind: 'fixed', weights, asked: expected } : { kind: 'pooled' }
}

function scoreSource(
  plan: BlockPlan,
  source: Source,
  all: CriterionScore[],
  { minimum, settled }: UnitInput,
  showing: Map<CriterionScore, Showing>,
): SourceScore {
  const max = plan.sourceMax.get(source.code)!
  const criteria = all.filter(({ criterion }) => criterion.source === source.code)
  if (source.origin === 'imported') {
    for (const score of criteria) showing.set(score, score.points === null ? 'none' : 'shown')
    const known = criteria.every(({ points }) => points !== null)
    const points = known ? sumOf(criteria.map((score) => score.points)) : null
    return { source, max, points, hidden: false, without: [] }
  }
  const judged = criteria.filter(({ absent }) => !absent)
  const verdict = suppress({
    parts: 'questions',
    settled,
    minimum,
    cells: judged.map(({ valid, asked, terms }) => ({
      n: valid,
      asked,
      smallest: terms.reduce((least, term) => Math.min(least, term.valid), valid),
    })),
  })
  judged.forEach((score, index) => {
    showing.set(score, verdict.cells[index]!)
  })
  if (verdict.total !== 'shown') return { source, max, points: null, hidden: true, without: [] }
  const isShown = (score: CriterionScore) => showing.get(score) === 'shown'
  const without = criteria.filter((score) => !isShown(score)).map(({ criterion }) => criterion.code)
  return { source, max, points: sumOf(criteria.filter(isShown).map(({ points }) => points)), hidden: false, without }
}

/** Exact sum, null counting nothing. Reduces once, at the end: with thirty criteria a unit that is measurably cheaper than after each addition. */
export function sumOf(points: (Fraction | null)[]): Fraction {
  let numerator = 0n
  let denominator = 1n
  for (const value of points) {
    if (value === null) continue
    numerator = numerator * value.d + value.n * denominator
    denominator *= value.d
  }
  return new Fraction(numerator, denominator)
}
