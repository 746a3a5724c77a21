/**
 * Whether the small HTML page can show a questionnaire, or survey-react-ui must be loaded (DESIGN "The respondent's page").
 * An allow list: a property this list does not know might change what is asked or accepted, so it means rich.
 */
import type { Questionnaire } from './definition.ts'
import { pagesOf, questionsOf } from './survey-questions.ts'

const common = ['type', 'name', 'page', 'title', 'description', 'isRequired', 'requiredErrorText']

/** Question types that the HTML page shows, with the properties that it honours. */
export const plainProperties: Record<string, ReadonlySet<string>> = {
  radiogroup: new Set([...common, 'choices', 'colCount']),
  checkbox: new Set([...common, 'choices', 'colCount', 'minSelectedChoices', 'maxSelectedChoices']),
  rating: new Set([
    ...common,
    ...['rateMin', 'rateMax', 'rateStep', 'rateValues', 'minRateDescription', 'maxRateDescription'],
  ]),
  boolean: new Set([...common, 'labelTrue', 'labelFalse', 'valueTrue', 'valueFalse']),
  matrix: new Set([...common, 'columns', 'rows', 'eachRowRequired']),
  text: new Set([...common, 'inputType', 'maxLength', 'placeholder', 'min', 'max']),
  comment: new Set([...common, 'rows', 'maxLength', 'placeholder']),
  html: new Set([...common, 'html']),
}

const plainSurvey = new Set(['title', 'description', 'locale', 'pages', 'elements', 'questions', 'showQuestionNumbers'])
const plainPage = new Set(['name', 'title', 'description', 'elements', 'questions'])
const plainItem = new Set(['value', 'text'])
const plainInputs = new Set(['text', 'number', 'email', 'tel'])
const piping = /\{[^{}]+\}/

/** True when the questionnaire uses anything beyond the plain types and properties, expressions and text piping included. */
export function needsRichRenderer(questionnaire: Questionnaire): boolean {
  const pages = pagesOf(questionnaire)
  if (!within(questionnaire, plainSurvey) || stringsOf(questionnaire).some((text) => piping.test(text))) return true
  if (Array.isArray(questionnaire.pages) && pages.some((page) => !within(page, plainPage))) return true
  if (pages.some(hasPanel)) return true
  return questionsOf(questionnaire).some((question) => {
    const known = plainProperties[question.type]
    if (!known || !within(question, known)) return true
    if (question.inputType !== undefined && !plainInputs.has(String(question.inputType))) return true
    if ([question.min, question.max].some((limit) => limit !== undefined && typeof limit !== 'number')) return true
    return [question.choices, question.rateValues, question.columns, question.rows].some(hasRichItems)
  })
}

function within(json: Record<string, unknown>, known: ReadonlySet<string>): boolean {
  return Object.keys(json).every((key) => known.has(key))
}

function hasPanel(page: Record<string, unknown>): boolean {
  const elements = page.elements ?? page.questions
  return Array.isArray(elements) && elements.some((element) => element?.type === 'panel')
}

function hasRichItems(items: unknown): boolean {
  if (!Array.isArray(items)) return false // a comment's `rows` is a number
  return items.some((item) =>
    typeof item === 'object' ? item === null || !within(item, plainItem) : /\|/.test(`${item}`),
  )
}

/** Every string inside, since SurveyJS replaces {names} in most of them. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : []
}
