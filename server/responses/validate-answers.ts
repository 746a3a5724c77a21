/**
 * The judge of answers on the hot path: pure, compiled once per questionnaire, about a microsecond a question. It knows
 * the plain question types and refuses what survey-core refuses, with the same odd corners; validate-answers.test.ts holds
 * it against survey-core over generated questionnaires and answers, and lists the rules that are stricter here: survey-core
 * trusts its own form and takes almost any value for a rating, a yes or no, a text. Questionnaires that need more are
 * judged by survey-core itself (judge-rich-answers.ts).
 */
import type { Questionnaire } from '../campaigns/definition.ts'
import { choicesOf, type QuestionJson, questionsOf } from '../campaigns/survey-questions.ts'

export type AnswerProblem = { question: string; problem: string }
export type Answers = Record<string, unknown>
export type AnswerJudge = (answers: Answers) => AnswerProblem[]

/** What is wrong with one value, in Vietnamese, or null. The value is something. */
type ValueRule = (value: unknown) => string | null

const MISSING = 'Câu này chưa được trả lời.'
const UNKNOWN = 'Câu trả lời không có trong các lựa chọn.'
const WRONG = 'Câu trả lời không đúng dạng.'
/** For a text or comment without a maxLength of its own; every sealed response is as long as the longest could be. */
const TEXT_LIMIT = 2_000
/** survey-core makes no more rate values than this (settings.ratingMaximumRateValueCount). */
const MOST_RATES = 20
/** survey-core's EmailValidator, as it is. */
const EMAIL =
  /^(([^<>()[\].,;:\s@"]+(\.[^<>()[\].,;:\s@"]+)*)|(".+"))@(([^<>()=[\].,;:\s@"]+\.)+[^<>()=[\].,;:\s@"]{2,})$/i
const NUMBER = /^-?\d+(\.\d+)?$/

/** Compiles a questionnaire into its judge. Answers are SurveyJS data: question name → value. */
export function compileAnswerJudge(questionnaire: Questionnaire): AnswerJudge {
  const questions = questionsOf(questionnaire).filter((question) => question.type !== 'html')
  const rules = new Map(questions.map((question) => [question.name, ruleOf(question)]))
  const required = new Set(questions.filter(mustBeAnswered).map((question) => question.name))
  return (answers) => {
    const problems: AnswerProblem[] = []
    for (const name of required) {
      if (!Object.hasOwn(answers, name) || isEmpty(answers[name])) problems.push({ question: name, problem: MISSING })
    }
    for (const name of Object.keys(answers)) {
      const rule = rules.get(name)
      const value = answers[name]
      const problem = rule ? problemOf(rule, value, required.has(name)) : 'Phiếu không có câu này.'
      if (problem) problems.push({ question: name, problem })
    }
    return problems
  }
}

function problemOf(rule: ValueRule, value: unknown, required: boolean): string | null {
  // Where something is required, an empty value has been found missing already.
  return isNothing(value) || (required && isEmpty(value)) ? null : rule(value)
}

/** No answer at all: a question that may be left out may hold it. */
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** Nothing, or a list or object without anything in it: does not answer a question that must be answered. */
const isEmpty = (value: unknown): boolean =>
  isNothing(value) || (typeof value === 'object' && Object.keys(value as object).length === 0)

/** As in survey-core, "every row" and "at least n" also mean that the question cannot be left out. */
function mustBeAnswered(question: QuestionJson): boolean {
  if (question.isRequired === true) return true
  if (question.type === 'matrix') return question.eachRowRequired === true
  return question.type === 'checkbox' && numberOr(question.minSelectedChoices, 0) > 0
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

/** Rate values as authored, or from rateMin to rateMax by rateStep (1, 5, 1), rounded as survey-core rounds: 0.3, not 0.1 + 0.2. */
export function ratingValues(question: Record<string, unknown>): unknown[] {
  const authored = choicesOf(question.rateValues)
  if (authored.length > 0) return authored.map((choice) => choice.value)
  const [to, step] = [numberOr(question.rateMax, 5), numberOr(question.rateStep, 1)]
  let digits = 0
  for (let whole = step; Math.round(whole) !== whole && digits < 20; whole *= 10) digits += 1
  const values: number[] = []
  for (let value = numberOr(question.rateMin, 1); value <= to && values.length < MOST_RATES; ) {
    values.push(value)
    value = Number.isInteger(value + step) ? value + step : Number((value + step).toFixed(digits))
  }
  return values
}

const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

function checkboxRule(question: QuestionJson): ValueRule {
  const known = new Set<unknown>(choicesOf(question.choices).map((choice) => choice.value))
  const min = numberOr(question.minSelectedChoices, 0)
  const max = numberOr(question.maxSelectedChoices, 0) || known.size
  return (value) => {
    if (!Array.isArray(value)) return WRONG
    if (new Set(value).size !== value.length || !value.every((item) => known.has(item))) return UNKNOWN
    if (value.length < min) return `Hãy chọn ít nhất ${min} mục.`
    return value.length > max ? `Hãy chọn nhiều nhất ${max} mục.` : null
  }
}

function matrixRule(question: QuestionJson): ValueRule {
  const columns = new Set<unknown>(choicesOf(question.columns).map((column) => column.value))
  const known = new Set(choicesOf(question.rows).map((row) => String(row.value)))
  const everyRow = question.eachRowRequired === true
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return WRONG
    const entries = Object.entries(value)
    if (!entries.every(([row, column]) => known.has(row) && columns.has(column))) return UNKNOWN
    return everyRow && entries.length < known.size ? 'Hãy trả lời đủ các dòng.' : null
  }
}

/** `min` and `max` hold for whatever reads as a number, as in survey-core; a number may also come spelt out, as it was typed. */
function textRule(question: QuestionJson): ValueRule {
  const limit = textLimitOf(question)
  const range = rangeRule(question)
  if (question.inputType === 'number') {
    return (value) => {
      const isNumber =
        typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && NUMBER.test(value)
      return isNumber ? range(value) : 'Hãy nhập một số.'
    }
  }
  const email = question.inputType === 'email'
  return (value) => {
    if (typeof value !== 'string') return WRONG
    if (value.length > limit) return `Câu trả lời dài quá ${limit} ký tự.`
    return email && !EMAIL.test(value) ? 'Thư điện tử chưa đúng.' : range(value)
  }
}

function rangeRule({ min, max }: QuestionJson): ValueRule {
  const [low, high] = [numberOr(min, Number.NEGATIVE_INFINITY), numberOr(max, Number.POSITIVE_INFINITY)]
  return (value) => {
    if (Number(value) < low) return `Số không được nhỏ hơn ${low}.`
    return Number(value) > high ? `Số không được lớn hơn ${high}.` : null
  }
}

/** How many characters a text or comment may have. */
export function textLimitOf(question: QuestionJson): number {
  const own = numberOr(question.maxLength, 0)
  return own > 0 ? own : TEXT_LIMIT
}
