/**
 * The best and the worst rank that each unit can still get, when every unit may end anywhere between its lowest and its
 * highest standing, independently of the others. Pure; exact, not an estimate (brute force agrees in the tests).
 *
 * A unit does best at its own highest while all others end lowest. Where equal points share a rank and the next one
 * follows without a gap, what counts is how many *different* points stand above: at best those who are above it in any
 * case fall on as few points as can be, at worst those who can get above it spread over as many as there are.
 */
import type { TieRule } from '../../campaigns/definition.ts'
import { compareStandings, type Standing } from './rank-units.ts'

export type StandingRange = { low: Standing; high: Standing }
export type RankRange = { best: number; worst: number }

export function rankRanges(ranges: StandingRange[], ties: TieRule): RankRange[] {
  if (ties === 'same-rank-dense') return denseRanges(ranges)
  const lows = ranges.map(({ low }) => low).sort((a, b) => compareStandings(a, b, ties))
  const highs = ranges.map(({ high }) => high).sort((a, b) => compareStandings(a, b, ties))
  return ranges.map(({ low, high }) => ({
    best: 1 + standingBefore(lows, high, ties),
    // The unit's own highest is no rival.
    worst: 1 + standingBefore(highs, low, ties) - (compareStandings(high, low, ties) < 0 ? 1 : 0),
  }))
}

/** How many of the sorted standings stand strictly before this one. */
function standingBefore(sorted: Standing[], standing: Standing, ties: TieRule): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if (compareStandings(sorted[middle]!, standing, ties) < 0) from = middle + 1
    else to = middle
  }
  return from
}

function denseRanges(ranges: StandingRange[]): RankRange[] {
  const spans = ranges.map(({ low, high }, index) => ({ index, low: low.points, high: high.points }))
  const byHigh = spans.toSorted((a, b) => a.high - b.high)
  return spans.map((own) => {
    const others = byHigh.filter(({ index }) => index !== own.index)
    return { best: 1 + fewestPoints(others, own.high), worst: 1 + mostPoints(others, own.low) }
  })
}

type Span = { low: number; high: number }

/** Fewest different points on which those can fall that end above `limit` in any case; `spans` sorted by `high`. */
function fewestPoints(spans: Span[], limit: number): number {
  let count = 0
  let last = Number.NEGATIVE_INFINITY
  for (const { low, high } of spans) {
    if (low <= limit || low <= last) continue
    count += 1
    last = high
  }
  return count
}

/** Most different points above `limit` that can be taken, each by one span, of whole hundredths; `spans` sorted by `high`. */
function mostPoints(spans: Span[], limit: number): number {
  const taken = new Map<number, number>()
  const nextFree = (point: number): number => {
    let free = point
    for (let next = taken.get(free); next !== undefined; next = taken.get(free)) free = next
    for (let at = point; at !== free; ) {
      const next = taken.get(at)!
      taken.set(at, free)
      at = next
    }
    return free
  }
  let count = 0
  for (const { low, high } of spans) {
    if (high <= limit) continue
    const point = nextFree(Math.max(low, limit + 1))
    if (point > high) continue
    taken.set(point, point + 1)
    count += 1
  }
  return count
}
