/** What was answered and what was not, domain by domain, before anything is sent. */
import type { AnswerForm, SummaryLine } from './answer-form.ts'
import { byId, make } from './page.ts'
import { words } from './words.ts'

type Summary = ReturnType<AnswerForm['summary']>

export function renderReview(summary: Summary, change: (screen: number) => void): void {
  const lines = summary.flatMap((screen) => screen.lines)
  const left = lines.filter(({ answer }) => !answer)
  const done = lines.length - left.length
  byId('review-lead').textContent = left.length ? words.partly(done, lines.length) : words.complete(done)
  byId('review-left').hidden = left.length === 0
  byId('review-left').textContent = words.left(left.map(({ question }) => question))
  byId('review-list').replaceChildren(
    ...summary.flatMap(({ title, lines }, screen) =>
      lines.length ? [renderScreen(title, lines, () => change(screen))] : [],
    ),
  )
}

function renderScreen(title: string, lines: SummaryLine[], change: () => void): HTMLElement {
  const button = make('button', words.change, {
    type: 'button',
    class: 'plain',
    'aria-label': `${words.change}: ${title}`,
  })
  button.addEventListener('click', change)
  const list = make('dl')
  for (const { question, answer, required } of lines) {
    const missing = required
      ? make('dd', words.missing, { class: 'lack' })
      : make('dd', words.optional, { class: 'hint' })
    list.append(make('dt', question), answer ? make('dd', answer) : missing)
  }
  const item = make('li')
  item.append(make('h2', title), button, list)
  return item
}
