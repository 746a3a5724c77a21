/**
 * Sends what is queued until it is settled: at once, when the network returns, when the page is looked at again, and in
 * between with growing pauses. Only one tab of a browser sends at a time.
 */
import type { Part } from './parts.ts'
import { type Outcome, type Sending, sendResponse } from './send-response.ts'

export type SendDeps = {
  sendingOf(part: Part, onStep: Sending['onStep']): Sending
  onStep(part: Part, step: 'sealing' | 'sending'): void
  onOutcome(part: Part, outcome: Outcome): Promise<void>
}

const FIRST_WAIT_MS = 2_000
const LONGEST_WAIT_MS = 60_000

/** Returns `send(part)`: starts, or hurries what waits. */
export function createSender(deps: SendDeps): (part: Part) => void {
  const waiting = new Map<Part, { timer: ReturnType<typeof setTimeout>; tries: number }>()
  const running = new Set<Part>()

  const run = async (part: Part, tries: number) => {
    clearTimeout(waiting.get(part)?.timer)
    waiting.delete(part)
    if (running.has(part)) return
    running.add(part)
    const outcome = await alone(part.key, () =>
      sendResponse(deps.sendingOf(part, (step) => deps.onStep(part, step))),
    ).catch((): Outcome => ({ kind: 'refused', code: 'device' }))
    running.delete(part)
    if (outcome.kind === 'waiting') {
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.5 + Math.random())
      waiting.set(part, { timer: setTimeout(() => run(part, tries + 1), wait), tries: tries + 1 })
    }
    await deps.onOutcome(part, outcome)
  }

  const hurry = () => {
    for (const [part, { tries }] of waiting) run(part, tries)
  }
  addEventListener('online', hurry)
  document.addEventListener('visibilitychange', () => !document.hidden && hurry())
  return (part) => void run(part, waiting.get(part)?.tries ?? 0)
}

/** Two tabs of one link must not make two seals for one invitation. */
function alone<T>(key: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? (navigator.locks.request(key, work) as Promise<T>) : work()
}

/**
 * Up to two seconds between the credential and the response. When several people answer at once, the order of the two kinds
 * of requests then differs; against one who watches all traffic it helps little, and threat-model.md says so.
 */
export const randomPause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 2_000))
