/** The question screens of a plain form: drafts kept as they are made, the eye moved on, nothing passed over unsaid. */
import {
  fieldsOf,
  fillAnswers,
  focusField,
  nameOf,
  problemOf,
  readAnswers,
  readField,
  showProblem,
} from './form-answers.ts'
import type { Answers } from './kept.ts'
import { byId, calm } from './page.ts'

export type AnswerForm = {
  element: HTMLElement
  screens: HTMLElement[]
  fill(answers: Answers): void
  read(): Answers
  /** Whether a screen lacks something, without saying so. */
  isUnfinished(screen: number): boolean
  /** Names what is wrong on one screen, or on the whole form; focuses the first. Returns the screen it is on, or null. */
  check(screen?: number): number | null
  /** Shows problems that the server found; returns the screen of the first. */
  showProblems(problems: { question: string; problem: string }[]): number | null
}

const DRAFT_DELAY_MS = 300
/** A change this soon after a touch was made by it; a change by arrow keys must not scroll the page away. */
const TOUCH_MS = 800

export function openForm(index: number, onDraft: (answers: Answers) => void): AnswerForm {
  const form = byId<HTMLFormElement>(`f${index}`)
  const screens = Array.from(form.querySelectorAll<HTMLElement>('.screen'))
  let touched = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    timer = undefined
    onDraft(readAnswers(form))
  }
  form.addEventListener('pointerup', () => {
    touched = performance.now()
  })
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(keep, DRAFT_DELAY_MS)
  })
  form.addEventListener('change', (event) => {
    const box = event.target as HTMLElement
    const field = box.closest<HTMLElement>('[data-q]')!
    keep()
    if (field.classList.contains('bad')) showProblem(field, problemOf(field))
    if (performance.now() - touched < TOUCH_MS && box.matches('[type=radio]')) moveOn(box, field)
  })
  addEventListener('pagehide', () => timer && keep())
  document.addEventListener('visibilitychange', () => document.hidden && timer && keep())

  const showAll = (problems: Map<string, string>, part: ParentNode) => {
    let first: HTMLElement | null = null
    for (const field of fieldsOf(part)) {
      const problem = problems.get(nameOf(field))
      showProblem(field, problem)
      if (problem) first ??= field
    }
    return first as HTMLElement | null
  }
  const report = (first: HTMLElement | null) => {
    if (!first) return null
    // After the screen is shown: a hidden control takes no focus.
    requestAnimationFrame(() => focusField(first))
    return screens.findIndex((screen) => screen.contains(first))
  }
  return {
    element: form,
    screens,
    fill: (answers) => {
      fillAnswers(form, answers)
      for (const field of fieldsOf(form)) showProblem(field, undefined)
    },
    read: () => readAnswers(form),
    isUnfinished: (screen) => fieldsOf(screens[screen]!).some((field) => problemOf(field) !== undefined),
    check(screen) {
      const part = screen === undefined ? form : screens[screen]!
      const problems = fieldsOf(part).flatMap((field) => {
        const problem = problemOf(field)
        return problem ? [[nameOf(field), problem] as const] : []
      })
      return report(showAll(new Map(problems), part))
    },
    showProblems: (problems) =>
      report(showAll(new Map(problems.map(({ question, problem }) => [question, problem])), form)),
  }
}

/** A gentle scroll to the next question (or matrix row) of this screen without an answer, if it is not in view already. */
function moveOn(box: HTMLElement, field: HTMLElement): void {
  const row = box.closest<HTMLElement>('[data-row]')
  const rows = row ? Array.from(field.querySelectorAll<HTMLElement>('[data-row]')) : []
  const fields = fieldsOf(field.closest('.screen')!)
  const following = [
    ...rows.slice(rows.indexOf(row!) + 1).filter((other) => !other.querySelector(':checked')),
    ...fields.slice(fields.indexOf(field) + 1).filter((other) => readField(other) === undefined),
  ]
  following[0]?.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' })
}
