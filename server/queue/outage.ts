/**
 * Says once that a store is gone and once that it is back, however many sockets and timers notice it. Only error codes
 * are logged: the messages of drivers can hold a URL with its password, or values of a row.
 */
import type { Logger } from 'pino'

export type Outage = {
  /** Any error of the store or its driver; `fields` say whose. */
  failed(error: unknown, fields?: { job: string }): void
  /** The store has answered. */
  restored(): void
}

export function watchOutage(log: Logger, name: 'queue' | 'changes'): Outage {
  let lost = false
  return {
    failed(error, fields) {
      if (!isConnectionLoss(error)) {
        log.warn({ ...fields, code: codeOf(error) }, `${name}.store-error`)
        return
      }
      if (!lost) log.warn({ code: codeOf(error) }, `${name}.connection-lost`)
      lost = true
    },
    restored() {
      if (lost) log.info(`${name}.connection-restored`)
      lost = false
    },
  }
}

/** PostgreSQL's class 08 and 57P0x, the socket errors of the system, and how pg, postgres and ioredis call them. */
const LOST_CODE =
  /^(08...|57P0[1-5]|53300|E(CONN|HOST|NET|PIPE|TIMEDOUT|AI_)\w*|ENOTFOUND|CONNECTION_\w+|CONNECT_TIMEOUT|deadline|LOADING)$/
const LOST_MESSAGE =
  /connection (is |was )?(closed|terminated|ended|timeout)|timeout exceeded when trying to connect|max retries per request|query read timeout|not queryable|stream isn't writeable/i

export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.some(isConnectionLoss)) return true
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  return (typeof code === 'string' && LOST_CODE.test(code)) || LOST_MESSAGE.test(String(message))
}

/** What may be logged of an error: its code or, without one, its class. */
export function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  if (typeof code === 'number') return String(code)
  return typeof code === 'string' && /^[\w.-]{1,40}$/.test(code) ? code : String(name ?? typeof error)
}
