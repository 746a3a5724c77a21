/** What an import answers: what the set would be, and what is wrong with the file. Pure. */
import Fraction from 'fraction.js'
import { roundHalfUp } from '../../scoring/round.ts'
import { countFilled } from './compare-points.ts'
import type { Judged } from './judge-points.ts'
import { countWanted, type PointsPlan } from './plan-points.ts'
import type { SetKey } from './queries.ts'
import type { ImportView } from './schemas.ts'

/** `judged.points` with what is kept of the version before. */
export function reportImport(key: SetKey, plan: PointsPlan, judged: Judged, changed: number): ImportView {
  const units = plan.blocks.flatMap((block) => block.units).filter(({ code }) => judged.points[code] !== undefined)
  return {
    ...{ kind: key.kind, source: key.source, round: key.round, version: null },
    units: units.length,
    leaves: countWanted(plan),
    filled: countFilled(plan, judged.points),
    changed,
    kept: plan.blocks.filter(({ code }) => !judged.blocks.includes(code)).map(({ name }) => name),
    problems: judged.problems,
    problemCount: judged.problemCount,
    totals: units.map(({ code }) => ({ unit: code, points: totalOf(judged.points[code]!) })),
  }
}

/** Rounded to two decimals. */
export function totalOf(points: Record<string, string>): number {
  return roundHalfUp(Object.values(points).reduce((sum, value) => sum.add(value), new Fraction(0)))
}
