/**
 * The index of a campaign as one document (schemas.ts) from counts, points that were brought in, and last year. Pure: the
 * same input gives the same bytes, in the definition's order. Ranks, classes and changes come from published points.
 */
import Fraction from 'fraction.js'
import { canonicalJson } from '../../campaigns/canonical-json.ts'
import type { TieRule } from '../../campaigns/definition.ts'
import { buildScores, type ScoresInput } from '../../scoring/build-scores.ts'
import { digestOfText } from '../../scoring/digest.ts'
import { roundHalfUp, toHundredths } from '../../scoring/round.ts'
import { type ScoredBlock, type ScoredUnit, scoreBlocks } from '../../scoring/score-blocks.ts'
import { type AssessedUnit, assessUnit } from './assess-unit.ts'
import { classOf } from './class-of.ts'
import { type Comparison, compareYears } from './compare-years.ts'
import type { IndexInput, SetInput } from './index-input.ts'
import { type BlockIndexPlan, planIndex, viewRules } from './plan-index.ts'
import { rankRanges } from './rank-range.ts'
import { rankUnits } from './rank-units.ts'
import type { IndexBlockView, IndexDocument, IndexUnitView, SetRef } from './schemas.ts'
import { extremeLevels } from './survey-range.ts'

/** The definition must have `index` and be valid (campaigns/validate-definition.ts). */
export function buildIndex(input: IndexInput): IndexDocument {
  return writeIndex(input).index
}

/** The survey's part of it, with the imported points that count. */
export function surveyOf({ scores, sets }: IndexInput): ScoresInput {
  return { ...scores, imported: sets.imported.flatMap(({ source, set }) => (set ? [{ source, ...set }] : [])) }
}

/**
 * The document with the canonical JSON that its digest covers, which is all of it but the digest. `scored` may be handed in
 * by a caller who has it already.
 */
export function writeIndex(
  input: IndexInput,
  scored: ScoredBlock[] = scoreBlocks(surveyOf(input)),
): { index: IndexDocument; text: string } {
  const { scores } = input
  const { definition } = scores
  const comparisons = compareYears(definition, input.past?.document ?? null)
  const assessed = scored.map((block) => assessBlock(block, input))
  const document = {
    campaign: scores.campaign,
    title: input.title,
    year: definition.year,
    status: input.freeze ? ('final' as const) : ('provisional' as const),
    waiting: waitingFor(
      input,
      assessed.flatMap(({ units }) => units),
    ),
    revision: scores.revision,
    scoresDigest: input.scoresDigest ?? buildScores(surveyOf(input), scored).digest,
    organizer: definition.organizer.name,
    rules: viewRules({ ...definition, minimumCell: scores.minimumCell }),
    sets: viewSets(input),
    survey: {
      issued: sumOver(scores.participation, ({ invited }) => invited),
      returned: sumOver(scores.participation, ({ answered }) => answered),
      valid: sumOver(
        scored.flatMap(({ units }) => units),
        ({ counted }) => counted,
      ),
      opensOn: input.opensOn,
      closedOn: input.closedOn,
    },
    blocks: assessed.map((block) => blockView(block, comparisons, input)),
  }
  const text = canonicalJson(document)
  return { index: { ...document, digest: digestOfText(text) }, text }
}

type AssessedBlock = { plan: BlockIndexPlan; units: AssessedUnit[] }

function assessBlock(
  { block, plan: scoring, units }: ScoredBlock,
  { scores, sets, freeze }: IndexInput,
): AssessedBlock {
  const plan = planIndex(block)
  const { settled, minimumCell: minimum } = scores
  const extremes = extremeLevels(scoring.shares)
  const assess = (unit: ScoredUnit) =>
    assessUnit(unit, {
      ...{ plan, scoring, extremes, settled, minimum, freeze },
      appraised: tableOf(sets.appraised, unit.unit.code),
      self: tableOf(sets.self, unit.unit.code),
    })
  return { plan, units: units.map(assess) }
}

