/**
 * Whether a block's questionnaires and criteria fit each other: each survey criterion has one question that some group
 * sees, each question that offers the levels scores, and a question asked in several questionnaires is the same question.
 * Whether survey-core accepts the JSON is judge-questionnaire.ts's matter. Pure.
 */
import { canonicalJson } from './canonical-json.ts'
import type { Block, Definition, DefinitionProblem } from './definition.ts'
import {
  askedQuestions,
  choicesOf,
  type QuestionJson,
  questionsOf,
  scoredQuestions,
  textOf,
} from './survey-questions.ts'
import { offersLevels, validateScoredQuestion } from './validate-scored-question.ts'

const questionName = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/
const wordingParts = ['type', 'title', 'description', 'choices', 'rateValues', 'columns', 'rows', 'html']

/** Problems between `block`'s groups, questionnaires, questions and criteria. */
export function validateQuestions(definition: Definition, block: Block, path: string): DefinitionProblem[] {
  return [
    ...validateQuestionnaireUse(block, path),
    ...Object.entries(block.questionnaires).flatMap(([name, json]) =>
      validateQuestionnaire(definition, block, questionsOf(json), `${path}.questionnaires[${name}]`),
    ),
    ...findDifferentWording(block, path),
    ...validateCriteriaQuestions(block, path),
  ]
}

function validateQuestionnaireUse(block: Block, path: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const scored = scoredQuestions(block)
  for (const { code, questionnaire } of block.groups) {
    const at = `${path}.groups[${code}].questionnaire`
    const json = block.questionnaires[questionnaire]
    if (!json) problems.push({ path: at, problem: `không có phiếu “${questionnaire}”` })
    else if (!questionsOf(json).some(({ name }) => scored.has(name)))
      problems.push({ path: at, problem: 'nhóm này không được hỏi tiêu chí nào' })
  }
  for (const name of Object.keys(block.questionnaires))
    if (!block.groups.some(({ questionnaire }) => questionnaire === name))
      problems.push({ path: `${path}.questionnaires[${name}]`, problem: 'không nhóm nào dùng phiếu này' })
  return problems
}

function validateQuestionnaire(
  definition: Definition,
  block: Block,
  questions: QuestionJson[],
  path: string,
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const scored = scoredQuestions(block)
  const seen = new Set<string>()
  for (const question of questions) {
    const at = `${path}.${question.name}`
    if (!questionName.test(question.name))
      problems.push({
        path: at,
        problem: 'tên câu hỏi phải bắt đầu bằng chữ không dấu, chỉ gồm chữ, số, “_”, “.”, “-”, dài nhất 64',
      })
    if (seen.has(question.name))
      problems.push({ path: at, problem: `câu hỏi “${question.name}” có hai lần trong phiếu này` })
    seen.add(question.name)
    if (scored.has(question.name)) problems.push(...validateScoredQuestion(definition, question, at))
    else if (offersLevels(definition, question))
      problems.push({ path: at, problem: 'câu hỏi có các mức đánh giá nhưng không tiêu chí nào tính điểm câu này' })
  }
  return problems
}

/** One name is one criterion: groups must have judged the same words, or their answers can't be counted together. */
function findDifferentWording(block: Block, path: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const first = new Map<string, { questionnaire: string; question: QuestionJson }>()
  for (const [questionnaire, json] of Object.entries(block.questionnaires))
    for (const question of questionsOf(json)) {
      const earlier = first.get(question.name)
      if (!earlier) first.set(question.name, { questionnaire, question })
      const compared = earlier && earlier.questionnaire !== questionnaire ? wordingParts : []
      for (const part of compared)
        if (wordingOf(question, part) !== wordingOf(earlier!.question, part))
          problems.push({
            path: `${path}.questionnaires[${questionnaire}].${question.name}.${part}`,
            problem: `khác với câu cùng tên trong phiếu “${earlier!.questionnaire}”`,
          })
    }
  return problems
}

function wordingOf(question: QuestionJson, part: string): string {
  const value = question[part]
  if (Array.isArray(value)) return canonicalJson(choicesOf(value))
  return part === 'title' || part === 'description' ? textOf(value) : canonicalJson(value ?? null)
}

function validateCriteriaQuestions(block: Block, path: string): DefinitionProblem[] {
  const problems: DefinitionProblem[] = []
  const written = new Set(
    Object.values(block.questionnaires).flatMap((json) => questionsOf(json).map(({ name }) => name)),
  )
  const asked = askedQuestions(block)
  const takenBy = new Map<string, string>()
  for (const { code, question } of block.criteria) {
    if (!question) continue
    const at = `${path}.criteria[${code}].question`
    const other = takenBy.get(question)
    if (other !== undefined)
      problems.push({ path: at, problem: `câu hỏi “${question}” đã tính điểm cho tiêu chí “${other}”` })
    else takenBy.set(question, code)
    if (!written.has(question)) problems.push({ path: at, problem: `không phiếu nào có câu hỏi “${question}”` })
    else if (!asked.has(question)) problems.push({ path: at, problem: `không nhóm nào được hỏi câu “${question}”` })
  }
  return problems
}
