/**
 * Where the person is. The place lives in history.state, so that the phone's own back button walks through the screens and
 * a reload stays on the same one; the address itself never changes.
 */
import { byId } from './page.ts'

export type Place =
  | { view: 'welcome' }
  | { view: 'ask'; part: number; screen: number }
  | { view: 'review' | 'sending' | 'done' | 'elsewhere'; part: number }
  | { view: 'stopped'; part: number; why: string; reload: boolean }

type Show = (place: Place) => HTMLElement

let show: Show
let guard: (place: Place) => Place
let shown: HTMLElement | null = null
let current: Place = { view: 'welcome' }

export const here = (): Place => current

/** `render` prepares a place and returns its section; `redirect` says where a place leads by now (sent, queued, no consent). */
export function startPlaces(render: Show, redirect: (place: Place) => Place): void {
  show = render
  guard = redirect
  addEventListener('popstate', (event) => enter(event.state ?? { view: 'welcome' }, true))
  enter(history.state ?? { view: 'welcome' }, false)
}

/** Moves on; `replace` when the way back to the present screen makes no sense any more. */
export function go(place: Place, replace = false): void {
  const target = guard(place)
  if (replace) history.replaceState(target, '')
  else history.pushState(target, '')
  enter(target, true)
}

function enter(place: Place, focus: boolean): void {
  current = guard(place)
  if (current !== place) history.replaceState(current, '')
  for (const section of document.querySelectorAll<HTMLElement>('.screen')) section.hidden = true
  shown = show(current)
  shown.hidden = false
  const heading = shown.querySelector<HTMLElement>('h1,h2')
  const two = current.view === 'ask' || current.view === 'review'
  byId('nav').hidden = !two
  byId('bar').hidden = !two
  if (!focus) return
  scrollTo(0, 0)
  heading?.focus({ preventScroll: true })
}