function blockView(
  { plan, units: assessed }: AssessedBlock,
  comparisons: ReadonlyMap<string, Comparison>,
  { scores: { definition }, past }: IndexInput,
): IndexBlockView {
  const { ties, classes } = definition.index!
  const { block } = plan
  const ranks = rankWhole(assessed, ties)
  const possible = rankRanges(
    assessed.map(({ standings }) => standings),
    ties,
  )
  const sharing = Map.groupBy(ranks, (rank) => rank)
  const before = past?.document.blocks.find(({ code }) => code === block.code)
  return {
    code: block.code,
    name: block.name,
    domains: plan.domains.map(({ view }) => view),
    sources: viewSources(block),
    groups: block.groups.map(({ code, name }) => ({ code, name })),
    criteria: plan.entries,
    units: assessed.map(({ view, ranges }, at): IndexUnitView => {
      const rank = ranks[at]!
      const { participation, parts, domains, criteria, missing, roundedPartsDiffer, ...head } = view
      return {
        ...head,
        rank,
        tied: rank !== null && sharing.get(rank)!.length > 1,
        class: rank === null ? null : classOf(classes, view.points ?? 0),
        ...(roundedPartsDiffer && { roundedPartsDiffer }),
        ...{ parts, participation, domains, criteria, missing },
        ...changeOf(comparisons.get(view.code)!, rank, view.points ?? 0),
        ranges: {
          ...ranges,
          rank: possible[at]!,
          class: { best: classOf(classes, ranges.total.high), worst: classOf(classes, ranges.total.low) },
        },
      }
    }),
    past: before ? { units: before.units.map(viewPast), moves: before.moves } : null,
  }
}

/** Units that miss points stand apart: the others rank 1 to n, as whoever reads the printed table would rank them. */
function rankWhole(assessed: AssessedUnit[], ties: TieRule): (number | null)[] {
  const ranked = assessed.filter(({ whole }) => whole)
  const ranks = new Map(
    rankUnits(
      ranked.map(({ standing }) => standing),
      ties,
    ).map((rank, at) => [ranked[at]!, rank]),
  )
  return assessed.map((unit) => ranks.get(unit) ?? null)
}

/** The published points' difference: whole hundredths, and so exact. A unit without a rank is not compared yet. */
function changeOf({ past, incomparable }: Comparison, rank: number | null, points: number) {
  const predecessor = past && viewPast(past)
  if (!past || rank === null) return { change: null, incomparable, predecessor }
  const change = {
    points: (toHundredths(points) - toHundredths(past.points)) / 100,
    rank: past.rank === null ? null : past.rank - rank,
    past: viewPast(past),
  }
  return { change, incomparable, predecessor }
}

function viewPast({ code, name, points, rank, class: classCode }: NonNullable<Comparison['past']>) {
  return { code, name, points, rank, class: classCode }
}

function viewSources({ sources }: ScoredBlock['block']): IndexBlockView['sources'] {
  return sources.map(({ code, name, origin, max }) => ({ code, name, origin, max: roundHalfUp(new Fraction(max)) }))
}

function viewSets({ sets, past }: IndexInput): IndexDocument['sets'] {
  const ref = (set: SetInput | null): SetRef | null =>
    set && { round: set.round, version: set.version, on: set.on, digest: set.digest }
  return {
    self: ref(sets.self),
    appraised: ref(sets.appraised),
    imported: sets.imported.map(({ source, set }) => ({ source, set: ref(set) })),
    past: past && { year: past.document.year, version: past.version, digest: past.digest },
  }
}

function waitingFor({ status, freeze }: IndexInput, units: AssessedUnit[]): IndexDocument['waiting'] {
  if (freeze) return []
  const misses = (origin: 'appraised' | 'imported') => units.some(({ missingOrigins }) => missingOrigins.has(origin))
  return [
    ...(status === 'open' || status === 'paused' ? ['survey-running' as const] : []),
    ...(status === 'closed' ? ['survey-not-final' as const] : []),
    ...(misses('appraised') ? ['appraised-missing' as const] : []),
    ...(misses('imported') ? ['imported-missing' as const] : []),
    ...(status === 'final' ? ['not-frozen' as const] : []),
  ]
}

function tableOf(set: SetInput | null, unit: string): Record<string, string> {
  return set && Object.hasOwn(set.points, unit) ? set.points[unit]! : {}
}

function sumOver<Row>(rows: Row[], count: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + count(row), 0)
}
