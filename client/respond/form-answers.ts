/** Reads, fills and checks the forms that server/respond/render-question.ts renders; its attributes are explained there. */
import type { Answers } from './kept.ts'
import { words } from './words.ts'

export type Field = HTMLElement
type Box = HTMLInputElement | HTMLTextAreaElement

export const fieldsOf = (part: ParentNode): Field[] => Array.from(part.querySelectorAll<Field>('[data-q]'))

export const nameOf = (field: Field): string => field.dataset.q!

const boxesOf = (part: ParentNode): Box[] => Array.from(part.querySelectorAll<Box>('input,textarea'))

const rowsOf = (field: Field) => Array.from(field.querySelectorAll<HTMLElement>('[data-row]'))

/** A question's answer as SurveyJS would hold it; undefined when there is none. */
export function readField(field: Field): unknown {
  const value = (text: string) => (field.dataset.j === undefined ? text : JSON.parse(text))
  const chosen = (part: ParentNode) =>
    boxesOf(part)
      .filter((box) => (box as HTMLInputElement).checked)
      .map((box) => value(box.value))
  switch (field.dataset.k) {
    case 'one':
      return chosen(field)[0]
    case 'many':
      return orNothing(chosen(field))
    case 'matrix':
      return orNothing(
        Object.fromEntries(rowsOf(field).flatMap((row) => chosen(row).map((answer) => [row.dataset.row, answer]))),
      )
    default: {
      const text = boxesOf(field)[0]!.value.trim()
      if (!text) return undefined
      return field.dataset.k === 'number' ? Number(text) : text
    }
  }
}

const orNothing = (answer: object) => (Object.keys(answer).length ? answer : undefined)

export function readAnswers(form: ParentNode): Answers {
  return Object.fromEntries(
    fieldsOf(form)
      .map((field) => [nameOf(field), readField(field)] as const)
      .filter(([, answer]) => answer !== undefined),
  )
}

/** Puts a draft back; what no longer fits is ignored. */
export function fillAnswers(form: HTMLFormElement, answers: Answers): void {
  form.reset()
  for (const field of fieldsOf(form)) {
    const answer = answers[nameOf(field)]
    const text = (value: unknown) => (field.dataset.j === undefined ? String(value) : JSON.stringify(value))
    const choose = (part: ParentNode, values: unknown[]) => {
      const wanted = new Set(values.map(text))
      for (const box of boxesOf(part)) (box as HTMLInputElement).checked = wanted.has(box.value)
    }
    if (answer === undefined) continue
    if (field.dataset.k === 'one') choose(field, [answer])
    else if (field.dataset.k === 'many') choose(field, Array.isArray(answer) ? answer : [])
    else if (field.dataset.k === 'matrix') {
      for (const row of rowsOf(field)) {
        const own = (answer as Record<string, unknown>)[row.dataset.row!]
        if (own !== undefined) choose(row, [own])
      }
    } else boxesOf(field)[0]!.value = String(answer)
  }
}

/** What is wrong with a question as it stands, in words, or nothing. */
export function problemOf(field: Field): string | undefined {
  const { k, r, min, max, every } = field.dataset
  const answer = readField(field)
  const required = r !== undefined
  if (k === 'matrix') {
    const filled = answer ? Object.keys(answer).length : 0
    if (every !== undefined && (required || filled) && filled < rowsOf(field).length) return words.missingRows
  }
  if (answer === undefined) {
    if (!required) return undefined
    return k === 'one'
      ? words.missingOne
      : k === 'many'
        ? words.missingMany
        : k === 'matrix'
          ? words.missingRows
          : words.missingText
  }
  if (k === 'many') {
    const count = (answer as unknown[]).length
    if (min && count < Number(min)) return words.tooFew(Number(min))
    if (max && count > Number(max)) return words.tooMany(Number(max))
  }
  if ((k === 'text' || k === 'number') && !boxesOf(field)[0]!.checkValidity()) return words.notFitting
  return undefined
}

/** Shows (or clears) the line under a question and tells assistive technology which controls it is about. */
export function showProblem(field: Field, problem: string | undefined): void {
  const line = field.querySelector<HTMLElement>(':scope > .wrong')!
  line.textContent = problem ?? ''
  field.classList.toggle('bad', !!problem)
  for (const box of boxesOf(field)) {
    if (problem) box.setAttribute('aria-invalid', 'true')
    else box.removeAttribute('aria-invalid')
  }
}

/** Focus on the question's first control (the chosen one of a group). */
export function focusField(field: Field): void {
  const boxes = boxesOf(field)
  const box = boxes.find((candidate) => (candidate as HTMLInputElement).checked) ?? boxes[0]
  box?.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'center', behavior: 'auto' })
}

/** The chosen words, for the review. */
export function spokenAnswer(field: Field): string {
  const boxes = boxesOf(field)
  if (field.dataset.k === 'text' || field.dataset.k === 'number') return boxes[0]!.value.trim()
  return boxes
    .filter((box) => (box as HTMLInputElement).checked)
    .map((box) => {
      const label = box.parentElement!.textContent!.trim()
      const row = box.closest<HTMLElement>('[data-row]')
      return row ? `${row.querySelector('legend')!.textContent}: ${label}` : label
    })
    .join('; ')
}

/** The question's words without its "(không bắt buộc)". */
export function questionOf(field: Field): string {
  const label = field.querySelector('legend,.ask')!.cloneNode(true) as HTMLElement
  label.querySelector('small')?.remove()
  return label.textContent!.trim()
}
