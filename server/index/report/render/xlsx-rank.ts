/** Ranks by the three rules of ties, as numbers and as formulas. Pure. */
import type { TieRule } from '../../../campaigns/definition.ts'
import { columnLetters } from '../../../sheets/column-letters.ts'

/** A column's part from row `first` to `last`; `exact`: its cells hold more digits than they show. */
export type RankRange = { column: number; first: number; last: number; values: (number | null)[]; exact: boolean }

/** What the formula of writeRank gives in each row; null where there are no points. */
export function ranksInSheet(of: RankRange, survey: RankRange | null, ties: TieRule): (number | null)[] {
  const known = of.values.flatMap((points, at) =>
    points === null ? [] : [{ points, survey: survey?.values[at] ?? 0 }],
  )
  return of.values.map((points, at) => {
    if (points === null) return null
    const above = known.filter((other) => other.points > points)
    if (ties === 'same-rank-dense') return new Set(above.map((other) => other.points)).size + 1
    if (ties === 'same-rank' || !survey) return above.length + 1
    const own = survey.values[at] ?? 0
    return above.length + known.filter((other) => other.points === points && other.survey > own).length + 1
  })
}

/** RANK where its own rule fits and the cells hold what they show; else how many stand above. Null where no formula is safe. */
export function writeRank(of: RankRange, survey: RankRange | null, ties: TieRule, row: number): string | null {
  const own = cell(of, row)
  if (ties === 'same-rank-dense') {
    // A blank would be divided by the number of its equals, which is none.
    if (of.exact || of.values.includes(null)) return null
    return `SUMPRODUCT((${range(of)}>${own})/COUNTIF(${range(of)},${range(of)}))+1`
  }
  if (ties === 'same-rank' || !survey)
    return of.exact ? `SUMPRODUCT((${range(of)}>${own})*1)+1` : `RANK(${own},${range(of)})`
  return `SUMPRODUCT((${range(of)}>${own})*1)+SUMPRODUCT((${range(of)}=${own})*(${range(survey)}>${cell(survey, row)}))+1`
}

const cell = ({ column, exact }: RankRange, row: number): string =>
  exact ? `ROUND(${columnLetters(column)}${row},2)` : `${columnLetters(column)}${row}`

function range({ column, first, last, exact }: RankRange): string {
  const letters = `$${columnLetters(column)}$`
  const text = `${letters}${first}:${letters}${last}`
  return exact ? `ROUND(${text},2)` : text
}
