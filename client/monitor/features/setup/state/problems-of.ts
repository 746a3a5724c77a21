/** What is wrong in a draft, each in its place: what was seen here at once, then what the server knows besides. Pure. */
import type { ProblemView } from '../../../../../server/setup/schemas.ts'
import type { Draft, PlacedProblem } from '../draft/draft.ts'
import { placeOf } from '../draft/place-problem.ts'

/** In a cell that is known to be wrong the server's word about the same adds nothing. */
export function problemsOf(
  local: readonly PlacedProblem[],
  answered: readonly ProblemView[],
  draft: Draft,
): PlacedProblem[] {
  const known = new Set(local.map(cellKey))
  const seen = new Set<string>()
  const once = local.filter((problem) => !seen.has(cellKey(problem)) && seen.add(cellKey(problem)))
  const more = answered.flatMap((problem): PlacedProblem[] => {
    const words = wordsOf(problem)
    const place = placeOf(problem.path, draft)
    if (!place) return [{ sheet: '', problem: words }]
    const placed = { ...place, problem: words }
    return place.column && known.has(cellKey(placed)) ? [] : [placed]
  })
  return [...once, ...more]
}

const cellKey = ({ sheet, row, column }: PlacedProblem): string => `${sheet}/${row}/${column}`

/** The server's words go on after a place's name; alone in a cell they are a sentence. */
function wordsOf({ problem }: ProblemView): string {
  return problem.charAt(0).toLocaleUpperCase('vi') + problem.slice(1)
}
