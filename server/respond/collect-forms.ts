/** Which questionnaires a page holds: invitations with the same questionnaire share one form. */
import type { Questionnaire } from '../campaigns/definition.ts'
import { needsRichRenderer } from '../campaigns/needs-rich-renderer.ts'
import type { LinkView } from '../credential/schemas.ts'
import { type Form, readForm } from './read-form.ts'

/** `text` is the questionnaire's JSON: two with the same text are the same form. */
export type PageForm = { questionnaire: Questionnaire; text: string; form: Form; rich: boolean }

/** Definitions of open campaigns are kept by read-link.ts, so one questionnaire is the same object on every request. */
const known = new WeakMap<Questionnaire, PageForm>()

/** The distinct forms, and for each invitation the index of its own, or null when it has none (closed, draft). */
export function collectForms(invitations: LinkView['invitations']): { forms: PageForm[]; formOf: (number | null)[] } {
  const forms: PageForm[] = []
  const formOf = invitations.map(({ questionnaire }) => {
    if (!questionnaire) return null
    const own = pageFormOf(questionnaire)
    const index = forms.findIndex(({ text }) => text === own.text)
    return index >= 0 ? index : forms.push(own) - 1
  })
  return { forms, formOf }
}

function pageFormOf(questionnaire: Questionnaire): PageForm {
  let own = known.get(questionnaire)
  if (!own) {
    const text = JSON.stringify(questionnaire)
    own = { questionnaire, text, form: readForm(questionnaire), rich: needsRichRenderer(questionnaire) }
    known.set(questionnaire, own)
  }
  return own
}
