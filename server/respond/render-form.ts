/** A plain questionnaire as one form: a screen a page, all but one hidden by the script. */
import type { Questionnaire } from '../campaigns/definition.ts'
import { type Html, html } from './html.ts'
import { type Form, readForm, type Screen } from './read-form.ts'
import { renderQuestion } from './render-question.ts'

/** `index` is the form's place on the page; several invitations with the same questionnaire share one form. */
export function renderForm(form: Form, index: number, quiet?: string): Html {
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

/** About nine seconds a question, as measured for single choices; never under a minute. */
export const minutesFor = (questions: number): number => Math.max(1, Math.round((questions * 9) / 60))

/** Heading facts of a questionnaire, plain or not. */
export function formFacts(questionnaire: Questionnaire): { title: string; count: number } {
  const { title, count } = readForm(questionnaire)
  return { title, count }
}
