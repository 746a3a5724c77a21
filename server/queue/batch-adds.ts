/**
 * Adding in groups: what is asked for while an addition is under way goes together in the next one. A thousand hints at
 * once (a wave) are then a few statements instead of a thousand commits, each with its disk flush on PostgreSQL.
 */
import type { JobsOptions } from 'bullmq'
import { withDeadline } from './deadline.ts'
import type { StoredQueue } from './store.ts'

type Entry = { name: string; data: unknown; opts: JobsOptions }
type Waiting = Entry & { done: () => void; failed: (error: unknown) => void; gone: boolean }

const LARGEST = 200

/** The returned function resolves when its entry is stored; after `ms` it gives up, and an entry not yet sent never is. */
export function batchAdds(queue: StoredQueue, ms: number): (entry: Entry) => Promise<void> {
  let waiting: Waiting[] = []
  let sending = false

  async function send(): Promise<void> {
    sending = true
    await Promise.resolve() // those of the same moment belong together
    while (waiting.length > 0) {
      const batch = waiting.slice(0, LARGEST).filter((entry) => !entry.gone)
      waiting = waiting.slice(LARGEST)
      try {
        if (batch.length > 0) await queue.addBulk(batch.map(({ name, data, opts }) => ({ name, data, opts })))
        for (const entry of batch) entry.done()
      } catch (error) {
        for (const entry of batch) entry.failed(error)
      }
    }
    sending = false
  }

  return async (entry) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const mine: Waiting = { ...entry, done: resolve, failed: reject, gone: false }
    waiting.push(mine)
    if (!sending) send()
    try {
      await withDeadline(promise, ms, 'adding a job')
    } finally {
      mine.gone = true
      promise.catch(() => {}) // nobody listens after the deadline
    }
  }
}
