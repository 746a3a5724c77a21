/** The judge of questionnaires with expressions or other question types: survey-core itself, loaded when first needed. */
import { isDeepStrictEqual } from 'node:util'
import type { Questionnaire } from '../campaigns/definition.ts'
import type { AnswerProblem, Answers } from './validate-answers.ts'

/** Panels in panels, matrices in them and lists in their cells stay well below this. */
const MOST_LEVELS = 16
const NOT_HERE = 'Câu trả lời không có trong phiếu.'

/** What survey-core finds wrong with `answers`; also anything it would drop as not belonging to the questionnaire. */
export async function judgeRichAnswers(questionnaire: Questionnaire, answers: Answers): Promise<AnswerProblem[]> {
  const tooDeep = Object.keys(answers).filter((name) => isDeeper(answers[name], MOST_LEVELS))
  if (tooDeep.length > 0) return tooDeep.map((question) => ({ question, problem: NOT_HERE }))
  const { Model } = await import('./vietnamese-survey.ts')
  const survey = new Model(structuredClone(questionnaire))
  survey.locale = 'vi'
  try {
    survey.data = structuredClone(answers)
    // Only with the first argument does survey-core leave the errors at their questions.
    survey.validate(true, false)
    const problems = survey
      .getAllQuestions()
      .flatMap((question) => question.errors.map((error) => ({ question: question.name, problem: error.getText() })))
    survey.clearIncorrectValues(true)
    const kept: Answers = survey.data
    const dropped = Object.keys(answers).filter((name) => !isDeepStrictEqual(kept[name], answers[name]))
    const unnamed = dropped.filter((name) => !problems.some(({ question }) => question === name))
    return [...problems, ...unnamed.map((question) => ({ question, problem: NOT_HERE }))]
  } catch {
    // It was written for its own form's answers: {toString: 'a'} for a number makes it throw.
    return [{ question: '', problem: NOT_HERE }]
  } finally {
    survey.dispose()
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1))
}
