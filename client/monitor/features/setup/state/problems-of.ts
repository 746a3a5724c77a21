/** What is wrong in a draft, each in its place: what was seen here at once, then what the server knows besides. Pure. */
import type { ProblemView } from '../../../../../server/setup/schemas.ts'
import { lookUp } from '../../../words/t.ts'
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

function wordsOf({ code, values, problem }: ProblemView): string {
  const words = (code && lookUp(`definition:${code}`, values)) || problem
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}
