/** Turns responses into counts of levels. Pure. */
import type { Answers } from '../responses/validate-answers.ts'

export type Count = { cell: string; question: string; level: string; count: number }
export type UnitCount = Count & { unit: string }

/** Counts per cell, question and level. A question that a response was not asked is not counted; one left empty counts as "". */
export function countAnswers(
  responses: { cells: string[]; asked: ReadonlySet<string>; answers: Answers }[],
  questions: string[],
): Count[] {
  const counts = new Map<string, Count>()
  for (const { cells, asked, answers } of responses) {
    for (const question of questions) {
      if (!asked.has(question)) continue
      const value = answers[question]
      const level = typeof value === 'string' ? value : ''
      for (const cell of cells) {
        const key = JSON.stringify([cell, question, level])
        const count = counts.get(key)
        if (count) count.count += 1
        else counts.set(key, { cell, question, level, count: 1 })
      }
    }
  }
  return [...counts.values()]
}
