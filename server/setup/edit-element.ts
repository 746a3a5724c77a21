/** SurveyJS elements as the table edits them. Pure. */
import type { Definition } from '../campaigns/definition.ts'
import { textOf } from '../campaigns/survey-questions.ts'
import type { MeantRow } from './judge-table-rows.ts'

export type Element = Record<string, unknown>
type Question = Element & { name: string }

export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isQuestion = (element: Element): element is Question =>
  typeof element.type === 'string' && typeof element.name === 'string' && element.name !== ''

/** Each question through `edit`, within panels too; null takes it out, and with the last one its panel. */
export function mapQuestions(elements: unknown[], edit: (question: Question) => Element | null): unknown[] {
  return elements.flatMap((element) => {
    if (!isElement(element)) return [element]
    if (element.type === 'panel') {
      const key = element.elements === undefined && element.questions !== undefined ? 'questions' : 'elements'
      const inner = element[key]
      if (!Array.isArray(inner)) return [element]
      const mapped = mapQuestions(inner, edit)
      return mapped.length === 0 && inner.length > 0 ? [] : [{ ...element, [key]: mapped }]
    }
    if (!isQuestion(element)) return [element]
    const edited = edit(element)
    return edited === null ? [] : [edited]
  })
}

/** Names of all questions among `elements` and within their panels. */
export function namesIn(elements: unknown[]): Set<string> {
  const names = new Set<string>()
  mapQuestions(elements, (question) => {
    names.add(question.name)
    return question
  })
  return names
}

/** The question with what the row says differently from before; the same object where that is nothing. `levels`: the answers of one that scores from now on. */
export function editElement(element: Element, { row, was }: MeantRow, levels: Element[]): Element {
  let edited = element
  if (row.kind === 'levels' && was?.kind !== 'levels') edited = { ...edited, choices: levels }
  const textKey = element.type === 'html' ? 'html' : 'title'
  if (!was || row.title !== was.title) edited = withText(edited, textKey, row.title)
  if (!was || row.description !== was.description) edited = withText(edited, 'description', row.description)
  if (!was || row.required !== was.required) {
    const { isRequired: _, ...rest } = edited
    edited = row.required ? { ...rest, isRequired: true } : rest
  }
  return edited
}

/** Keeps the texts of other languages; an empty text is left out. */
function withText(element: Element, key: string, text: string): Element {
  const known = element[key]
  if (textOf(known) === text) return element
  if (isElement(known))
    return { ...element, [key]: { ...known, [typeof known.vi === 'string' ? 'vi' : 'default']: text } }
  const { [key]: _, ...rest } = element
  return text === '' ? rest : { ...rest, [key]: text }
}

/** The answers that a scored question offers. */
export const levelChoices = ({ levels, noOpinion }: Pick<Definition, 'levels' | 'noOpinion'>): Element[] =>
  [...levels, noOpinion].map(({ value, name }) => ({ value, text: name }))

/** A question made in the table. */
export function newElement(meant: MeantRow, levels: Element[]): Element {
  const { kind, question: name } = meant.row
  return editElement({ type: kind === 'levels' ? 'radiogroup' : kind, name }, { ...meant, was: undefined }, levels)
}
