/**
 * What an outcome of a channel does to its delivery row, and whether the whole channel has to wait. Pure.
 *
 * Trouble that every message would meet (provider away, quota used up, template not approved) fails nobody: the row goes
 * back to the queue, the try does not count, and the channel's queue waits with it, the cause written on each row.
 */
import type { Outcome } from '../channels/channel.ts'

export const MAX_ATTEMPTS = 5
/** How soon to look again whether the office has mended what only it can mend. */
const PERSON_MS = 15 * 60_000
/** 1, 4, 16, 64 minutes: greylisting mail servers want the second try after some minutes. */
const backOffMs = (attempts: number): number => 60_000 * 4 ** (attempts - 1)

export type Verdict =
  | { state: 'sent'; providerId: string | null }
  | { state: 'failed' | 'unknown'; failure: string }
  | { state: 'queued'; failure: string; dueAt: Date; counts: boolean }

/** `attempts` includes the try that this outcome belongs to. `holdUntil`: nothing of this channel before then. */
export function judgeOutcome(outcome: Outcome, attempts: number, now: Date): { verdict: Verdict; holdUntil?: Date } {
  const after = (ms: number): Date => new Date(now.getTime() + ms)
  switch (outcome.kind) {
    case 'sent':
      return { verdict: { state: 'sent', providerId: outcome.providerId ?? null } }
    case 'unknown':
      return { verdict: { state: 'unknown', failure: outcome.failure } }
    case 'rejected':
      if (!outcome.person) return { verdict: { state: 'failed', failure: outcome.failure } }
      return waitTogether(outcome.failure, after(PERSON_MS))
    case 'retry': {
      if (outcome.everyone) return waitTogether(outcome.failure, after(outcome.afterMs))
      if (attempts >= MAX_ATTEMPTS) return { verdict: { state: 'failed', failure: outcome.failure } }
      const dueAt = after(Math.max(outcome.afterMs, backOffMs(attempts)))
      return { verdict: { state: 'queued', failure: outcome.failure, dueAt, counts: true } }
    }
  }
}

/** The message that met the trouble comes after all others: should it be the cause after all, it keeps nobody else waiting. */
function waitTogether(failure: string, until: Date): { verdict: Verdict; holdUntil: Date } {
  const dueAt = new Date(until.getTime() + 1000)
  return { verdict: { state: 'queued', failure, dueAt, counts: false }, holdUntil: until }
}
