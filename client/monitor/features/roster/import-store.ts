/**
 * The road of a roster's file, kept outside the page: who goes to Thiết lập to add a missing unit finds the file, the columns
 * and everything mended as they were. Ends with the import, or when another file is chosen.
 */
import { useSyncExternalStore } from 'react'
import { ApiError } from '../../../shared/call-api.ts'
import type { ColumnChoice, Correction, RosterReport } from '../../../shared/roster-types.ts'
import { whenSignedOut } from '../../shared/session-store.ts'
import { type Sending, sendRoster } from './send-roster.ts'

export type ImportState = {
  file: File
  choice: ColumnChoice
  corrections: Correction[]
  /** What is under way, and how far it is. */
  act: 'check' | 'import' | null
  sending: Sending | null
  /** Of the last check. */
  report: RosterReport | null
  /** Something was matched or mended since. */
  stale: boolean
  error: unknown
  /** Of the import; `removed` among others. */
  done: RosterReport | null
}

const states = new Map<string, ImportState>()
const aborts = new Map<string, AbortController>()
const listeners = new Set<() => void>()

function put(code: string, next: ImportState | undefined): void {
  if (next) states.set(code, next)
  else states.delete(code)
  for (const listener of listeners) listener()
}

/** Whoever signs in next at this computer finds no list of people. */
whenSignedOut(() => {
  for (const code of [...states.keys()]) forgetFile(code)
})

const change = (code: string, part: Partial<ImportState>): void => {
  const state = states.get(code)
  if (state) put(code, { ...state, ...part })
}

export function useImport(code: string): ImportState | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => states.get(code),
  )
}

/** Looks at a file; one that was there before is forgotten. */
export function chooseFile(code: string, file: File): void {
  aborts.get(code)?.abort()
  const empty = { act: null, sending: null, report: null, stale: false, error: null, done: null }
  put(code, { file, choice: {}, corrections: [], ...empty })
  void check(code)
}

export function forgetFile(code: string): void {
  aborts.get(code)?.abort()
  put(code, undefined)
}

/** Another sheet or header row: what was matched in the one before means nothing there. */
export function choosePlace(code: string, place: Pick<ColumnChoice, 'sheet' | 'row'>): void {
  const state = states.get(code)
  if (!state) return
  const { columns: _, ...choice } = state.choice
  const sameSheet = place.sheet === undefined || place.sheet === state.choice.sheet
  change(code, { choice: { ...choice, ...place }, corrections: sameSheet ? state.corrections : [] })
  void check(code)
}

export function chooseColumns(code: string, columns: NonNullable<ColumnChoice['columns']>): void {
  const state = states.get(code)
  if (!state) return
  change(code, { choice: { ...state.choice, columns: { ...state.choice.columns, ...columns } } })
  void check(code)
}

const cellOf = (correction: Correction) => `${correction.row} ${'skip' in correction ? '' : correction.column}`

/** Keeps what was typed; the file is looked at again when the officer asks. */
export function mend(code: string, corrections: Correction[]): void {
  const state = states.get(code)
  if (!state) return
  const again = new Set(corrections.map(cellOf))
  change(code, {
    corrections: [...state.corrections.filter((one) => !again.has(cellOf(one))), ...corrections],
    stale: true,
  })
}

export function unmend(code: string, corrections: Correction[]): void {
  const state = states.get(code)
  if (!state) return
  const gone = new Set(corrections.map(cellOf))
  change(code, { corrections: state.corrections.filter((one) => !gone.has(cellOf(one))), stale: true })
}

/** A dry run with all that was matched and mended. Harmless twice: a second one waits for nothing and takes the first's place. */
export async function check(code: string): Promise<void> {
  const state = states.get(code)
  if (!state || state.act === 'import') return
  aborts.get(code)?.abort()
  const abort = new AbortController()
  aborts.set(code, abort)
  change(code, { act: 'check', error: null, sending: null })
  const { file, choice, corrections } = state
  const isMine = () => aborts.get(code) === abort && !abort.signal.aborted
  try {
    const tell = (sending: Sending) => isMine() && change(code, { sending })
    const report = await sendRoster(code, { file, choice, corrections, dryRun: true }, tell, abort.signal)
    // What was mended while the file was on its way is not in this report.
    if (isMine()) change(code, { report, act: null, stale: states.get(code)?.corrections !== corrections })
  } catch (error) {
    if (isMine()) change(code, { error, act: null })
  }
}

/** Imports as the last check showed it. A second press while it runs does nothing. True when it succeeded. */
export async function bringIn(code: string, options: { partial: boolean; removeMissing: boolean }): Promise<boolean> {
  const state = states.get(code)
  if (!state || state.act !== null) return false
  const { file, choice, corrections } = state
  change(code, { act: 'import', error: null, sending: null })
  try {
    const sent = { file, choice, corrections, dryRun: false, ...options }
    const done = await sendRoster(code, sent, (sending) => change(code, { sending }))
    change(code, { done, act: null })
    return true
  } catch (error) {
    // Somebody else changed the list meanwhile: what is wrong now comes with the refusal.
    const rejected = error instanceof ApiError && error.code === 'roster-rejected'
    change(code, { error, act: null, ...(rejected ? { report: error.details as RosterReport } : {}) })
    return false
  }
}
