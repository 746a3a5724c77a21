/** What was answered and what was not, domain by domain, before anything is sent. */
import type { AnswerForm } from './answering.ts'
import { fieldsOf, readField, spokenAnswer } from './form-answers.ts'
import { byId, make } from './page.ts'
import { words } from './words.ts'

export function renderReview(form: AnswerForm, open: (screen: number) => void): void {
  const fields = fieldsOf(form.element)
  const done = fields.filter((field) => readField(field) !== undefined).length
  byId('review-lead').textContent = done === fields.length ? words.complete(done) : words.partly(done, fields.length)
  byId('review-list').replaceChildren(
    ...form.screens.filter((screen) => fieldsOf(screen).length > 0).map((screen) => renderScreen(screen, form, open)),
  )
}

function renderScreen(screen: HTMLElement, form: AnswerForm, open: (screen: number) => void): HTMLElement {
  const title = screen.querySelector('h2')!.textContent!
  const change = make('button', words.change, {
    type: 'button',
    class: 'plain',
    'aria-label': `${words.change}: ${title}`,
  })
  change.addEventListener('click', () => open(form.screens.indexOf(screen)))
  const head = make('h3', title)
  const list = make('dl')
  for (const field of fieldsOf(screen)) {
    const answer = spokenAnswer(field)
    const missing = field.dataset.r === undefined ? words.optional : words.missing
    list.append(
      make('dt', questionOf(field)),
      make('dd', answer || missing, answer ? {} : { class: field.dataset.r === undefined ? 'hint' : 'lack' }),
    )
  }
  const item = make('li')
  item.append(head, change, list)
  return item
}

/** The question without its "(không bắt buộc)". */
function questionOf(field: HTMLElement): string {
  const label = field.querySelector('legend,.ask')!.cloneNode(true) as HTMLElement
  label.querySelector('small')?.remove()
  return label.textContent!.trim()
}
