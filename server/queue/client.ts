/**
 * The queue: hints from whoever changed rows to whoever works on them. BullMQ on Redis when there is one, else on
 * PostgreSQL; nothing above this folder can tell. PostgreSQL's own rows are the truth, so adding never fails a request.
 */
import type { JobsOptions } from 'bullmq'
import type { Logger } from 'pino'
import { batchAdds } from './batch-adds.ts'
import { withDeadline } from './deadline.ts'
import type { AnyJob, JobDefinition } from './define-job.ts'
import { watchOutage } from './outage.ts'
import { openPostgresStore } from './postgres-store.ts'
import { openRedisStore } from './redis-store.ts'
import { createSchedules } from './schedule.ts'
import { startWorkers, type Workers, type WorkOptions } from './start-workers.ts'
import type { StoredQueue } from './store.ts'

export type { Workers } from './start-workers.ts'

const ADD_MS = 3_000
const READY_MS = 3_000
const CLOSE_MS = 1_000

export type AddOptions = {
  /** Collapses with a job of the same name and key that still waits; one that already runs is followed by one more run. */
  dedupe?: string
  delayMs?: number
}

export type Queue = {
  /**
   * Leaves a hint. Throws when the data do not fit the job's schema. When the store is away the hint is lost, which is
   * logged once an outage, and the promise resolves within 3 s: the sweep finds the rows.
   */
  add<Data>(job: JobDefinition<Data, never>, data: NoInfer<Data>, options?: AddOptions): Promise<void>
  /** Runs `job` each `everyMs` (at once, then in step), once over all processes that say so; comes back after a flush. */
  every<Data>(job: JobDefinition<Data, never>, data: NoInfer<Data>, everyMs: number): Promise<void>
  /** Starts working on these jobs in this process. */
  work<Context>(jobs: AnyJob<Context>[], context: Context, options?: WorkOptions): Promise<Workers>
  /** Throws when the store does not answer within 3 s. */
  ready(): Promise<void>
  /** Empties everything, running jobs included, which then finish unrecorded. For operators and tests. */
  flush(): Promise<void>
  /** Jobs by state (waiting, active, delayed, failed), all kinds together; a schedule's next tick counts as delayed. */
  counts(): Promise<Record<string, number>>
  /** Stops schedules and workers of this process and disconnects. */
  close(): Promise<void>
}

/** Connects; throws when the store cannot be reached. `prefix` separates installations that share one store. */
export async function createQueue({
  databaseUrl,
  redisUrl,
  log,
  prefix = 'phieu',
}: {
  databaseUrl: string
  redisUrl?: string | undefined
  log: Logger
  prefix?: string
}): Promise<Queue> {
  if (!/^[a-z0-9_-]+$/.test(prefix)) throw new Error('the queue prefix may hold a–z, 0–9, _ and - only')
  const outage = watchOutage(log, 'queue')
  const store = redisUrl
    ? await openRedisStore(redisUrl, prefix, outage)
    : await openPostgresStore(databaseUrl, prefix, outage)

  const opened = new Map<string, StoredQueue>()
  const running: Workers[] = []
  let closed: Promise<void> | undefined

  const queueName = (job: { name: string }) => `${prefix}.${job.name}`
  function open(name: string): StoredQueue {
    let queue = opened.get(name)
    if (!queue) {
      queue = store.openQueue(name)
      queue.on('error', outage.failed)
      opened.set(name, queue)
    }
    return queue
  }
  const adders = new Map<string, ReturnType<typeof batchAdds>>()
  function adder(name: string) {
    const known = adders.get(name) ?? batchAdds(open(name), ADD_MS)
    adders.set(name, known)
    return known
  }
  const schedules = createSchedules(store, (job) => open(queueName(job)), outage)

  async function close(): Promise<void> {
    schedules.stop()
    await Promise.all(running.map((workers) => workers.stop()))
    await Promise.allSettled([...opened.values()].map((queue) => queue.close()))
    await withDeadline(store.close(), CLOSE_MS, 'closing the queue').catch(outage.failed)
  }

  return {
    async add(job, data, { dedupe, delayMs } = {}) {
      const checked = job.schema.parse(data)
      if (closed) return
      const opts: JobsOptions = {
        attempts: job.attempts,
        backoff: { type: 'exponential', delay: job.backoffMs },
        removeOnComplete: true,
        removeOnFail: { count: 50, age: 86_400 },
        ...(delayMs ? { delay: delayMs } : {}),
        // Without keepLastIfActive a hint that comes while its job runs would be lost, and with it what changed since.
        ...(dedupe === undefined ? {} : { deduplication: { id: dedupe, keepLastIfActive: true } }),
      }
      try {
        await adder(queueName(job))({ name: job.name, data: checked, opts })
        outage.restored()
      } catch (error) {
        outage.failed(error)
        log.debug({ job: job.name }, 'queue.hint-lost')
      }
    },
    every: schedules.every,
    async work(jobs, context, options) {
      const workers = await startWorkers(store, queueName, jobs, context, { log, outage, ...options })
      running.push(workers)
      return workers
    },
    ready: () => withDeadline(store.ping(), READY_MS, 'the queue'),
    flush: () => store.clear(open),
    async counts() {
      const names = await store.queueNames()
      const each = await Promise.all(
        names.map((name) => open(name).getJobCounts('waiting', 'active', 'delayed', 'failed')),
      )
      const sum: Record<string, number> = { waiting: 0, active: 0, delayed: 0, failed: 0 }
      for (const counts of each)
        for (const [state, count] of Object.entries(counts)) sum[state] = (sum[state] ?? 0) + count
      return sum
    },
    close() {
      closed ??= close()
      return closed
    },
  }
}
