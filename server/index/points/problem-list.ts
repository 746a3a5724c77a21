/** Problems as they are found: the first are kept, the others only counted, however many a hostile table has. Pure. */
import type { PointProblem } from './schemas.ts'

export type ProblemList = { kept: PointProblem[]; count: number }

const MOST_KEPT = 500

export const createProblemList = (): ProblemList => ({ kept: [], count: 0 })

export function note(list: ProblemList, ...problems: PointProblem[]): void {
  list.count += problems.length
  for (const problem of problems) if (list.kept.length < MOST_KEPT) list.kept.push(problem)
}

/** Adds what another list has, counted ones too. */
export function noteAll(list: ProblemList, other: ProblemList): void {
  note(list, ...other.kept)
  list.count += other.count - other.kept.length
}
