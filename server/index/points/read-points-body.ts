/** Reads points that a program sends as JSON: unit → leaf → number or decimal text. Pure. */
import { type GivenPoints, type Judged, judgePoints } from './judge-points.ts'
import { unknownCriterion, unknownUnit } from './line-problems.ts'
import type { PointsPlan } from './plan-points.ts'
import { NOWHERE, problemOf } from './problem.ts'
import { createReader, type PointCell } from './read-tables.ts'
import type { PointProblem, PointsBody } from './schemas.ts'

export function readPointsBody(points: PointsBody['points'], plan: PointsPlan, given: GivenPoints): Judged {
  const { matchUnit, findRow } = createReader(plan)
  const cells: PointCell[] = []
  const problems: PointProblem[] = []
  for (const [name, leaves] of Object.entries(points)) {
    const match = matchUnit(name)
    if (!match.found) {
      const nearest = match.nearest ?? match.several[0] ?? null
      problems.push(problemOf('unknown-unit', NOWHERE, { unit: name, value: name }, unknownUnit(name, nearest)))
      continue
    }
    const unit = match.found
    for (const [code, value] of Object.entries(leaves)) {
      const found = findRow.get(unit.block)!(code, '')
      if (found.row) {
        cells.push({ place: NOWHERE, block: unit.block, unit, row: found.row, text: String(value) })
        continue
      }
      problems.push({ ...unknownCriterion(NOWHERE, { code, name: '' }, found), unit: unit.code })
    }
  }
  const judged = judgePoints(plan, cells, given)
  return { ...judged, problems: [...problems, ...judged.problems] }
}
