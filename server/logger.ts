/**
 * Logs are JSON lines of event names, ids and numbers (TASTE). A net under that rule: request and response objects are
 * reduced to method, route and status, and errors to code, message and stack of our own catalogue, because a database or
 * a mail server quotes what it was given.
 */
import { type Logger, pino } from 'pino'
import { AppError } from './errors.ts'

export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { req: () => undefined, res: () => undefined, err: describeError, error: describeError },
  })
}

/** An error as a log may hold it: where it happened and of what kind, never what somebody had typed. */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof AppError) return { code: error.code, status: error.status }
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = (error as { code?: unknown }).code
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const cause = error.cause ? { cause: describeError(error.cause) } : {}
  return { kind: error.name, ...(typeof code === 'string' ? { code } : {}), stack: stack.slice(0, 8), ...cause }
}
