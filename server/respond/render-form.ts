/** A plain questionnaire as one form: a screen a page, all but one hidden by the script. */
import { type Html, html } from './html.ts'
import type { Form, Screen } from './read-form.ts'
import { renderQuestion } from './render-question.ts'

/** A form's markup depends on nothing personal, and making it is most of the work of a page. */
const rendered = new WeakMap<Form, Map<string, Html>>()

/** `index` is the form's place on the page; several invitations with the same questionnaire share one form. */
export function renderForm(form: Form, index: number, quiet?: string): Html {
  const known = rendered.get(form) ?? new Map<string, Html>()
  rendered.set(form, known)
  const key = `${index} ${quiet}`
  const markup = known.get(key) ?? makeForm(form, index, quiet)
  known.set(key, markup)
  return markup
}

function makeForm(form: Form, index: number, quiet?: string): Html {
  return html`<form id="f${index}" hidden novalidate autocomplete="off">
    ${form.screens.map((screen, i) => renderScreen(screen, index, i === 0 ? form.description : '', quiet))}
  </form>`
}

function renderScreen(screen: Screen, form: number, opening: string, quiet?: string): Html {
  return html`<section class="screen" hidden>
    <h1 tabindex="-1">${screen.title || 'Câu hỏi'}</h1>
    ${opening && html`<p class="hint">${opening}</p>`}
    ${screen.description && html`<p class="hint">${screen.description}</p>`}
    ${screen.questions.map((question) => renderQuestion(question, form, quiet))}
  </section>`
}

/** About nine seconds a question (DESIGN: twenty in three minutes); never under a minute. */
export const minutesFor = (questions: number): number => Math.max(1, Math.round((questions * 9) / 60))
