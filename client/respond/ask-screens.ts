/** The question screens and the review of one part at a time, with the bar that says how far along one is. */
import type { AnswerForm } from './answer-form.ts'
import type { Answers } from './kept.ts'
import { byId } from './page.ts'
import { isOpen, type Part } from './parts.ts'
import { openPlainForm } from './plain-form.ts'
import { renderReview } from './review.ts'
import type { Session } from './session.ts'
import { words } from './words.ts'

export type AskScreens = {
  /** Must be awaited once before the others are used for a part: a rich form loads its renderer. */
  open(part: Part): Promise<void>
  isReady(part: Part): boolean
  formOf(part: Part): AnswerForm
  ask(part: Part, screen: number, editing: boolean): HTMLElement
  review(part: Part, change: (screen: number) => void): HTMLElement
}

export function createAskScreens(session: Session): AskScreens {
  const forms = new Map<number, AnswerForm>()
  /** Invitations with the same questionnaire share a form; this is whose answers are in it. */
  const holder = new Map<AnswerForm, Part>()

  const onDraft = (index: number) => async (answers: Answers) => {
    const part = holder.get(forms.get(index)!)
    if (part && isOpen(part)) await session.keep(part, { ...part.kept, answers })
  }
  const formOf = (part: Part): AnswerForm => {
    const form = forms.get(part.invitation.form!)!
    if (holder.get(form) !== part) {
      holder.set(form, part)
      form.fill(part.kept.answers ?? {})
    }
    return form
  }
  const bar = (part: Part, at: number, count: number) => {
    byId('bar-title').textContent = session.data.title
    byId('bar-count').textContent = `${at}/${count}`
    byId('bar-count').setAttribute('aria-label', words.progress(at, count))
    byId('bar-fill').style.width = `${(at / count) * 100}%`
    byId('bar-unit').textContent = part.invitation.unit
  }

  return {
    isReady: (part) => forms.has(part.invitation.form!),
    formOf,
    async open(part) {
      const index = part.invitation.form!
      if (forms.has(index)) return
      const questionnaire = session.data.forms[index]
      const form = questionnaire
        ? (await import('./rich-form.tsx')).openRichForm(byId(`f${index}`), questionnaire, onDraft(index))
        : openPlainForm(index, onDraft(index))
      forms.set(index, form)
    },
    ask(part, wanted, editing) {
      const form = formOf(part)
      const screen = Math.min(wanted, form.count() - 1)
      bar(part, screen + 1, form.count())
      byId('next').textContent = editing || screen === form.count() - 1 ? words.review : words.next
      return form.show(screen)
    },
    review(part, change) {
      const form = formOf(part)
      bar(part, form.count(), form.count())
      renderReview(form.summary(), change)
      byId('next').textContent = words.send
      return byId('review')
    },
  }
}
