/** A form as the server rendered it: drafts kept as they are made, the eye moved on, nothing passed over unsaid. */
import type { AnswerForm } from './answer-form.ts'
import {
  fieldsOf,
  fillAnswers,
  focusField,
  nameOf,
  problemOf,
  questionOf,
  readAnswers,
  readField,
  showProblem,
  spokenAnswer,
} from './form-answers.ts'
import type { Answers } from './kept.ts'
import { moveOn } from './move-on.ts'
import { byId } from './page.ts'

export function openPlainForm(index: number, onDraft: (answers: Answers) => Promise<void>): AnswerForm {
  const form = byId<HTMLFormElement>(`f${index}`)
  const screens = Array.from(form.querySelectorAll<HTMLElement>('.screen'))
  keepDrafts(form, () => onDraft(readAnswers(form)))
  moveOn(form)
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('change', (event) => {
    const field = (event.target as HTMLElement).closest<HTMLElement>('[data-q]')!
    if (field.classList.contains('bad')) showProblem(field, problemOf(field))
  })

  const show = (fields: HTMLElement[], problem: (field: HTMLElement) => string | undefined) => {
    for (const field of fields) showProblem(field, problem(field))
    return fields.find((field) => field.classList.contains('bad'))
  }
  const screenOf = (field: HTMLElement | undefined) =>
    Math.max(
      0,
      screens.findIndex((screen) => screen.contains(field ?? null)),
    )
  return {
    count: () => screens.length,
    show(screen) {
      form.hidden = false
      return screens[screen]!
    },
    fill(answers) {
      fillAnswers(form, answers)
      show(fieldsOf(form), () => undefined)
    },
    read: () => readAnswers(form),
    unfinished(screen) {
      const wrong = fieldsOf(screen === undefined ? form : screens[screen]!).find(problemOf)
      return wrong ? screenOf(wrong) : null
    },
    point(screen) {
      const first = show(fieldsOf(screens[screen]!), problemOf)
      if (first) focusField(first)
    },
    showProblems(problems) {
      const words = new Map(problems.map(({ question, problem }) => [question, problem]))
      const first = show(fieldsOf(form), (field) => words.get(nameOf(field)))
      // After the screen is shown: a hidden control takes no focus.
      if (first) requestAnimationFrame(() => focusField(first))
      return screenOf(first)
    },
    summary: () =>
      screens.map((screen) => ({
        title: screen.querySelector('h1')!.textContent!,
        lines: fieldsOf(screen).map((field) => ({
          question: questionOf(field),
          answer: readField(field) === undefined ? '' : spokenAnswer(field),
          required: field.dataset.r !== undefined,
        })),
      })),
  }
}

/** At every choice and keystroke; what changes while one draft is being written goes into the next. */
function keepDrafts(form: HTMLElement, keep: () => Promise<void>): void {
  let writing = false
  let changed = false
  form.addEventListener('input', async () => {
    changed = true
    if (writing) return
    writing = true
    while (changed) {
      changed = false
      await keep()
    }
    writing = false
  })
}
