/** Problems as they are found: the first are kept, the others only counted, however many a hostile table has. Pure. */
import type { PointProblem } from './schemas.ts'

/** `likely`: codes of units that an unknown name probably means; that they have no points is said already. */
export type ProblemList = { kept: PointProblem[]; count: number; likely: Set<string> }

const MOST_KEPT = 500

export const createProblemList = (): ProblemList => ({ kept: [], count: 0, likely: new Set() })

export function note(list: ProblemList, ...problems: PointProblem[]): void {
  list.count += problems.length
  for (const problem of problems) if (list.kept.length < MOST_KEPT) list.kept.push(problem)
}

/** Adds what another list has, counted ones too. */
export function noteAll(list: ProblemList, other: ProblemList): void {
  note(list, ...other.kept)
  list.count += other.count - other.kept.length
  for (const unit of other.likely) list.likely.add(unit)
}
