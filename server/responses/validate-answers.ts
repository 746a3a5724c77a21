/**
 * The judge of answers on the hot path: pure, compiled once per questionnaire, about a microsecond a question. It knows
 * the plain question types; validate-answers.test.ts holds it against survey-core over generated questionnaires and
 * answers. Questionnaires that need more are judged by survey-core itself (judge-rich-answers.ts).
 */
import type { Questionnaire } from '../campaigns/definition.ts'
import { choicesOf, type QuestionJson, questionsOf } from '../campaigns/survey-questions.ts'

export type AnswerProblem = { question: string; problem: string }
export type Answers = Record<string, unknown>
export type AnswerJudge = (answers: Answers) => AnswerProblem[]

/** What is wrong with one value, in Vietnamese, or null. The value is present and not empty. */
type ValueRule = (value: unknown) => string | null

const MISSING = 'Câu này chưa được trả lời.'
const UNKNOWN = 'Câu trả lời không có trong các lựa chọn.'
const WRONG = 'Câu trả lời không đúng dạng.'
const TEXT_LIMIT = 5_000

/** Compiles a questionnaire into its judge. Answers are SurveyJS data: question name → value. */
export function compileAnswerJudge(questionnaire: Questionnaire): AnswerJudge {
  const questions = questionsOf(questionnaire).filter((question) => question.type !== 'html')
  const rules = new Map(questions.map((question) => [question.name, ruleOf(question)]))
  const required = questions.filter((question) => question.isRequired === true).map((question) => question.name)
  return (answers) => {
    const problems: AnswerProblem[] = []
    for (const name of required) {
      if (isEmpty(answers[name])) problems.push({ question: name, problem: MISSING })
    }
    for (const name of Object.keys(answers)) {
      const rule = rules.get(name)
      const value = answers[name]
      const problem = rule ? (isEmpty(value) ? null : rule(value)) : 'Phiếu không có câu này.'
      if (problem) problems.push({ question: name, problem })
    }
    return problems
  }
}

/** SurveyJS's notion of an empty value: nothing, blank text, or a list or object without anything in it. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}

function ruleOf(question: QuestionJson): ValueRule {
  switch (question.type) {
    case 'radiogroup':
      return oneOf(choicesOf(question.choices).map((choice) => choice.value))
    case 'rating':
      return oneOf(ratingValues(question))
    case 'boolean':
      return oneOf([question.valueTrue ?? true, question.valueFalse ?? false])
    case 'checkbox':
      return checkboxRule(question)
    case 'matrix':
      return matrixRule(question)
    case 'text':
    case 'comment':
      return textRule(question)
    default:
      return () => WRONG
  }
}

function oneOf(values: unknown[]): ValueRule {
  const known = new Set(values)
  return (value) => (known.has(value) ? null : UNKNOWN)
}

/** Rate values as authored, or SurveyJS's defaults: 1 to 5 in steps of 1. */
function ratingValues(question: QuestionJson): unknown[] {
  const authored = choicesOf(question.rateValues)
  if (authored.length > 0) return authored.map((choice) => choice.value)
  const numberOr = (value: unknown, otherwise: number) => (typeof value === 'number' ? value : otherwise)
  const [from, to, step] = [
    numberOr(question.rateMin, 1),
    numberOr(question.rateMax, 5),
    numberOr(question.rateStep, 1),
  ]
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

function checkboxRule(question: QuestionJson): ValueRule {
  const known = new Set<unknown>(choicesOf(question.choices).map((choice) => choice.value))
  const min = typeof question.minSelectedChoices === 'number' ? question.minSelectedChoices : 0
  const max = typeof question.maxSelectedChoices === 'number' ? question.maxSelectedChoices || known.size : known.size
  return (value) => {
    if (!Array.isArray(value)) return WRONG
    if (new Set(value).size !== value.length || !value.every((item) => known.has(item))) return UNKNOWN
    if (value.length < min) return `Hãy chọn ít nhất ${min} mục.`
    return value.length > max ? `Hãy chọn nhiều nhất ${max} mục.` : null
  }
}

function matrixRule(question: QuestionJson): ValueRule {
  const columns = new Set<unknown>(choicesOf(question.columns).map((column) => column.value))
  const rows = choicesOf(question.rows).map((row) => String(row.value))
  const known = new Set(rows)
  const everyRow = question.eachRowRequired === true
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return WRONG
    const entries = Object.entries(value)
    if (!entries.every(([row, column]) => known.has(row) && columns.has(column))) return UNKNOWN
    return everyRow && entries.length < known.size ? 'Hãy trả lời đủ các dòng.' : null
  }
}

function textRule(question: QuestionJson): ValueRule {
  const limit = typeof question.maxLength === 'number' && question.maxLength > 0 ? question.maxLength : TEXT_LIMIT
  if (question.inputType === 'number') return numberRule(question)
  const email = question.inputType === 'email'
  return (value) => {
    if (typeof value !== 'string') return WRONG
    if (value.length > limit) return `Câu trả lời dài quá ${limit} ký tự.`
    return email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? 'Thư điện tử chưa đúng.' : null
  }
}

function numberRule(question: QuestionJson): ValueRule {
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'Hãy nhập một số.'
    if (typeof question.min === 'number' && value < question.min) return `Số không được nhỏ hơn ${question.min}.`
    return typeof question.max === 'number' && value > question.max ? `Số không được lớn hơn ${question.max}.` : null
  }
}
