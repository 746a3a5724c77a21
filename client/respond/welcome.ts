/** The first screen: what is still to do, and the consent without which nothing begins. */
import { byId, maybeById } from './page.ts'
import { isOpen, type Part, stateOf } from './parts.ts'
import { words } from './words.ts'

/** `begin` is called only with the box ticked. */
export function wireWelcome(parts: Part[], begin: (part: Part) => void, open: (part: Part) => void): void {
  const consent = byId<HTMLInputElement>('consent')
  const agreed = () => {
    byId('consent-e').textContent = consent.checked ? '' : words.consentMissing
    consent.setAttribute('aria-invalid', String(!consent.checked))
    if (!consent.checked) consent.focus()
    return consent.checked
  }
  consent.addEventListener('change', () => {
    byId('consent-e').textContent = ''
    consent.removeAttribute('aria-invalid')
  })
  byId('start').addEventListener('click', () => {
    const part = parts.find(isOpen)
    if (part && agreed()) begin(part)
  })
  for (const button of unitButtons()) {
    const part = parts[Number(button.dataset.i)]!
    button.disabled = false
    button.addEventListener('click', () => {
      if (!isOpen(part)) open(part)
      else if (agreed()) begin(part)
    })
  }
}

const unitButtons = () => Array.from(document.querySelectorAll<HTMLButtonElement>('.units button'))

/** Brings the screen up to date; `notice` is the version that a kept consent must be for. */
export function renderWelcome(parts: Part[], notice: string): HTMLElement {
  const start = byId<HTMLButtonElement>('start')
  const open = parts.filter(isOpen)
  start.disabled = false
  start.hidden = open.length === 0
  start.textContent = open[0] && stateOf(open[0]) === 'draft' ? words.resume : words.start
  const consent = byId<HTMLInputElement>('consent')
  if (open.some(({ kept }) => kept.consent === notice)) consent.checked = true
  consent.closest('label')!.hidden = open.length === 0
  for (const button of unitButtons()) {
    const state = stateOf(parts[Number(button.dataset.i)]!)
    button.dataset.state = state
    button.querySelector('.state')!.textContent = words.states[state]
  }
  const queued = parts.filter((part) => stateOf(part) === 'queued')
  const note = maybeById('queued')!
  note.hidden = queued.length === 0
  note.textContent = queued.length ? words.queued(queued.map(({ invitation }) => invitation.unit).join('; ')) : ''
  return byId('welcome')
}

/** The questions themselves did not come (only where they need survey-react-ui). */
export function sayNotLoaded(): void {
  byId('consent-e').textContent = words.notLoaded
}
