/** Keeps unsaved work on this device: soon after each change, and at once when the page is left. */
import { useEffect, useRef, useState } from 'react'
import { useWarnBeforeLeaving } from '../../../shared/use-warn-before-leaving.ts'
import { forgetEdits, type KeptEdits, keepEdits } from './kept-edits.ts'

const SOON_MS = 250

/** `edits`: null when everything is saved. Answers whether the browser refuses to keep anything. */
export function useKeep(email: string, code: string, edits: Omit<KeptEdits, 'at'> | null, paused: boolean): boolean {
  const [refused, setRefused] = useState(false)
  const write = useRef(() => {})
  const began = useRef(false)
  write.current = () => {
    if (paused) return
    if (edits) setRefused(!keepEdits(email, code, { ...edits, at: new Date().toISOString() }))
    else if (began.current) forgetEdits(email, code)
    if (!edits) began.current = false
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of what is kept is written, soon
  useEffect(() => {
    // Also what was taken up again and saved before it could be written anew is forgotten.
    if (edits && !paused) began.current = true
    const timer = setTimeout(() => write.current(), SOON_MS)
    return () => clearTimeout(timer)
  }, [edits?.draft, edits?.version, paused])

  useEffect(() => {
    const now = () => write.current()
    window.addEventListener('pagehide', now)
    return () => {
      window.removeEventListener('pagehide', now)
      now()
    }
  }, [])

  const keepsNothing = refused && edits !== null
  useWarnBeforeLeaving(keepsNothing)
  return keepsNothing
}
