/** Asks the server what does not add up, a moment after the last change; an older answer never stands in a newer one's place. */
import { useEffect, useState } from 'react'
import type { Definition } from '../../../../../server/campaigns/definition.ts'
import type { CheckView } from '../../../../../server/setup/schemas.ts'
import { checkDefinition } from './setup-calls.ts'

const QUIET_MS = 400

/** `definition`: null while there is nothing to ask about. The last answer stays until the next has come. */
export function useCheck(code: string, definition: Definition | null): CheckView | null {
  const [answer, setAnswer] = useState<CheckView | null>(null)
  useEffect(() => {
    if (!definition) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      checkDefinition(code, definition, stop.signal).then(
        setAnswer,
        // Saving judges again and says what is wrong; a check that got no answer is asked again by the next change.
        () => {},
      )
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [code, definition])
  return definition ? answer : null
}
