/** The leaves of one unit: what points each has, and what it can still end at. Pure. */
import type Fraction from 'fraction.js'
import type { CriterionScore } from '../../scoring/score-unit.ts'
import type { Leaf } from './plan-index.ts'
import { type ExactPoints, readPoints } from './sum-points.ts'
import type { ExactRange } from './survey-range.ts'

/** `low` and `high` are the points themselves once these are known and no answer can arrive. */
export type LeafState = {
  leaf: Leaf
  points: ExactPoints | null
  self: ExactPoints | null
  low: ExactPoints
  high: ExactPoints
}

export type LeafContext = {
  /** Leaf → points as a decimal text, of this unit. */
  appraised: Readonly<Record<string, string>>
  self: Readonly<Record<string, string>>
  /** By the survey's criterion: its score, and what the silent could make of one that is counted here. */
  criteria: ReadonlyMap<string, CriterionScore>
  silent: ReadonlyMap<string, ExactRange>
  settled: boolean
  /** Nothing that is missing will come any more. */
  freeze: boolean
}

export function leafState(leaf: Leaf, context: LeafContext): LeafState {
  if (leaf.from === null) {
    const points = pointsIn(context.appraised, leaf.code)
    return withEnds(leaf, points, pointsIn(context.self, leaf.code), context)
  }
  const points = shownPoints(context.criteria.get(leaf.from))
  const range = context.settled ? undefined : context.silent.get(leaf.from)
  return range ? { leaf, points, self: null, low: range.low, high: range.high } : withEnds(leaf, points, null, context)
}

/** What a closed survey lacks counts nothing in a total; what is brought in can still come until the index is frozen. */
function withEnds(
  leaf: Leaf,
  points: ExactPoints | null,
  self: ExactPoints | null,
  { freeze }: LeafContext,
): LeafState {
  if (points !== null) return { leaf, points, self, low: points, high: points }
  return { leaf, points, self, low: 0, high: freeze || leaf.origin === 'survey' ? 0 : leaf.max }
}

/** One look-up for ten thousand leaves; what an object inherits is no text. */
function pointsIn(table: Readonly<Record<string, string>>, code: string): ExactPoints | null {
  const text: unknown = table[code]
  return typeof text === 'string' ? readPoints(text) : null
}

function shownPoints(score: CriterionScore | undefined): Fraction | null {
  return score?.showing === 'shown' ? score.points : null
}
