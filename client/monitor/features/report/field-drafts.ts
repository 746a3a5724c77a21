/**
 * What an officer has typed and not yet saved, by person, campaign and field: kept in this browser with every key pressed, so that
 * neither a session that ends, nor a lost network, nor a page that is left loses a word. Several windows show the same draft.
 */
import { useSyncExternalStore } from 'react'
import { useSession } from '../../shared/session-store.ts'

/** `version`: of the field when typing began; the server compares it with its own. `at`: ISO time of the last key. */
export type Draft = { text: string; version: number; at: string }

const PREFIX = 'phieu-report-draft:'
/** Also holds what the browser refused to keep; it then lives as long as the page. */
const known = new Map<string, Draft>()
const unkept = new Set<string>()
const listeners = new Set<() => void>()

const keyOf = (email: string, code: string, field: string): string => `${PREFIX}${email}:${code}:${field}`

const tell = (): void => {
  for (const listener of listeners) listener()
}

function takeStored(key: string, stored: string | null): void {
  const draft = parseDraft(stored)
  if (draft) known.set(key, draft)
  else known.delete(key)
}

/** What is stored may be of any age and hand; whatever is no draft is none. */
function parseDraft(stored: string | null): Draft | undefined {
  try {
    const { text, version, at } = JSON.parse(stored ?? 'null') as Partial<Draft>
    return typeof text === 'string' && Number.isInteger(version) && typeof at === 'string'
      ? { text, version: version!, at }
      : undefined
  } catch {
    return undefined
  }
}

let loaded = false
function load(): void {
  if (loaded) return
  loaded = true
  try {
    for (const key of Object.keys(window.localStorage))
      if (key.startsWith(PREFIX)) takeStored(key, window.localStorage.getItem(key))
  } catch {
    // A browser that keeps nothing: drafts live as long as the page.
  }
  window.addEventListener('storage', ({ key, newValue }) => {
    if (!key?.startsWith(PREFIX)) return
    takeStored(key, newValue)
    tell()
  })
  window.addEventListener('beforeunload', (event) => {
    if (unkept.size > 0) event.preventDefault()
  })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function writeDraft(email: string, code: string, field: string, text: string, version: number): void {
  load()
  const key = keyOf(email, code, field)
  const draft = { text, version, at: new Date().toISOString() }
  known.set(key, draft)
  try {
    window.localStorage.setItem(key, JSON.stringify(draft))
    unkept.delete(key)
  } catch {
    unkept.add(key)
  }
  tell()
}

export function dropDraft(email: string, code: string, field: string): void {
  const key = keyOf(email, code, field)
  known.delete(key)
  unkept.delete(key)
  try {
    window.localStorage.removeItem(key)
  } catch {
    // It was never kept.
  }
  tell()
}

/** Whose drafts these are: the person who is signed in. */
export function useDraftOwner(): string {
  const session = useSession()
  return 'email' in session ? session.email : ''
}

export function readDraft(email: string, code: string, field: string): Draft | undefined {
  load()
  return known.get(keyOf(email, code, field))
}

export const useDraft = (email: string, code: string, field: string): Draft | undefined =>
  useSyncExternalStore(subscribe, () => readDraft(email, code, field))

/** Names of the fields of a campaign that have a draft, joined by blanks. */
export function useDraftFields(email: string, code: string): string {
  return useSyncExternalStore(subscribe, () => {
    load()
    const start = keyOf(email, code, '')
    return [...known.keys()].flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : [])).join(' ')
  })
}
