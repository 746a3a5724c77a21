/** After a choice by touch: a gentle scroll to the next question of the screen without an answer, if it is not in view. */
import { fieldsOf, readField } from './form-answers.ts'
import { calm } from './page.ts'

/** A change this soon after a touch was made by it; a change by arrow keys must not scroll the page away. */
const TOUCH_MS = 800

export function moveOn(form: HTMLElement): void {
  let touched = Number.NEGATIVE_INFINITY
  form.addEventListener('pointerup', () => {
    touched = performance.now()
  })
  form.addEventListener('keydown', () => {
    touched = Number.NEGATIVE_INFINITY
  })
  form.addEventListener('change', (event) => {
    const box = event.target as HTMLElement
    if (performance.now() - touched > TOUCH_MS || !box.matches('[type=radio]')) return
    followingOf(box)?.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' })
  })
}

/** The next matrix row, else the next question, that is still empty. */
function followingOf(box: HTMLElement): HTMLElement | undefined {
  const field = box.closest<HTMLElement>('[data-q]')!
  const rows = Array.from(field.querySelectorAll<HTMLElement>('[data-row]'))
  const row = rows.indexOf(box.closest<HTMLElement>('[data-row]')!)
  const fields = fieldsOf(box.closest('.screen')!)
  return (
    rows.slice(row + 1).find((other) => !other.querySelector(':checked')) ??
    fields.slice(fields.indexOf(field) + 1).find((other) => readField(other) === undefined)
  )
}
