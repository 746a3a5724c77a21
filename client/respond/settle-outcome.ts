/** What follows from one attempt to send: what the device keeps from now on, and where the person should be. */
import { type Part, settledPlace } from './parts.ts'
import type { Place } from './places.ts'
import type { Outcome } from './send-response.ts'
import type { Session } from './session.ts'
import { words } from './words.ts'

/** The place to go to, or null to stay and wait. Answers are only ever dropped once they are received or cannot be. */
export async function settleOutcome(session: Session, part: Part, outcome: Outcome): Promise<Place | null> {
  const stopped = (why: string): Place => ({ view: 'stopped', part: part.index, why })
  const { queued: _, ...draft } = part.kept
  switch (outcome.kind) {
    case 'waiting':
      return null
    case 'sent':
      part.kept = { receipt: outcome.receipt }
      return settledPlace(part)
    case 'elsewhere':
      part.invitation.answered = true
      await session.keep(part, {})
      return settledPlace(part)
    case 'invalid':
      await session.keep(part, draft)
      part.problems = outcome.problems
      return { view: 'ask', part: part.index, screen: 0 }
    case 'closed':
      return stopped(words.closed)
    case 'notice-changed':
      await session.keep(part, { ...draft, consent: undefined })
      return stopped(words.noticeChanged)
    case 'refused':
      await session.keep(part, draft)
      return stopped(words.refused)
  }
}
