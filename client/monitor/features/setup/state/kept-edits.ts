/**
 * Unsaved work, kept on this device under the person, the campaign and the version it began from, until it is saved or
 * given up: it outlives a reload, a closed window and a session that ran out.
 */
import type { Draft } from '../draft/draft.ts'

/** `base`: what the edit began from, to tell changes by; `at`: ISO time of the last change. */
export type KeptEdits = { version: number; at: string; base: Draft; draft: Draft }

const prefix = (email: string, code: string) => `phieu-setup:${email}:${code}:`

/** False: the browser keeps nothing (a private window, a full disk), and the person must be told. */
export function keepEdits(email: string, code: string, edits: KeptEdits): boolean {
  try {
    localStorage.setItem(prefix(email, code) + edits.version, JSON.stringify(edits))
    return true
  } catch {
    return false
  }
}

/** The newest of what is kept for the campaign, whatever version it began from. */
export function findKeptEdits(email: string, code: string): KeptEdits | null {
  return keysOf(email, code)
    .flatMap((key) => readKept(key) ?? [])
    .reduce<KeptEdits | null>((newest, one) => (newest && newest.at >= one.at ? newest : one), null)
}

export function forgetEdits(email: string, code: string): void {
  for (const key of keysOf(email, code)) localStorage.removeItem(key)
}

function keysOf(email: string, code: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix(email, code)))
  } catch {
    return []
  }
}

function readKept(key: string): KeptEdits | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '')
    return isKept(kept) ? kept : null
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
