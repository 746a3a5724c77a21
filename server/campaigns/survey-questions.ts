/**
 * Reading a questionnaire's SurveyJS JSON without survey-core: which questions it holds, in which order and on which page,
 * and which of them score. Pure, so that scoring, the respondent's page and the validator share one reading.
 */
import type { Block, Criterion, Group, Questionnaire } from './definition.ts'

type Json = Record<string, unknown>

/** A question as authored, plus the number of its page (0-based; panels are flattened into their page). */
export type QuestionJson = Json & { type: string; name: string; page: number }

/** A choice, column, row or rate value; `value` is what an answer holds. */
export type ChoiceJson = { value: string | number | boolean; text: string }

/** Every question in reading order. Entries that are not an object with a type and a name are left out (survey-core names them). */
export function questionsOf(questionnaire: Questionnaire): QuestionJson[] {
  return pagesOf(questionnaire).flatMap((page, index) =>
    elementsOf(page).map((element) => ({ ...element, page: index })),
  )
}

/** How many questions ask something; what is only read asks nothing. */
export const countQuestions = (questionnaire: Questionnaire): number =>
  questionsOf(questionnaire).filter(({ type }) => type !== 'html').length

/** The pages as authored; a questionnaire without pages is one page. */
export function pagesOf(questionnaire: Questionnaire): Json[] {
  return Array.isArray(questionnaire.pages) ? questionnaire.pages.filter(isJson) : [questionnaire]
}

function elementsOf(container: Json): (Json & { type: string; name: string })[] {
  const elements = container.elements ?? container.questions
  if (!Array.isArray(elements)) return []
  return elements.filter(isJson).flatMap((element) => {
    if (element.type === 'panel') return elementsOf(element)
    return isQuestion(element) ? [element] : []
  })
}

/** SurveyJS text: a string, or one string per language with `default`; empty when there is none. */
export function textOf(text: unknown, locale = 'vi'): string {
  if (typeof text === 'string') return text
  if (!isJson(text)) return ''
  const found = text[locale] ?? text.default
  return typeof found === 'string' ? found : ''
}

/** SurveyJS items: bare values, "value|text" strings or {value, text}; without a text the value is shown. */
export function choicesOf(items: unknown, locale = 'vi'): ChoiceJson[] {
  if (!Array.isArray(items)) return []
  return items.flatMap((item) => {
    const value = isJson(item) ? item.value : item
    if (typeof value === 'string' && !isJson(item) && value.includes('|')) {
      const [code = '', ...rest] = value.split('|')
      return [{ value: code, text: rest.join('|') }]
    }
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return []
    return [{ value, text: (isJson(item) && textOf(item.text, locale)) || String(value) }]
  })
}

/** Question name → the criterion it scores. */
export function scoredQuestions(block: Block): Map<string, Criterion> {
  return new Map(block.criteria.flatMap((criterion) => (criterion.question ? [[criterion.question, criterion]] : [])))
}

/** A question as the first group sees it that is asked, and everybody who is, in the block's order. */
export type AskedQuestion = { question: QuestionJson; groups: Group[] }

/** Question name → how it is asked, of all questions that some group sees. */
export function askedQuestions({ groups, questionnaires }: Block): Map<string, AskedQuestion> {
  const asked = new Map<string, AskedQuestion>()
  for (const group of groups)
    for (const question of questionsOf(questionnaires[group.questionnaire] ?? {})) {
      const known = asked.get(question.name)
      if (!known) asked.set(question.name, { question, groups: [group] })
      else if (known.groups.at(-1) !== group) known.groups.push(group)
    }
  return asked
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isQuestion(element: Json): element is Json & { type: string; name: string } {
  return typeof element.type === 'string' && typeof element.name === 'string' && element.name !== ''
}
