/** The page of a campaign that takes answers: ties the screens, the device's store and the sender together. */
import type { PageData } from '../../server/respond/schemas.ts'
import { type AnswerForm, openForm } from './answering.ts'
import { renderDone, wireDone } from './done.ts'
import { keepOffline } from './keep-offline.ts'
import type { Kept, Store } from './kept.ts'
import { byId } from './page.ts'
import { isOpen, type Part, stateOf } from './parts.ts'
import { go, here, type Place, startPlaces } from './places.ts'
import { renderReview } from './review.ts'
import type { Outcome } from './send-response.ts'
import { createSender, randomPause } from './sending.ts'
import { renderSteps, sayWaiting } from './sending-screen.ts'
import { renderWelcome, wireWelcome } from './welcome.ts'
import { words } from './words.ts'

export type OpenPage = { data: PageData; token: string; store: Store; parts: Part[] }

export function openPage({ data, token, store, parts }: OpenPage): void {
  let active: Part | null = null
  const forms = new Map<number, AnswerForm>()

  const keep = async (part: Part, kept: Kept) => {
    part.kept = kept
    await store.put(part.key, kept).catch(() => {
      store.durable = false
    })
  }
  const formOf = (part: Part): AnswerForm => {
    const index = part.invitation.form!
    let form = forms.get(index)
    if (!form) {
      form = openForm(index, (answers) => {
        if (active && isOpen(active)) keep(active, { ...active.kept, answers })
      })
      forms.set(index, form)
    }
    if (active !== part) {
      active = part
      form.fill(part.kept.answers ?? {})
    }
    return form
  }

  const send = createSender({
    sendingOf: (part, onStep) => ({
      origin: '',
      token,
      invitation: { id: part.invitation.id, stratum: part.invitation.stratum, key: part.invitation.key! },
      read: async () => {
        if (store.durable) part.kept = await store.get(part.key)
        return part.kept
      },
      write: (kept) => keep(part, kept),
      loadSeal: () => import('./seal.ts'),
      pause: randomPause,
      onStep,
    }),
    onStep: (part, step) => isShown(part) && renderSteps(step),
    onOutcome: settle,
  })
  const isShown = (part: Part) => {
    const place = here()
    return place.view === 'sending' && place.part === part.index
  }

  async function settle(part: Part, outcome: Outcome): Promise<void> {
    const shown = isShown(part)
    const { queued: _, ...unqueued } = part.kept
    const leave = (place: Place) => shown && go(place, true)
    switch (outcome.kind) {
      case 'sent':
        part.kept = { receipt: outcome.receipt }
        leave({ view: 'done', part: part.index })
        break
      case 'waiting':
        if (shown) sayWaiting(outcome.why, store.durable)
        break
      case 'elsewhere':
        part.invitation.answered = true
        await keep(part, {})
        leave({ view: 'elsewhere', part: part.index })
        break
      case 'invalid':
        await keep(part, unqueued)
        part.problems = outcome.problems
        leave({ view: 'ask', part: part.index, screen: 0 })
        break
      case 'closed':
        leave({ view: 'stopped', part: part.index, why: words.closed, reload: true })
        break
      case 'notice-changed':
        await keep(part, { ...unqueued, consent: undefined })
        leave({ view: 'stopped', part: part.index, why: words.noticeChanged, reload: true })
        break
      default:
        await keep(part, unqueued)
        leave({ view: 'stopped', part: part.index, why: words.refused, reload: true })
    }
    if (here().view === 'welcome') renderWelcome(parts, data.notice)
  }

  const begin = async (part: Part) => {
    for (const each of parts.filter(isOpen)) await keep(each, { ...each.kept, consent: data.notice })
    const form = formOf(part)
    const missing = part.kept.answers ? firstUnfinished(form) : 0
    go({ view: 'ask', part: part.index, screen: missing })
    // Loaded while the person answers, so that sending has all it needs even without a network.
    import('./seal.ts').catch(() => {})
  }

  const render = (place: Place): HTMLElement => {
    if (place.view === 'welcome') return renderWelcome(parts, data.notice)
    const part = parts[place.part]!
    switch (place.view) {
      case 'ask':
        return renderAsk(part, place.screen)
      case 'review':
        renderBar(part, formOf(part), formOf(part).screens.length)
        renderReview(formOf(part), (screen) => go({ view: 'ask', part: part.index, screen }))
        byId('next').textContent = words.send
        return byId('review')
      case 'sending':
        renderSteps('sealing')
        send(part)
        return byId('sending')
      case 'done':
        return renderDone(part, parts.filter(isOpen))
      case 'elsewhere':
        byId('elsewhere-unit').textContent = words.done(part.invitation.unit)
        byId('elsewhere-back').hidden = parts.length < 2
        return byId('elsewhere')
      case 'stopped':
        byId('stopped-why').textContent = place.why
        byId('stopped-again').hidden = !place.reload
        return byId('stopped')
    }
  }

  const renderAsk = (part: Part, screen: number): HTMLElement => {
    const form = formOf(part)
    if (part.problems.length) {
      const problems = part.problems
      part.problems = []
      const wrong = form.showProblems(problems)
      if (wrong !== null && wrong !== screen)
        queueMicrotask(() => go({ view: 'ask', part: part.index, screen: wrong }, true))
    }
    form.element.hidden = false
    renderBar(part, form, screen)
    byId('next').textContent = screen === form.screens.length - 1 ? words.review : words.next
    return form.screens[screen]!
  }

  const renderBar = (part: Part, form: AnswerForm, screen: number) => {
    const count = form.screens.length
    const at = Math.min(screen + 1, count)
    byId('bar-title').textContent = data.title
    byId('bar-count').textContent = `${at}/${count}`
    byId('bar-count').setAttribute('aria-label', `Phần ${at} trên ${count}`)
    byId('bar-fill').style.width = `${(Math.min(screen, count) / count) * 100}%`
    byId('bar-unit').textContent = part.invitation.unit
  }

  const redirect = (place: Place): Place => {
    if (place.view === 'welcome') return parts.length === 1 ? (settledPlace(parts[0]!) ?? place) : place
    const part = parts[place.part]
    if (!part) return { view: 'welcome' }
    if (place.view === 'stopped') return place
    const settled = settledPlace(part)
    if (settled) return settled
    if (part.kept.consent !== data.notice || part.invitation.form === undefined) return { view: 'welcome' }
    return place.view === 'ask' || place.view === 'review' ? place : { view: 'welcome' }
  }

  byId('next').addEventListener('click', async () => {
    const place = here()
    if (place.view !== 'ask' && place.view !== 'review') return
    const part = parts[place.part]!
    const form = formOf(part)
    if (place.view === 'ask') {
      if (form.check(place.screen) !== null) return
      const last = place.screen === form.screens.length - 1
      go(last ? { view: 'review', part: part.index } : { ...place, screen: place.screen + 1 })
      return
    }
    const wrong = form.check()
    if (wrong !== null) return go({ view: 'ask', part: part.index, screen: wrong })
    await keep(part, { ...part.kept, answers: form.read(), queued: true })
    go({ view: 'sending', part: part.index }, true)
  })
  byId('back').addEventListener('click', () => history.back())
  byId('retry').addEventListener('click', () => {
    const place = here()
    if (place.view === 'sending') send(parts[place.part]!)
  })
  byId('elsewhere-back').addEventListener('click', () => go({ view: 'welcome' }))
  byId('stopped-again').addEventListener('click', () => location.reload())
  wireWelcome(parts, begin, (part) => go(settledPlace(part)!))
  wireDone({
    campaign: data.campaign,
    title: data.title,
    follow: begin,
    forget: async (part) => {
      await keep(part, {})
      part.invitation.answered = true
      go({ view: 'elsewhere', part: part.index }, true)
    },
  })
  startPlaces(render, redirect)
  for (const part of parts) if (stateOf(part) === 'queued') send(part)
  if (document.readyState === 'complete') keepOffline(data.assets)
  else addEventListener('load', () => keepOffline(data.assets))
}

/** Where a part that is no longer open belongs; null when it can still be answered. */
function settledPlace(part: Part): Place | null {
  switch (stateOf(part)) {
    case 'sent':
      return { view: 'done', part: part.index }
    case 'queued':
      return { view: 'sending', part: part.index }
    case 'elsewhere':
      return { view: 'elsewhere', part: part.index }
    default:
      return null
  }
}

/** The first screen that still lacks a required answer, else the last. */
function firstUnfinished(form: AnswerForm): number {
  const screen = form.screens.findIndex((_, i) => form.isUnfinished(i))
  return screen < 0 ? form.screens.length - 1 : screen
}
