/**
 * A job is a hint: "look at these rows". Its data are ids only, never names or answers, because queues are not the
 * truth and are not protected like it. Losing a job loses nothing: a sweep finds the same rows again (DESIGN promise 4).
 */
import type { Logger } from 'pino'
import type { z } from 'zod'

export type JobTools = {
  /** Carries `job` and `jobId` already. */
  log: Logger
  /** Aborts when the worker is asked to stop: finish what is begun, begin nothing new. Do not cut a sending with it. */
  signal: AbortSignal
}

export type JobDefinition<Data, Context> = {
  name: string
  schema: z.ZodType<Data>
  run: (context: Context, data: Data, tools: JobTools) => Promise<void>
  /** How many run at once in one worker process. */
  concurrency: number
  /** First try included. */
  attempts: number
  /** Pause before the second try; doubles with each further one. */
  backoffMs: number
}

/** Any job that can run with `Context`; `any` because a list holds jobs with different data. */
// biome-ignore lint/suspicious/noExplicitAny: data are checked by each job's own schema at run time
export type AnyJob<Context> = JobDefinition<any, Context>

const NAME = /^[a-z][a-z0-9.-]*$/

/**
 * Declares a job. `name` is lower case with dots (`delivery.send`) and stays the same between releases: waiting jobs
 * carry it. The schema must accept its own output (no transforms): data are checked when added and again when run.
 */
export function defineJob<Data, Context>(job: {
  name: string
  schema: z.ZodType<Data>
  run: (context: Context, data: Data, tools: JobTools) => Promise<void>
  concurrency?: number
  attempts?: number
  backoffMs?: number
}): JobDefinition<Data, Context> {
  if (!NAME.test(job.name)) throw new Error(`job name ${job.name}: lower-case words joined by dots`)
  return { concurrency: 1, attempts: 3, backoffMs: 1_000, ...job }
}
