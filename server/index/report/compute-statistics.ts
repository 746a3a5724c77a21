/**
 * Every figure that the yearly report states of a block (domain/README "What the yearly report states"), from the index
 * document alone and from its published points only. Units are named in the order of their ranks. Pure.
 */
import type { IndexBlockView, IndexDocument, IndexUnitView } from '../compute/schemas.ts'
import { type ClassStatistics, computeClasses, lowBoundOf } from './compute-classes.ts'
import { differenceOf, meanOf, percentOf } from './compute-figures.ts'
import { computeMoves, type Moves } from './compute-moves.ts'
import { computeSpread, refOf, type Spread, type UnitPoints, type UnitRef } from './compute-spread.ts'

export type DomainStatistics = {
  code: string
  name: string
  max: number
  criteria: number
  componentCriteria: number
  spread: Spread | undefined
}

export type SourceStatistics = {
  code: string
  name: string
  origin: 'survey' | 'imported'
  max: number
  spread: Spread | undefined
}

export type Incomparable = UnitRef & { reason: NonNullable<IndexUnitView['incomparable']> }

/** Against the year before. `moves`: how many units moved then, and how many more or fewer now; null when not known. */
export type Comparison = {
  year: number
  mean: { past: number; change: number }
  /** How many units the block had then. */
  units: number
  gap: { past: number; change: number }
  points: Moves
  ranks: Moves
  moves: { past: PastMoves; change: PastMoves } | null
  incomparable: Incomparable[]
}
export type PastMoves = { rose: number; kept: number; fell: number }

export type BlockStatistics = {
  code: string
  name: string
  units: number
  /** Units without a rank: some of their points are not known yet. */
  unranked: UnitRef[]
  total: Spread | undefined
  classes: ClassStatistics[]
  /** Units under the bound of the second class; undefined where there is no such bound. */
  low: { bound: number; units: UnitRef[] } | undefined
  /** Null: no unit can be compared. */
  comparison: Comparison | null
  appraised: Spread | undefined
  self: Spread | undefined
  /** The whole survey component, imported sources included. */
  surveyPart: Spread | undefined
  domains: DomainStatistics[]
  sources: SourceStatistics[]
  survey: { issued: number; returned: number; valid: number }
}

/** One entry a block, in the document's order. */
export function computeStatistics(index: IndexDocument): BlockStatistics[] {
  return index.blocks.map((block) => blockStatistics(index, block))
}

function blockStatistics(index: IndexDocument, block: IndexBlockView): BlockStatistics {
  const units = byRank(block.units)
  const ranked = rankedOf(block.units)
  const total = computeSpread(
    pointsOf(ranked, ({ points }) => points),
    index.rules.total,
  )
  const bound = lowBoundOf(index.rules.classes)
  const comparison = compare(index, block, ranked, total)
  return {
    code: block.code,
    name: block.name,
    units: units.length,
    unranked: units.filter((unit) => !ranked.includes(unit)).map(refOf),
    total,
    classes: computeClasses(index.rules.classes, ranked, comparison && block.past),
    low: bound === undefined ? undefined : { bound, units: ranked.filter(({ points }) => points! < bound).map(refOf) },
    comparison,
    appraised: computeSpread(
      pointsOf(units, ({ parts }) => parts.appraised),
      index.rules.appraisedMax,
    ),
    self: computeSpread(
      pointsOf(units, ({ parts }) => parts.self),
      index.rules.appraisedMax,
    ),
    surveyPart: computeSpread(
      pointsOf(units, ({ parts }) => parts.survey),
      index.rules.surveyMax,
    ),
    domains: domainStatistics(index, block, units),
    sources: block.sources.map((source) => {
      const points = ({ parts }: IndexUnitView) => parts.sources.find(({ code }) => code === source.code)?.points
      return { ...source, spread: computeSpread(pointsOf(units, points), source.max) }
    }),
    survey: {
      issued: units.reduce((sum, { participation }) => sum + participation.invited, 0),
      returned: units.reduce((sum, { participation }) => sum + participation.answered, 0),
      valid: units.reduce((sum, { participation }) => sum + participation.counted, 0),
    },
  }
}

function domainStatistics(index: IndexDocument, block: IndexBlockView, units: IndexUnitView[]): DomainStatistics[] {
  const domainOf = new Map(block.criteria.map(({ code, domain }) => [code, domain]))
  const missing = new Map(units.map((unit) => [unit, new Set(unit.missing.map((leaf) => domainOf.get(leaf)))]))
  return block.domains.map((domain) => {
    // While it is provisional, a domain that waits for a criterion holds only part of its points: not to be averaged.
    const points = (unit: IndexUnitView) =>
      index.status === 'provisional' && missing.get(unit)!.has(domain.code)
        ? null
        : unit.domains.find(({ code }) => code === domain.code)?.points
    return { ...domain, spread: computeSpread(pointsOf(units, points), domain.max) }
  })
}

function compare(
  index: IndexDocument,
  block: IndexBlockView,
  ranked: IndexUnitView[],
  total: Spread | undefined,
): Comparison | null {
  const compared = ranked.filter(({ change }) => change !== null)
  if (!block.past || !index.sets.past || !total || compared.length === 0) return null
  const past = block.past.units.map(({ points }) => points)
  const [mean, gap] = [meanOf(past)!, differenceOf(Math.max(...past), Math.min(...past))]
  const ranks = computeMoves(
    compared.flatMap((unit) => (unit.change!.rank === null ? [] : [{ ...refOf(unit), by: unit.change!.rank }])),
  )
  return {
    year: index.sets.past.year,
    mean: { past: mean, change: differenceOf(total.mean, mean) },
    units: past.length,
    gap: { past: gap, change: differenceOf(total.gap, gap) },
    points: computeMoves(compared.map((unit) => ({ ...refOf(unit), by: unit.change!.points }))),
    ranks,
    moves: block.past.moves && {
      past: block.past.moves,
      change: {
        rose: ranks.rose.length - block.past.moves.rose,
        kept: ranks.kept.length - block.past.moves.kept,
        fell: ranks.fell.length - block.past.moves.fell,
      },
    },
    incomparable: ranked.flatMap((unit) => (unit.incomparable ? [{ ...refOf(unit), reason: unit.incomparable }] : [])),
  }
}

/** Best first; units without a rank last; those of one rank as in the definition. */
export function byRank<Unit extends { rank: number | null }>(units: Unit[]): Unit[] {
  return units.toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
}

/** Those that have a rank, best first. */
export const rankedOf = (units: IndexUnitView[]): IndexUnitView[] =>
  byRank(units).filter((unit) => unit.rank !== null && unit.points !== null)

function pointsOf(units: IndexUnitView[], points: (unit: IndexUnitView) => number | null | undefined): UnitPoints[] {
  return units.flatMap((unit) => {
    const own = points(unit)
    return own === null || own === undefined ? [] : [{ ...refOf(unit), points: own }]
  })
}

/** Ballots of the whole campaign, with their shares; undefined shares of nothing issued or returned. */
export function surveyShares({ issued, returned, valid }: { issued: number; returned: number; valid: number }) {
  return { returned: percentOf(returned, issued), valid: percentOf(valid, returned) }
}
