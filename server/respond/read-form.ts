/**
 * A plain questionnaire (see campaigns/needs-rich-renderer.ts) as the screens and questions of the page. One SurveyJS page
 * is one screen. Pure.
 */
import type { Questionnaire } from '../campaigns/definition.ts'
import {
  type ChoiceJson,
  choicesOf,
  countQuestions,
  pagesOf,
  type QuestionJson,
  questionsOf,
  textOf,
} from '../campaigns/survey-questions.ts'

export type Choice = ChoiceJson
export type Question = {
  name: string
  title: string
  description: string
  required: boolean
  /** "4." before the title; empty when the questionnaire wants no numbers, and for text that asks nothing. */
  number: string
} & (
  | { kind: 'one'; choices: Choice[]; low: string; high: string }
  | { kind: 'many'; choices: Choice[]; min: number | null; max: number | null }
  | { kind: 'matrix'; columns: Choice[]; rows: Choice[]; every: boolean }
  | { kind: 'text'; input: string; maxLength: number; hint: string; min: string; max: string }
  | { kind: 'comment'; rows: number; maxLength: number; hint: string }
  | { kind: 'html'; markup: string }
)
export type Screen = { title: string; description: string; questions: Question[] }
export type Form = { title: string; description: string; screens: Screen[]; count: number }

/** What responses/validate-answers.ts takes when the author gives no limit. */
const TEXT_LIMIT = 5_000

/** Screens in order; pages without elements are left out. `count` is the number of questions that ask something. */
export function readForm(questionnaire: Questionnaire): Form {
  const locale = typeof questionnaire.locale === 'string' && questionnaire.locale ? questionnaire.locale : 'vi'
  const say = (text: unknown) => textOf(text, locale)
  const numbering = questionnaire.showQuestionNumbers ?? 'on'
  const all = questionsOf(questionnaire)
  let number = 0
  const screens = pagesOf(questionnaire).map((page, index): Screen => {
    if (numbering === 'onPage') number = 0
    const isRoot = page === questionnaire
    return {
      title: isRoot ? '' : say(page.title),
      description: isRoot ? '' : say(page.description),
      questions: all
        .filter((question) => question.page === index)
        .map((json) => {
          const asks = json.type !== 'html'
          if (asks) number++
          const label = asks && numbering !== 'off' && numbering !== false ? `${number}.` : ''
          return readQuestion(json, label, locale)
        }),
    }
  })
  return {
    title: say(questionnaire.title),
    description: say(questionnaire.description),
    screens: screens.filter(({ questions }) => questions.length > 0),
    count: countQuestions(questionnaire),
  }
}

function readQuestion(json: QuestionJson, number: string, locale: string): Question {
  const say = (text: unknown) => textOf(text, locale)
  const common = {
    name: json.name,
    title: say(json.title) || (json.type === 'html' ? '' : json.name),
    description: say(json.description),
    required: json.isRequired === true,
    number,
  }
  switch (json.type) {
    case 'radiogroup':
      return { ...common, kind: 'one', choices: choicesOf(json.choices, locale), low: '', high: '' }
    case 'rating':
      return {
        ...common,
        kind: 'one',
        choices: rateChoices(json, locale),
        low: say(json.minRateDescription),
        high: say(json.maxRateDescription),
      }
    case 'boolean':
      return { ...common, kind: 'one', choices: booleanChoices(json, say), low: '', high: '' }
    case 'checkbox':
      return {
        ...common,
        kind: 'many',
        choices: choicesOf(json.choices, locale),
        min: positive(json.minSelectedChoices),
        max: positive(json.maxSelectedChoices),
      }
    case 'matrix':
      return {
        ...common,
        kind: 'matrix',
        columns: choicesOf(json.columns, locale),
        rows: choicesOf(json.rows, locale),
        every: json.eachRowRequired === true,
      }
    case 'comment':
      return {
        ...common,
        kind: 'comment',
        rows: positive(json.rows) ?? 4,
        maxLength: positive(json.maxLength) ?? TEXT_LIMIT,
        hint: say(json.placeholder),
      }
    case 'html':
      return { ...common, kind: 'html', markup: say(json.html) }
    default:
      return {
        ...common,
        kind: 'text',
        input: typeof json.inputType === 'string' ? json.inputType : 'text',
        maxLength: positive(json.maxLength) ?? TEXT_LIMIT,
        hint: say(json.placeholder),
        min: limit(json.min),
        max: limit(json.max),
      }
  }
}

/** rateValues, else rateMin…rateMax by rateStep (SurveyJS defaults 1, 5, 1). */
function rateChoices(json: QuestionJson, locale: string): Choice[] {
  const given = choicesOf(json.rateValues, locale)
  if (given.length) return given
  const [min, max, step] = [number(json.rateMin, 1), number(json.rateMax, 5), number(json.rateStep, 1)]
  const count = step > 0 && max >= min ? Math.min(Math.floor((max - min) / step) + 1, 21) : 0
  return Array.from({ length: count }, (_, i) => ({ value: min + i * step, text: String(min + i * step) }))
}

function booleanChoices(json: QuestionJson, say: (text: unknown) => string): Choice[] {
  const value = (given: unknown, usual: boolean) =>
    typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? given : usual
  return [
    { value: value(json.valueTrue, true), text: say(json.labelTrue) || 'Có' },
    { value: value(json.valueFalse, false), text: say(json.labelFalse) || 'Không' },
  ]
}

const number = (given: unknown, usual: number) => (typeof given === 'number' ? given : usual)
const positive = (given: unknown) => (typeof given === 'number' && given > 0 ? given : null)
const limit = (given: unknown) => (typeof given === 'number' || typeof given === 'string' ? String(given) : '')
