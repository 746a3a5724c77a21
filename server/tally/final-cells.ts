/**
 * What of a unit is kept for good at close, pure: counts and single responses, in cells of at least k. Nobody may be
 * singled out by what a row lacks or by subtraction:
 * - Groups with fewer than k counted responses share a cell with another group.
 * - Where a cell holds people of several questionnaires and fewer than k of one of them, only what all of the cell were
 *   asked is kept in its rows: the missing questions would tell who is of the small group.
 * - Where groups are pooled, the counts of everybody ("*") stand beside those of the cells; for every question those in
 *   no kept cell are nobody or at least k, or the smallest kept cell gives way.
 * - A question that fewer than k of the unit were asked is not kept at all.
 */
import { mergeSmallGroups } from '../campaigns/merge-small-groups.ts'
import type { Answers } from '../responses/validate-answers.ts'
import { cellName, type PlannedStratum, type UnitPlan } from './audiences.ts'
import { type Count, countAnswers } from './count-answers.ts'

export type CountedResponse = { stratum: string; answers: Answers }
export type FinalCells = { counts: Count[]; rows: { groups: string[]; answers: Answers }[] }

type Cell = { groups: string[]; members: (CountedResponse & { asked: ReadonlySet<string> })[] }

export function keepFinal(plan: UnitPlan, responses: CountedResponse[], k: number): FinalCells {
  const cells = cellsOf(plan.strata, responses, k)
  const names = [...new Set([...plan.questions, ...plan.strata.flatMap((stratum) => [...stratum.asked])])]
  const kept = new Map(names.map((question) => [question, keptCells(plan, cells, question, k)]))
  const everybody = plan.pooled
    ? cells.flatMap((cell) => cell.members.map((member) => ({ ...member, cells: ['*'] })))
    : []
  const counts = cells.flatMap((cell) => {
    const counted = plan.questions.filter((question) => kept.get(question)!.counted.has(cell))
    return countAnswers(
      cell.members.map((member) => ({ ...member, cells: [cellName(cell.groups)] })),
      counted,
    )
  })
  const common = plan.questions.filter((question) => askedIn(cells, question) >= k)
  const rows = cells.flatMap((cell) =>
    cell.members.map(({ answers }) => ({
      groups: cell.groups,
      answers: Object.fromEntries(Object.entries(answers).filter(([question]) => kept.get(question)?.shown.has(cell))),
    })),
  )
  return { counts: [...countAnswers(everybody, common), ...counts], rows }
}

function cellsOf(strata: PlannedStratum[], responses: CountedResponse[], k: number): Cell[] {
  const byStratum = Map.groupBy(responses, (response) => response.stratum)
  const present = strata.filter((stratum) => byStratum.has(stratum.id))
  const targets = mergeSmallGroups(
    present.map(({ id, questionnaire }) => ({ key: id, questionnaire, size: byStratum.get(id)!.length })),
    k,
  )
  return [...Map.groupBy(present, (stratum) => targets.get(stratum.id)).values()].map((together) => ({
    groups: together.flatMap((stratum) => stratum.groups),
    members: together.flatMap(({ id, asked }) => byStratum.get(id)!.map((response) => ({ ...response, asked }))),
  }))
}

/** The cells for which a question's counts are kept, and those in whose rows its answers stay. */
function keptCells(plan: UnitPlan, cells: Cell[], question: string, k: number) {
  const asking = cells.filter((cell) => askedOf(cell, question) > 0)
  const shown = new Set(asking.filter((cell) => isSafe(cell, question, k)))
  if (!plan.pooled) return { counted: new Set(asking.filter((cell) => askedOf(cell, question) >= k)), shown }
  const rest = () => asking.filter((cell) => !shown.has(cell)).reduce((sum, cell) => sum + askedOf(cell, question), 0)
  while (shown.size > 0 && rest() > 0 && rest() < k) {
    shown.delete([...shown].reduce((a, b) => (askedOf(b, question) < askedOf(a, question) ? b : a)))
  }
  return { counted: shown, shown }
}

/** All of the cell were asked; or at least k were, and no questionnaire of the cell has fewer than k people. */
function isSafe(cell: Cell, question: string, k: number): boolean {
  const asked = askedOf(cell, question)
  if (asked === cell.members.length) return asked >= k
  const questionnaires = Map.groupBy(cell.members, (member) => [...member.asked].sort().join('\n'))
  return asked >= k && [...questionnaires.values()].every((people) => people.length >= k)
}

const askedOf = (cell: Cell, question: string): number =>
  cell.members.filter((member) => member.asked.has(question)).length

const askedIn = (cells: Cell[], question: string): number =>
  cells.reduce((sum, cell) => sum + askedOf(cell, question), 0)
