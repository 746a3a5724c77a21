/**
 * A scored question offers the campaign's levels and nothing else, in the campaign's words: the tally counts answers by
 * level value, and an answer outside the levels would belong to no share. Pure.
 */
import type { Definition, DefinitionProblem } from './definition.ts'
import { choicesOf, type QuestionJson } from './survey-questions.ts'

const choiceTypes = new Set(['radiogroup', 'dropdown'])
const addedChoices = [
  'showOtherItem',
  'showNoneItem',
  'showRefuseItem',
  'showDontKnowItem',
  'choicesByUrl',
  'choicesFromQuestion',
]

/** What keeps `question` from scoring: it must be a radiogroup of exactly the levels and the no-opinion answer. */
export function validateScoredQuestion(
  { levels, noOpinion }: Definition,
  question: QuestionJson,
  path: string,
): DefinitionProblem[] {
  if (question.type !== 'radiogroup')
    return [
      {
        path: `${path}.type`,
        problem: 'câu hỏi tính điểm phải là câu chọn một, với đúng các mức (mục “type” là “radiogroup”)',
      },
    ]
  const at = `${path}.choices`
  const problems: DefinitionProblem[] = []
  if (question.valueName !== undefined)
    problems.push({
      path: `${path}.valueName`,
      problem: 'câu trả lời sẽ mang tên khác nên không tính điểm được; bỏ mục này',
    })
  const choices = choicesOf(question.choices)
  const expected = [...levels, noOpinion]
  for (const { value, name } of expected) {
    const found = choices.filter((choice) => choice.value === value)
    if (found.length === 0) problems.push({ path: at, problem: `thiếu lựa chọn “${name}” (${value})` })
    if (found.length > 1) problems.push({ path: at, problem: `lựa chọn “${name}” (${value}) có ${found.length} lần` })
    for (const { text } of found)
      if (text !== name) problems.push({ path: at, problem: `lựa chọn “${value}” ghi là “${text}”, phải là “${name}”` })
  }
  for (const { value, text } of choices)
    if (!expected.some((level) => level.value === value))
      problems.push({ path: at, problem: `lựa chọn “${text}” (${value}) không phải là một mức` })
  for (const added of addedChoices)
    if (question[added])
      problems.push({ path: `${path}.${added}`, problem: 'câu hỏi tính điểm không được có lựa chọn ngoài các mức' })
  return problems
}

/** Whether a question looks scored: its choices are the levels, with or without the no-opinion answer. */
export function offersLevels({ levels, noOpinion }: Definition, question: QuestionJson): boolean {
  if (!choiceTypes.has(question.type)) return false
  const values = new Set(choicesOf(question.choices).map(({ value }) => value))
  values.delete(noOpinion.value)
  return values.size === levels.length && levels.every(({ value }) => values.has(value))
}
