/** One try of one job: check, run, and let nothing but codes and places out of a failure. */
import type { Logger } from 'pino'
import type { AnyJob } from './define-job.ts'
import { codeOf } from './outage.ts'
import type { Process } from './store.ts'

/** Resolves when the job ran or was dropped (another job's name, data that do not fit); rejects to be tried again. */
export function jobRunner<Context>(job: AnyJob<Context>, context: Context, log: Logger, signal: AbortSignal): Process {
  return async (stored) => {
    const tried = log.child({ job: job.name, jobId: stored.id })
    if (stored.name !== job.name) {
      tried.warn({ name: stored.name }, 'job.dropped-unknown')
      return
    }
    const data = job.schema.safeParse(stored.data)
    if (!data.success) {
      tried.warn({ paths: data.error.issues.map((issue) => issue.path.join('.')) }, 'job.dropped-invalid')
      return
    }
    try {
      await job.run(context, data.data, { log: tried, signal })
    } catch (error) {
      const attempt = stored.attemptsMade + 1
      const last = attempt >= job.attempts
      tried[last ? 'error' : 'warn']({ attempt, last, code: codeOf(error), at: placesOf(error) }, 'job.failed')
      throw withoutMessage(error)
    }
  }
}

/** A stack without its message: drivers and providers put addresses and values into messages. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return []
  const places = error.stack.replace(String(error.message), '')
  const lines = places.split('\n').filter((line) => /^\s+at /.test(line))
  return lines.slice(0, 6).map((line) => line.trim())
}

/** What BullMQ stores with a failed job. */
function withoutMessage(error: unknown): Error {
  const clean = new Error(codeOf(error))
  clean.stack = [clean.message, ...placesOf(error)].join('\n    ')
  return clean
}
