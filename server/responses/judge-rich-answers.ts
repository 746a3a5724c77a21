/** The judge of questionnaires with expressions or other question types: survey-core itself, loaded when first needed. */
import type { Questionnaire } from '../campaigns/definition.ts'
import type { AnswerProblem, Answers } from './validate-answers.ts'

/** What survey-core finds wrong with `answers`; also anything it would drop as not belonging to the questionnaire. */
export async function judgeRichAnswers(questionnaire: Questionnaire, answers: Answers): Promise<AnswerProblem[]> {
  const { Model } = await import('survey-core')
  const survey = new Model(questionnaire)
  survey.locale = 'vi'
  survey.data = structuredClone(answers)
  survey.validate(false, false)
  const problems = survey
    .getAllQuestions()
    .flatMap((question) => question.errors.map((error) => ({ question: question.name, problem: error.getText() })))
  survey.clearIncorrectValues(true)
  const kept: Answers = survey.data
  for (const name of Object.keys(answers)) {
    if (JSON.stringify(kept[name]) !== JSON.stringify(answers[name]) && !problems.some((p) => p.question === name)) {
      problems.push({ question: name, problem: 'Câu trả lời không có trong phiếu.' })
    }
  }
  return problems
}
