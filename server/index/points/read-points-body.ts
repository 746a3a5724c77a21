/** Reads points that a program sends as JSON: unit → leaf → number or decimal text. Pure. */
import { plainNumber } from '../../sheets/plain-number.ts'
import { type GivenPoints, type Judged, judgePoints } from './judge-points.ts'
import { unknownCriterion, unknownUnit } from './line-problems.ts'
import type { PointsPlan } from './plan-points.ts'
import { NOWHERE, problemOf } from './problem.ts'
import { createProblemList, note } from './problem-list.ts'
import { createReader, type PointCell } from './read-tables.ts'
import type { PointsBody } from './schemas.ts'

export function readPointsBody(points: PointsBody['points'], plan: PointsPlan, given: GivenPoints): Judged {
  const { matchUnit, findRow } = createReader(plan)
  const cells: PointCell[] = []
  const problems = createProblemList()
  for (const [name, leaves] of Object.entries(points)) {
    const match = matchUnit(name)
    if (!match.found) {
      const nearest = match.nearest ?? match.several[0] ?? null
      if (nearest) problems.likely.add(nearest.code)
      note(problems, problemOf('unknown-unit', NOWHERE, { unit: name, value: name }, unknownUnit(name, nearest)))
      continue
    }
    const unit = match.found
    for (const [code, value] of Object.entries(leaves)) {
      const found = findRow.get(unit.block)!(code, '')
      if (found.row) {
        cells.push({
          place: NOWHERE,
          block: unit.block,
          unit,
          row: found.row,
          text: typeof value === 'number' ? plainNumber(String(value)) : value,
        })
        continue
      }
      note(problems, { ...unknownCriterion(NOWHERE, { code, name: '' }, found), unit: unit.code })
    }
  }
  return judgePoints(plan, cells, given, problems)
}
