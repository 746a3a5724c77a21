/**
 * The points of one unit, exact, together with what of them may be shown. Pure; build-scores.ts publishes it and
 * explain-unit.ts accounts for it, so that the two cannot disagree.
 *
 * A criterion without a valid answer has no points (null), and null adds nothing to a total. While the campaign is open
 * such a total waits, because answers may still come. After close none will: the total is handed over as the sum of the
 * criteria that have points, the source names the others (`without`), and the unit is not `complete`. A criterion that
 * nobody in the unit was invited to judge is never waited for.
 */
import Fraction from 'fraction.js'
import type { Source } from '../campaigns/definition.ts'
import { type Showing, suppress } from '../tally/suppress.ts'
import type { BlockPlan, PlannedCriterion } from './plan-block.ts'
import { type CellCounts, type CriterionPoints, criterionPoints, type LevelCounts, pool, totalOf } from './points.ts'

export type UnitInput = {
  /** Question → its cells, "*" and, where there are any, groups. */
  cells: ReadonlyMap<string, CellCounts[]>
  /** Codes of the groups of which somebody is invited to rate the unit. */
  invitedGroups: ReadonlySet<string>
  minimum: number
  /** No response can arrive any more: the campaign is closed or final. */
  settled: boolean
}

export type CriterionScore = PlannedCriterion &
  CriterionPoints & {
    showing: Showing
    asked: number
    /**
     * The answers that make the points. With fixed weights these are the groups' cells and not "*", which may hold a
     * group too small for a cell of its own: beside the groups it would give that group away.
     */
    everyone: LevelCounts
    /** Each group's answers, where the tally has them. */
    groups: CellCounts[]
    /** Nobody in the unit was invited to judge it. */
    absent: boolean
  }

/** `points` is exact and null when unknown or hidden; `without`: criteria that had no points to add. */
export type SourceScore = { source: Source; max: Fraction; points: Fraction | null; hidden: boolean; without: string[] }

export type UnitScore = {
  criteria: CriterionScore[]
  sources: SourceScore[]
  /** Exact sum of the sources known. */
  points: Fraction
  complete: boolean
}

export function scoreUnit(plan: BlockPlan, input: UnitInput): UnitScore {
  const unjudged = plan.criteria.map((planned) => scoreCriterion(plan, planned, input))
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

function scoreCriterion(plan: BlockPlan, planned: PlannedCriterion, input: UnitInput): CriterionScore {
  const cells = input.cells.get(planned.criterion.question ?? '') ?? []
  const groups = cells.filter(({ cell }) => cell !== '*')
  const scored = planned.weighting.kind === 'fixed' ? groups : cells.filter(({ cell }) => cell === '*')
  const everyone = pool(scored).counts
  const asked = totalOf(everyone)
  return {
    ...planned,
    ...criterionPoints(planned.max, scored, plan.shares, planned.weighting),
    showing: 'none',
    asked,
    everyone,
    groups,
    absent: asked === 0 && !planned.audience.some((group) => input.invitedGroups.has(group)),
  }
}

function scoreSource(
  plan: BlockPlan,
  source: Source,
  all: CriterionScore[],
  { minimum, settled }: UnitInput,
  showing: Map<CriterionScore, Showing>,
): SourceScore {
  const max = plan.sourceMax.get(source.code)!
  if (source.origin === 'imported') return { source, max, points: null, hidden: false, without: [] }
  const criteria = all.filter(({ criterion }) => criterion.source === source.code)
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
  const without = criteria.filter(({ points }) => points === null).map(({ criterion }) => criterion.code)
  if (verdict.total !== 'shown') return { source, max, points: null, hidden: true, without: [] }
  return { source, max, points: sumOf(criteria.map(({ points }) => points)), hidden: false, without }
}

/** Reduces once, at the end: with thirty criteria a unit that is measurably cheaper than after each addition. */
function sumOf(points: (Fraction | null)[]): Fraction {
  let numerator = 0n
  let denominator = 1n
  for (const value of points) {
    if (value === null) continue
    numerator = numerator * value.d + value.n * denominator
    denominator *= value.d
  }
  return new Fraction(numerator, denominator)
}
