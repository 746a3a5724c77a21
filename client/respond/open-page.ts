/** The page of a campaign that takes answers: which place shows what, and where each button leads. */
import { createAskScreens } from './ask-screens.ts'
import { renderDone, wireDone } from './done.ts'
import { loadSeal } from './load-seal.ts'
import { byId } from './page.ts'
import { isOpen, type Part, settledPlace, stateOf } from './parts.ts'
import { askedFor, go, goBack, here, type Place, startPlaces } from './places.ts'
import { createSender } from './sending.ts'
import { renderSteps, sayWaiting } from './sending-screen.ts'
import type { Session } from './session.ts'
import { settleOutcome } from './settle-outcome.ts'
import { tellStart } from './tell-start.ts'
import { renderWelcome, sayNotLoaded, wireWelcome } from './welcome.ts'
import { words } from './words.ts'

export async function openPage(session: Session): Promise<void> {
  const { data, parts, token, keep } = session
  const asking = createAskScreens(session)
  const isShown = (part: Part) => {
    const place = here()
    return place.view === 'sending' && place.part === part.index
  }
  const send = createSender(session, {
    onStep: (part, step) => isShown(part) && renderSteps(step),
    async onOutcome(part, outcome) {
      const place = await settleOutcome(session, part, outcome)
      if (outcome.kind === 'waiting' && isShown(part)) sayWaiting(outcome.why, session.store.durable, parts.length > 1)
      if (place && isShown(part)) {
        if (place.view === 'ask') await asking.open(part)
        go(place, true)
      } else if (here().view === 'welcome') renderWelcome(parts, data.notice)
    },
  })

  const begin = async (part: Part) => {
    if (!data.preview) tellStart(token, part.invitation.id)
    for (const each of parts.filter(isOpen)) await keep(each, { ...each.kept, consent: data.notice })
    try {
      await asking.open(part)
    } catch {
      return sayNotLoaded()
    }
    const form = asking.formOf(part)
    go({ view: 'ask', part: part.index, screen: part.kept.answers ? (form.unfinished() ?? form.count() - 1) : 0 })
    // Loaded while the person answers, so that sending has all it needs even without a network.
    if (!data.preview) loadSeal().catch(() => {})
  }

  const show = (place: Place): HTMLElement => {
    if (place.view === 'welcome') return renderWelcome(parts, data.notice)
    const part = parts[place.part]!
    switch (place.view) {
      case 'ask':
        if (part.problems.length) {
          place.screen = asking.formOf(part).showProblems(part.problems)
          part.problems = []
        }
        return asking.ask(part, place.screen, place.editing === true)
      case 'review':
        return asking.review(part, (screen) => go({ view: 'ask', part: part.index, screen, editing: true }))
      case 'sending':
        renderSteps('sealing')
        send(part)
        return byId('sending')
      case 'done':
        return renderDone(part, parts)
      case 'elsewhere':
        byId('elsewhere-unit').textContent = words.done(part.invitation.unit)
        byId('elsewhere-back').hidden = parts.length < 2
        return byId('elsewhere')
      case 'stopped':
        byId('stopped-why').textContent = place.why
        return byId('stopped')
    }
  }

  const redirect = (place: Place): Place => {
    if (place.view === 'stopped') return place
    const part = place.view === 'welcome' ? (parts.length === 1 ? parts[0] : undefined) : parts[place.part]
    if (!part) return { view: 'welcome' }
    const settled = settledPlace(part)
    if (settled) return settled
    const ready = part.kept.consent === data.notice && asking.isReady(part)
    return ready && (place.view === 'ask' || place.view === 'review') ? place : { view: 'welcome' }
  }

  const moveForward = async (): Promise<void> => {
    const place = here()
    if (place.view !== 'ask' && place.view !== 'review') return
    const part = parts[place.part]!
    const form = asking.formOf(part)
    if (place.view === 'ask') {
      if (form.unfinished(place.screen) !== null) return form.point(place.screen)
      const last = place.editing || place.screen >= form.count() - 1
      return go(last ? { view: 'review', part: part.index } : { ...place, screen: place.screen + 1 })
    }
    const wrong = form.unfinished()
    if (wrong !== null) {
      go({ view: 'ask', part: part.index, screen: wrong, editing: true })
      return form.point(wrong)
    }
    if (data.preview) return go({ view: 'stopped', part: part.index, why: data.preview }, true)
    await keep(part, { ...part.kept, answers: form.read(), queued: true })
    go({ view: 'sending', part: part.index }, true)
  }

  const before = (place: Place): Place => {
    if (place.view === 'review') return { ...place, view: 'ask', screen: asking.formOf(parts[place.part]!).count() - 1 }
    return place.view === 'ask' && place.screen > 0 ? { ...place, screen: place.screen - 1 } : { view: 'welcome' }
  }

  byId('next').addEventListener('click', moveForward)
  byId('back').addEventListener('click', () => goBack(before(here())))
  byId('retry').addEventListener('click', () => parts.filter(isShown).forEach(send))
  for (const id of ['all', 'elsewhere-back', 'sending-back'])
    byId(id).addEventListener('click', () => go({ view: 'welcome' }))
  byId('stopped-again').addEventListener('click', () => {
    go({ view: 'welcome' }, true)
    if (!data.preview) location.reload()
  })
  wireWelcome(parts, begin, (part) => go(settledPlace(part)!))
  wireDone(data, begin, async (part) => {
    part.invitation.answered = true
    await keep(part, {})
    go({ view: 'elsewhere', part: part.index }, true)
  })

  const asked = askedFor()
  const resumed = asked.view === 'ask' || asked.view === 'review' ? parts[asked.part] : undefined
  if (resumed?.invitation.form !== undefined) await asking.open(resumed).catch(() => {})
  startPlaces(show, redirect)
  for (const part of parts) if (stateOf(part) === 'queued') send(part)
}
