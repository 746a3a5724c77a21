/**
 * One BullMQ worker for each job: a long line of one kind (deliveries) never stands before another (counting), and each
 * has its own concurrency.
 */
import type { Logger } from 'pino'
import { withDeadline } from './deadline.ts'
import type { AnyJob } from './define-job.ts'
import type { Outage } from './outage.ts'
import { jobRunner } from './run-job.ts'
import type { Store } from './store.ts'

/** SIGTERM allows ten seconds in all (CONTRACT "Operation"). */
const STOP_MS = 8_000

export type Workers = {
  /** Takes no more jobs, tells the running ones, waits for them up to 8 s. A job still running then is run again elsewhere. */
  stop(): Promise<void>
}

export async function startWorkers<Context>(
  store: Store,
  queueName: (job: { name: string }) => string,
  jobs: AnyJob<Context>[],
  context: Context,
  { log, outage, stopMs = STOP_MS }: { log: Logger; outage: Outage; stopMs?: number },
): Promise<Workers> {
  const names = jobs.map((job) => job.name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`two jobs are called ${twice}`)

  const stopping = new AbortController()
  const shared = store.openWorkers()
  const workers = jobs.map((job) => {
    const process = jobRunner(job, context, log, stopping.signal)
    const worker = shared.createWorker(queueName(job), process, job.concurrency)
    worker.on('error', outage.failed)
    worker.on('stalled', (jobId: string) => log.warn({ job: job.name, jobId }, 'job.stalled'))
    return worker
  })
  await Promise.all(workers.map((worker) => worker.waitUntilReady()))
  for (const worker of workers) worker.run().catch(outage.failed)

  let stopped: Promise<void> | undefined
  async function stop(): Promise<void> {
    stopping.abort()
    const closing = Promise.allSettled(workers.map((worker) => worker.close()))
    await withDeadline(closing, stopMs, 'stopping the workers').catch(() => log.warn('queue.stopped-with-running-jobs'))
    await shared.close()
  }
  return {
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}
