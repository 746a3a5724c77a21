/** What the views of setting up share: the saved version, the draft on top of it, and what is wrong in it. */
import { createContext, useContext } from 'react'
import type { Definition } from '../../../../../server/campaigns/definition.ts'
import type { ChangeView, DefinitionView } from '../../../../../server/setup/schemas.ts'
import type { Draft, PlacedProblem } from '../draft/draft.ts'
import type { Merged } from '../draft/merge-drafts.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { KeptEdits } from './kept-edits.ts'

/** The saved version that the draft began from. `savedAt`: ISO time. */
export type SavedBase = {
  version: number
  definition: Definition
  draft: Draft
  savedBy: string
  savedAt: string
  copiedFrom: string | null
}

/** Somebody saved meanwhile: what they made of it, and how it goes together with this draft. */
export type Conflict = { theirs: SavedBase; merged: Merged }

export type Setup = {
  code: string
  base: SavedBase
  draft: Draft
  /** Nothing may be changed: the campaign has opened, or the person only reads. */
  readOnly: boolean
  frozen: boolean
  dirty: boolean
  problems: readonly PlacedProblem[]
  changes: readonly ChangeView[]
  saving: boolean
  saved: boolean
  error: unknown
  canUndo: boolean
  canRedo: boolean
  /** Unsaved work of another time, until it is taken or given up. */
  kept: KeptEdits | null
  /** The browser keeps nothing, so that leaving the page would lose what is not saved. */
  keepsNothing: boolean
  conflict: Conflict | null
  edit: (sheet: string, rows: Sheet, typing?: string) => void
  /** Several sheets at once. */
  replace: (draft: Draft) => void
  undo: () => void
  redo: () => void
  save: () => void
  takeKept: () => void
  dropKept: () => void
  /** Goes on with this draft on top of the other's version; null leaves the question open. */
  resolve: (draft: Draft | null) => void
  /** Goes on from what the server has now; nothing must be unsaved. */
  adopt: (view: DefinitionView) => void
}

export const SetupContext = createContext<Setup | null>(null)

export function useSetup(): Setup {
  const setup = useContext(SetupContext)
  if (!setup) throw new Error('useSetup is for the views of setting up')
  return setup
}
