/**
 * Who is signed in, outside React so that calls can read it. A session that runs out while someone works does not
 * throw the page away: calls wait in `signedInAgain` until the sign-in dialog over the page has succeeded.
 */
import { useSyncExternalStore } from 'react'
import type { Role, SessionView } from '../../shared/api-types.ts'

export type Session =
  | { state: 'unknown' }
  | { state: 'signed-out' }
  | { state: 'signed-in' | 'expired'; email: string; role: Role; csrfToken: string }

let session: Session = { state: 'unknown' }
let waiting: (() => void)[] = []
const listeners = new Set<() => void>()

function set(next: Session): void {
  session = next
  for (const listener of listeners) listener()
}

export const currentSession = (): Session => session

export function useSession(): Session {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentSession)
}

/** Takes a fresh session and lets the calls that waited for one go on. Another person's calls are never continued. */
export function signedIn(view: SessionView): void {
  const before = session
  if ('email' in before && before.email !== view.staff.email) {
    window.location.reload()
    return
  }
  set({ state: 'signed-in', ...view.staff, csrfToken: view.csrfToken })
  const released = waiting
  waiting = []
  for (const release of released) release()
}

const farewells = new Set<() => void>()

/** What is held outside the query cache and belongs to the person is let go of here. */
export const whenSignedOut = (forget: () => void): void => void farewells.add(forget)

export function signedOut(): void {
  waiting = []
  for (const forget of farewells) forget()
  set({ state: 'signed-out' })
}

/** Asks for a new sign-in over the page; resolves when it has succeeded. */
export function signedInAgain(): Promise<void> {
  if (session.state === 'signed-in') set({ ...session, state: 'expired' })
  return new Promise((resolve) => {
    waiting.push(resolve)
  })
}
