/**
 * Sends what is queued until it is settled: at once, when the network returns, when the page is looked at again, and in
 * between with growing pauses. Only one tab of a browser sends at a time.
 */
import { loadSeal } from './load-seal.ts'
import type { Part } from './parts.ts'
import { type Outcome, sendResponse } from './send-response.ts'
import type { Session } from './session.ts'

export type SenderEvents = {
  onStep(part: Part, step: 'sealing' | 'sending'): void
  onOutcome(part: Part, outcome: Outcome): Promise<void>
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/** Returns `send(part)`: starts, or hurries what waits. */
export function createSender(session: Session, events: SenderEvents): (part: Part) => void {
  const waiting = new Map<Part, { timer: ReturnType<typeof setTimeout>; tries: number }>()
  const running = new Set<Part>()

  const run = async (part: Part, tries: number) => {
    clearTimeout(waiting.get(part)?.timer)
    waiting.delete(part)
    if (running.has(part)) return
    running.add(part)
    const outcome = await alone(part.key, () => attempt(session, part, events)).catch(
      (): Outcome => ({ kind: 'refused', code: 'device' }),
    )
    running.delete(part)
    if (outcome.kind === 'waiting') {
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.5 + Math.random())
      waiting.set(part, { timer: setTimeout(() => run(part, tries + 1), wait), tries: tries + 1 })
    }
    await events.onOutcome(part, outcome)
  }

  const hurry = () => {
    for (const [part, { tries }] of waiting) run(part, tries)
  }
  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', () => !document.hidden && hurry())
  return (part) => void run(part, waiting.get(part)?.tries ?? 0)
}

const attempt = ({ token, store, keep }: Session, part: Part, events: SenderEvents) =>
  sendResponse({
    origin: '',
    token,
    invitation: { id: part.invitation.id, stratum: part.invitation.stratum, key: part.invitation.key! },
    async read() {
      // Another tab may have gone on meanwhile.
      if (store.durable) part.kept = await store.get(part.key)
      return part.kept
    },
    write: (kept) => keep(part, kept),
    loadSeal,
    pause: randomPause,
    onStep: (step) => events.onStep(part, step),
  })

/** Two tabs of one link must not make two seals for one invitation. */
function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(key, work) as Promise<T>) : work()
}

/**
 * Up to two seconds between the credential and the response. When several people answer at once, the order of the two kinds
 * of requests then differs; against one who watches all traffic it helps little (docs/threat-model.md).
 */
const randomPause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 2_000))
