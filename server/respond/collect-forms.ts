/** Which questionnaires a page holds: invitations with the same questionnaire share one form. */
import type { Questionnaire } from '../campaigns/definition.ts'
import { needsRichRenderer } from '../campaigns/needs-rich-renderer.ts'
import type { LinkView } from '../credential/schemas.ts'
import { type Form, readForm } from './read-form.ts'

export type PageForm = { questionnaire: Questionnaire; form: Form; rich: boolean }

/** The distinct forms, and for each invitation the index of its own, or null when it has none (closed, draft). */
export function collectForms(invitations: LinkView['invitations']): { forms: PageForm[]; formOf: (number | null)[] } {
  const forms: PageForm[] = []
  const seen = new Map<string, number>()
  const formOf = invitations.map(({ questionnaire }) => {
    if (!questionnaire) return null
    const key = JSON.stringify(questionnaire)
    const known = seen.get(key)
    if (known !== undefined) return known
    const rich = needsRichRenderer(questionnaire)
    forms.push({ questionnaire, form: readForm(questionnaire), rich })
    seen.set(key, forms.length - 1)
    return forms.length - 1
  })
  return { forms, formOf }
}
