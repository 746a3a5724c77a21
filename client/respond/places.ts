/**
 * Where the person is. The place lives in history.state, so that the phone's own back button walks through the screens and
 * a reload stays on the same one; the address itself never changes.
 */
import { byId } from './page.ts'

export type Place =
  | { view: 'welcome' }
  /** `editing`: came from the review, and goes back there. */
  | { view: 'ask'; part: number; screen: number; editing?: boolean }
  | { view: 'review' | 'sending' | 'done' | 'elsewhere'; part: number }
  | { view: 'stopped'; part: number; why: string }

type Kept = { place: Place; depth: number }

let render: (place: Place) => HTMLElement
let guard: (place: Place) => Place
let current: Kept = { place: { view: 'welcome' }, depth: 0 }

export const here = (): Place => current.place

/** The place that a reload or the back button asks for. */
export const askedFor = (): Place => (history.state as Kept | null)?.place ?? { view: 'welcome' }

/** `show` prepares a place and returns its section; `redirect` says where a place leads by now (sent, queued, no consent). */
export function startPlaces(show: (place: Place) => HTMLElement, redirect: (place: Place) => Place): void {
  render = show
  guard = redirect
  addEventListener('popstate', () => enter(askedFor(), (history.state as Kept | null)?.depth ?? 0, true))
  enter(askedFor(), (history.state as Kept | null)?.depth ?? 0, false)
}

/** Moves on; `replace` when the way back to the present screen makes no sense any more. */
export function go(place: Place, replace = false): void {
  const depth = replace ? current.depth : current.depth + 1
  if (!replace) history.pushState({ place, depth }, '')
  enter(place, depth, true)
}

/** The way the person came, or `otherwise` when the page began here. */
export function goBack(otherwise: Place): void {
  if (current.depth > 0) history.back()
  else go(otherwise, true)
}

function enter(asked: Place, depth: number, focus: boolean): void {
  const place = guard(asked)
  current = { place, depth }
  history.replaceState(current, '')
  for (const section of document.querySelectorAll<HTMLElement>('.screen')) section.hidden = true
  const shown = render(place)
  shown.hidden = false
  const answering = place.view === 'ask' || place.view === 'review'
  for (const id of ['nav', 'bar', 'bar-unit']) byId(id).hidden = !answering
  if (!focus) return
  scrollTo(0, 0)
  shown.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
}
