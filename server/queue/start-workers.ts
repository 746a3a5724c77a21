/**
 * One BullMQ worker for each job: a long line of one kind (deliveries) never stands before another (counting), and each
 * has its own concurrency.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { withDeadline } from './deadline.ts'
import type { AnyJob } from './define-job.ts'
import type { Outage } from './outage.ts'
import { jobRunner } from './run-job.ts'
import type { Process, Store } from './store.ts'

/** SIGTERM allows ten seconds in all (CONTRACT "Operation"). */
const STOP_MS = 8_000
const LOCK_MS = 10_000
const RECORD_MS = 1_000

export type WorkOptions = {
  /** How long `stop` waits for running jobs; 8 s. */
  stopMs?: number
  /** After how long, up to twice this, the job of a killed worker is run by another; 10 s. */
  lockMs?: number
}

export type Workers = {
  /**
   * Takes no more jobs, tells the running ones, waits for them up to 8 s. A job still running then is run again
   * elsewhere; it and BullMQ's timers for it stay, so the process has to exit itself.
   */
  stop(): Promise<void>
}

export async function startWorkers<Context>(
  store: Store,
  queueName: (job: { name: string }) => string,
  jobs: AnyJob<Context>[],
  context: Context,
  { log, outage, stopMs = STOP_MS, lockMs = LOCK_MS }: WorkOptions & { log: Logger; outage: Outage },
): Promise<Workers> {
  const names = jobs.map((job) => job.name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`two jobs are called ${twice}`)

  const stopping = new AbortController()
  const over = new AbortController()
  const running = new Set<Promise<void>>()
  const shared = store.openWorkers()
  const workers = jobs.map((job) => {
    const run = jobRunner(job, context, log, stopping.signal)
    const process: Process = (stored) => {
      const done = run(stored)
      running.add(done)
      const forget = () => running.delete(done)
      done.then(forget, forget)
      return done
    }
    const worker = shared.createWorker(queueName(job), process, { concurrency: job.concurrency, lockMs })
    worker.on('error', (error: unknown) => {
      if (!over.signal.aborted) outage.failed(error, { job: job.name })
    })
    worker.on('stalled', (jobId: string) => log.warn({ job: job.name, jobId }, 'job.stalled'))
    return worker
  })
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  for (const worker of workers) worker.run().catch(outage.failed)

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running)
  }

  async function stop(): Promise<void> {
    stopping.abort()
    const closed = Promise.allSettled(workers.map((worker) => worker.close()))
    // BullMQ waits until each job's end is written down; a store that is away would have it wait for good.
    const recorded = idle().then(() => sleep(RECORD_MS, undefined, { signal: over.signal }).catch(() => {}))
    const enough = Promise.race([closed, recorded])
    await withDeadline(enough, stopMs, 'stopping the workers').catch(() => log.warn('queue.stopped-with-running-jobs'))
    over.abort()
    await shared.close()
  }
  let stopped: Promise<void> | undefined
  return {
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}
