/** What the queue needs of a back end; redis-store.ts and postgres-store.ts are the two. */
import type { Queue as BullQueue, Worker as BullWorker, Job } from 'bullmq'

// biome-ignore lint/suspicious/noExplicitAny: BullMQ's classes are generic in their back end, which nothing above may know
export type StoredQueue = BullQueue<any, any, any, any, any, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: as above
export type StoredWorker = BullWorker<any, any, any, any, any, any>

export type Process = (job: Pick<Job, 'id' | 'name' | 'data' | 'attemptsMade'>) => Promise<void>

/** The workers of one `work` call share connections; `close` ends them after every worker is closed. */
export type WorkerStore = {
  /** Not running yet; the caller listens for errors first. */
  createWorker(name: string, process: Process, options: { concurrency: number; lockMs: number }): StoredWorker
  close(): Promise<void>
}

export type Store = {
  openQueue(name: string): StoredQueue
  openWorkers(): WorkerStore
  /** Every queue that the store holds anything of, our prefix included. */
  queueNames(): Promise<string[]>
  /** Removes everything of every queue of ours, running jobs too. */
  clear(open: (name: string) => StoredQueue): Promise<void>
  /** Throws when the store does not answer. */
  ping(): Promise<void>
  /** Runs `act` while no other process runs one with the same key. */
  alone(key: string, act: () => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** A missed notification is made good by looking again; on PostgreSQL BullMQ would wait up to an hour. */
export const LONGEST_WAIT_S = 10

/**
 * `lockMs`: how long a job stays with a worker that gives no sign of life; it is taken up by another within twice that.
 * `runRetryDelay` is the pause after an unreachable store (15 s by default), `drainDelay` how often an idle worker looks.
 */
export const workerOptions = (lockMs: number) => ({
  autorun: false,
  lockDuration: lockMs,
  stalledInterval: lockMs / 2,
  runRetryDelay: 1_000,
  drainDelay: LONGEST_WAIT_S,
})

/** BullMQ's own event stream has no reader here, so little of it is kept. */
export const QUEUE_OPTIONS = { streams: { events: { maxLen: 100 } } }
