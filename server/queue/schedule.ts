/**
 * Repeated jobs, once over all processes (BullMQ's job schedulers). Because a queue can be emptied at any time, every
 * process that asked for a schedule looks again and again whether it still stands; nothing else would bring it back.
 */
import type { JobDefinition } from './define-job.ts'
import type { Outage } from './outage.ts'
import type { Store, StoredQueue } from './store.ts'

const LOOK_AGAIN_MS = { shortest: 500, longest: 15_000 }

export type Schedules = {
  every<Data>(job: JobDefinition<Data, never>, data: NoInfer<Data>, everyMs: number): Promise<void>
  stop(): void
}

export function createSchedules(
  store: Store,
  openQueue: (job: { name: string }) => StoredQueue,
  outage: Outage,
): Schedules {
  const timers = new Map<string, NodeJS.Timeout>()
  let stopped = false

  async function upsert(job: { name: string }, data: unknown, everyMs: number): Promise<void> {
    // The next tick is the retry, so a failed one is not tried again.
    const opts = { attempts: 1, removeOnComplete: true, removeOnFail: { count: 20 } }
    await openQueue(job).upsertJobScheduler(job.name, { every: everyMs }, { name: job.name, data, opts })
  }

  async function stands(job: { name: string }, everyMs: number): Promise<boolean> {
    const known = await openQueue(job).getJobScheduler(job.name)
    if (!known || known.every !== everyMs) return false
    // A tick long overdue: its job was lost between being taken and planning the next.
    return (known.next ?? 0) > Date.now() - Math.max(3 * everyMs, 10_000)
  }

  async function guarded(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      outage.restored()
    } catch (error) {
      outage.failed(error)
    }
  }

  return {
    async every(job, data, everyMs) {
      const checked = job.schema.parse(data)
      // PostgreSQL would let two processes that find nothing plan two first ticks.
      const alone = (act: () => Promise<void>) => guarded(() => store.alone(`schedule:${job.name}`, act))
      clearTimeout(timers.get(job.name))
      await alone(() => upsert(job, checked, everyMs))

      const pause = Math.min(Math.max(everyMs, LOOK_AGAIN_MS.shortest), LOOK_AGAIN_MS.longest)
      const look = async () => {
        await alone(async () => {
          if (!(await stands(job, everyMs))) await upsert(job, checked, everyMs)
        })
        plan()
      }
      const plan = () => {
        if (!stopped) timers.set(job.name, setTimeout(look, pause).unref())
      }
      plan()
    },
    stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
