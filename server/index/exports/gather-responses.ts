/** Puts a unit's stored rows beside what the account of the unit publishes of them: what anonymise-microdata.ts judges. Pure. */
import type { Block } from '../../campaigns/definition.ts'
import { questionsOf, scoredQuestions } from '../../campaigns/survey-questions.ts'
import type { ExplanationView } from '../../scoring/explain-schemas.ts'
import type { HandedOut } from '../../scoring/find-audience.ts'
import type { PublishedQuestion, UnitResponses } from './anonymise-microdata.ts'

export function gatherResponses(
  block: Block,
  explanation: Pick<ExplanationView, 'unit' | 'criteria'>,
  strata: HandedOut[],
  rows: UnitResponses['rows'],
): UnitResponses {
  const criteria = new Map(explanation.criteria.map((criterion) => [criterion.code, criterion]))
  const questions = [...scoredQuestions(block)].map(([question, { code, domain }]): PublishedQuestion => {
    const { counts, groups } = criteria.get(code) ?? {}
    const cells = (groups ?? []).flatMap((group) =>
      group.counts ? [{ groups: group.groups, counts: group.counts }] : [],
    )
    return { question, domain, everyone: counts ?? null, cells }
  })
  const askedBy = (questionnaire: string) =>
    new Set(questionsOf(block.questionnaires[questionnaire] ?? {}).map(({ name }) => name))
  return {
    ...{ block: block.code, unit: explanation.unit.code, questions, rows },
    strata: strata.map(({ groups, questionnaire }) => ({ groups, asked: askedBy(questionnaire) })),
  }
}
