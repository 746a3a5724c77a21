/**
 * Unsaved work, kept on this device under the person and the campaign until it is saved or given up: it outlives a reload, a
 * closed window and a session that ran out. Each window keeps its own, so that two of them never write over each other.
 */
import type { Draft } from '../draft/draft.ts'

/** `version`, `base`: what the edit began from, to tell changes by; `at`: ISO time of the last change. */
export type KeptEdits = { version: number; at: string; base: Draft; draft: Draft }
/** `key`: where it is kept. */
export type FoundEdits = KeptEdits & { key: string }

const WINDOW = 'phieu-window'
const prefix = (email: string, code: string) => `phieu-setup:${email}:${code}:`

/** The name of this window; a reload keeps it. */
function thisWindow(): string {
  const name = sessionStorage.getItem(WINDOW) ?? crypto.randomUUID()
  sessionStorage.setItem(WINDOW, name)
  return name
}

/** False: the browser keeps nothing (a private window, a full disk), and the person must be told. */
export function keepEdits(email: string, code: string, edits: KeptEdits): boolean {
  try {
    localStorage.setItem(prefix(email, code) + thisWindow(), JSON.stringify(edits))
    return true
  } catch {
    return false
  }
}

/** The newest of what is kept for the campaign, whichever window kept it and whatever version it began from. */
export function findKeptEdits(email: string, code: string): FoundEdits | null {
  return keysOf(email, code)
    .flatMap((key) => readKept(key) ?? [])
    .reduce<FoundEdits | null>((newest, one) => (newest && newest.at >= one.at ? newest : one), null)
}

/** What this window kept. */
export function forgetEdits(email: string, code: string): void {
  try {
    localStorage.removeItem(prefix(email, code) + thisWindow())
  } catch {
    // Nothing is kept where nothing can be.
  }
}

export const forgetFound = ({ key }: FoundEdits): void => localStorage.removeItem(key)

function keysOf(email: string, code: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix(email, code)))
  } catch {
    return []
  }
}

function readKept(key: string): FoundEdits | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '')
    return isKept(kept) ? { ...kept, key } : null
  } catch {
    return null
  }
}

function isKept(kept: unknown): kept is KeptEdits {
  const { version, at, base, draft } = (kept ?? {}) as Partial<Record<keyof KeptEdits, unknown>>
  return typeof version === 'number' && typeof at === 'string' && isDraft(base) && isDraft(draft)
}

const isDraft = (draft: unknown): draft is Draft =>
  typeof draft === 'object' && draft !== null && Object.values(draft).every(Array.isArray)
