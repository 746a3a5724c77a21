/**
 * The criteria set of the index from its table. An entry that takes the survey's points has its criterion's maximum, and a
 * criterion with parts their sum: nobody types these twice. Pure.
 */
import type { SetCriterion } from '../../../../../server/campaigns/definition.ts'
import { cellOf, type Row, type Sheet } from '../sheet/sheet.ts'
import { decimalFrom, decimalOf, millionthsOf, sumOf, typedOf } from './decimal-text.ts'
import { type Draft, rowsOf, sheetOf } from './draft.ts'
import { codeOf } from './question-rows-of.ts'

export function setOf(draft: Draft, block: string): SetCriterion[] {
  const set = rowsOf(draft, sheetOf(block, 'set'))
  const questions = rowsOf(draft, sheetOf(block, 'questions'))
  const domains = rowsOf(draft, sheetOf(block, 'domains'))
  const criteria: SetCriterion[] = []
  set.forEach((row, at) => {
    const max = setMax(set, at, questions)
    const from = cellOf(row, 'from')
    const entry = {
      ...{ code: cellOf(row, 'code').trim(), name: cellOf(row, 'name').trim(), max: decimalOf(max) ?? max },
      ...(from !== '' && partsAfter(set, at).length === 0 && { from: codeOf(questions, from) }),
    }
    const above = criteria.at(-1)
    if (isPart(row) && above) above.parts = [...(above.parts ?? []), entry]
    else criteria.push({ ...entry, domain: codeOf(domains, cellOf(row, 'domain').trim()) })
  })
  return criteria
}

export const isPart = (row: Row): boolean => cellOf(row, 'part') !== ''

/** Component criteria of the row at `at`: those directly below it. */
export function partsAfter(set: Sheet, at: number): Sheet {
  if (!set[at] || isPart(set[at])) return []
  const end = set.findIndex((row, below) => below > at && !isPart(row))
  return set.slice(at + 1, end < 0 ? set.length : end)
}

/** The maximum of the row at `at` as it is typed, or as it follows from elsewhere. */
export function setMax(set: Sheet, at: number, questions: Sheet): string {
  const row = set[at]
  const typed = cellOf(row, 'max')
  const parts = partsAfter(set, at)
  const question = questions.find(({ id }) => id === cellOf(row, 'from'))
  if (parts.length > 0) {
    const first = at + 1
    return unlessSame(typed, typedOf(decimalFrom(sumOf(parts.map((_, part) => setMax(set, first + part, questions))))))
  }
  return question ? unlessSame(typed, cellOf(question, 'max')) : typed
}

/** `1,50` and `1,5` are the same; what stands there already stays. */
const unlessSame = (typed: string, follows: string): string =>
  millionthsOf(typed) === millionthsOf(follows) ? typed : follows
