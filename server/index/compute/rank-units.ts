/** Ranks by published points, under the campaign's rule for equal ones. Pure. */
import type { TieRule } from '../../campaigns/definition.ts'

/** What a unit is ranked by, in whole hundredths of a point. `survey` decides between equals only where the rule says so. */
export type Standing = { points: number; survey: number }

/** Below zero: `a` stands before `b`; zero: they share a rank. */
export function compareStandings(a: Standing, b: Standing, ties: TieRule): number {
  return b.points - a.points || (ties === 'higher-survey' ? b.survey - a.survey : 0)
}

/** The rank of each, in the order given: 1, 1, 3, or 1, 1, 2 under `same-rank-dense`. */
export function rankUnits(standings: Standing[], ties: TieRule): number[] {
  const order = standings.map((standing, index) => ({ standing, index }))
  order.sort((a, b) => compareStandings(a.standing, b.standing, ties))
  const ranks = new Array<number>(standings.length)
  let rank = 0
  order.forEach(({ standing, index }, place) => {
    const before = order[place - 1]
    const equal = before !== undefined && compareStandings(before.standing, standing, ties) === 0
    if (!equal) rank = ties === 'same-rank-dense' ? rank + 1 : place + 1
    ranks[index] = rank
  })
  return ranks
}
