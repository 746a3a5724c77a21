/** Undoing and doing again, over whole drafts (which share what did not change). Pure. */
import type { Draft } from './draft.ts'

export type History = {
  past: readonly Draft[]
  present: Draft
  future: readonly Draft[]
  /** Which cell the last change typed into; typing on in it is one change to undo. */
  typing: string | null
}

const REMEMBERED = 200

export const beginHistory = (present: Draft): History => ({ past: [], present, future: [], typing: null })

/** `typing`: the cell and the visit to it, so that its letters are undone together. */
export function change(history: History, next: Draft, typing: string | null = null): History {
  if (next === history.present) return history
  const goesOn = typing !== null && typing === history.typing
  const past = goesOn ? history.past : [...history.past, history.present].slice(-REMEMBERED)
  return { past, present: next, future: [], typing }
}

export function undo({ past, present, future }: History): History {
  const before = past.at(-1)
  if (!before) return { past, present, future, typing: null }
  return { past: past.slice(0, -1), present: before, future: [present, ...future], typing: null }
}

export function redo({ past, present, future }: History): History {
  const [after, ...rest] = future
  if (!after) return { past, present, future, typing: null }
  return { past: [...past, present], present: after, future: rest, typing: null }
}
