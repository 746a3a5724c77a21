/**
 * The last count, inside close's transaction: everything a unit still holds, drawn or not, is counted anew with its
 * breakdown by group and kept in the clear, in random order, in cells of at least k (promise 1 and 2). A unit that stayed
 * under k altogether is withheld: its responses are destroyed and only their number remains.
 */
import { mergeSmallGroups } from '../campaigns/merge-small-groups.ts'
import type { Tx } from '../db/client.ts'
import { openResponse, type SealedResponse } from '../responses/sealed-response.ts'
import type { Answers } from '../responses/validate-answers.ts'
import type { Secrets } from '../secrets.ts'
import { cellName, type UnitPlan, type UnitStratum } from './audiences.ts'
import { countAnswers } from './count-answers.ts'
import { addToTally, deleteTally, insertResponses, setUnitCounts, takeAllOfUnit } from './queries.ts'

type CountedResponse = { groups: string[]; asked: ReadonlySet<string>; answers: Answers }

/** Counts and empties one unit. Returns the numbers counted and withheld. */
export async function countRestOfUnit(tx: Tx, secrets: Secrets, campaignId: string, plan: UnitPlan, k: number) {
  const { unit, strata } = plan
  const sealed = await takeAllOfUnit(tx, campaignId, unit)
  await deleteTally(tx, campaignId, unit)
  const result = sealed.length < k ? { counted: 0, withheld: sealed.length } : { counted: sealed.length, withheld: 0 }
  await setUnitCounts(tx, campaignId, unit, result)
  if (result.counted === 0) return result
  const opened = sealed.map((row) => openResponse(secrets, campaignId, row))
  const asked = new Map(strata.map((stratum) => [stratum.id, stratum.asked]))
  const groupsOf = finalCells(strata, opened, k)
  const responses = opened.map(({ stratum, answers }) => ({
    groups: groupsOf.get(stratum)!,
    asked: asked.get(stratum)!,
    answers,
  }))
  const counts = countsOf(responses, plan.questions, k)
  await addToTally(
    tx,
    campaignId,
    counts.map((count) => ({ unit, ...count })),
  )
  const kept = withoutRareQuestions(responses, k)
  await insertResponses(
    tx,
    kept.map(({ groups, answers }) => ({ campaignId, unit, groups, answers })),
  )
  return result
}

/** Stratum → codes of the groups of the cell in which its responses are kept. */
function finalCells(strata: UnitStratum[], responses: SealedResponse[], k: number): Map<string, string[]> {
  const sized = strata
    .map(({ id, questionnaire }) => ({
      key: id,
      questionnaire,
      size: responses.filter((response) => response.stratum === id).length,
    }))
    .filter(({ size }) => size > 0)
  const targets = mergeSmallGroups(sized, k)
  return new Map(
    [...targets].map(([id, target]) => [
      id,
      strata.filter((stratum) => targets.get(stratum.id) === target).flatMap((stratum) => stratum.groups),
    ]),
  )
}

/** All groups together and each cell; a question that fewer than k of a cell were asked is not counted for that cell. */
function countsOf(responses: CountedResponse[], questions: string[], k: number) {
  const together = responses.map((response) => ({ ...response, cells: ['*'] }))
  const apart = responses.map((response) => ({ ...response, cells: [cellName(response.groups)] }))
  const counts = [...countAnswers(together, questions), ...countAnswers(apart, questions)]
  const asked = new Map<string, number>()
  for (const { cell, question, count } of counts) {
    const key = JSON.stringify([cell, question])
    asked.set(key, (asked.get(key) ?? 0) + count)
  }
  return counts.filter(({ cell, question }) => asked.get(JSON.stringify([cell, question]))! >= k)
}

/** Leaves out of the kept answers what fewer than k of the cell were asked: it would single those people out of their cell. */
function withoutRareQuestions(responses: CountedResponse[], k: number): CountedResponse[] {
  const asked = new Map<string, number>()
  const keyOf = (response: CountedResponse, question: string) => JSON.stringify([response.groups, question])
  for (const response of responses) {
    for (const question of response.asked) {
      const key = keyOf(response, question)
      asked.set(key, (asked.get(key) ?? 0) + 1)
    }
  }
  return responses.map((response) => ({
    ...response,
    answers: Object.fromEntries(
      Object.entries(response.answers).filter(([question]) => (asked.get(keyOf(response, question)) ?? 0) >= k),
    ),
  }))
}
