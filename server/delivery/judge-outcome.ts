/**
 * What an outcome of a channel does to its delivery row, and whether the whole channel has to wait. Pure.
 *
 * Trouble that every message would meet (provider away, quota used up, template not approved) fails nobody: the row goes
 * back to the queue, the try does not count, and the channel is held, the cause written on its gate.
 */
import type { Outcome } from '../channels/channel.ts'
import { nextZaloMorning } from './sending-hours.ts'

export const MAX_ATTEMPTS = 5
/** How soon to look again whether the office has mended what only it can mend. */
const PERSON_MS = 15 * 60_000
/** 1, 4, 16, 64 minutes: greylisting mail servers want the second try after some minutes. */
const backOffMs = (attempts: number): number => 60_000 * 4 ** (attempts - 1)

export type Verdict =
  | { state: 'sent'; providerId: string | null }
  | { state: 'failed'; failure: string; address: boolean }
  | { state: 'unknown'; failure: string }
  | { state: 'queued'; failure: string; dueAt: Date; counts: boolean }

/** Nothing of this channel before `until`; `person`: because of something that only a person can mend. */
export type Hold = { until: Date; failure: string; person: boolean }

/** `attempts` includes the try that this outcome belongs to. */
export function judgeOutcome(outcome: Outcome, attempts: number, now: Date): { verdict: Verdict; hold?: Hold } {
  const after = (ms: number): Date => new Date(now.getTime() + ms)
  switch (outcome.kind) {
    case 'sent': {
      const verdict: Verdict = { state: 'sent', providerId: outcome.providerId ?? null }
      if (!outcome.quota || outcome.quota.remaining > 0) return { verdict }
      return { verdict, hold: { until: nextZaloMorning(now), failure: 'quota-used', person: false } }
    }
    case 'unknown':
      return { verdict: { state: 'unknown', failure: outcome.failure } }
    case 'rejected': {
      const { failure, person = false, address = false } = outcome
      if (!person) return { verdict: { state: 'failed', failure, address } }
      return waitTogether({ until: after(PERSON_MS), failure, person })
    }
    case 'retry': {
      const { failure } = outcome
      if (outcome.everyone) return waitTogether({ until: after(outcome.afterMs), failure, person: false })
      if (attempts >= MAX_ATTEMPTS) return { verdict: { state: 'failed', failure, address: false } }
      const dueAt = after(Math.max(outcome.afterMs, backOffMs(attempts)))
      return { verdict: { state: 'queued', failure, dueAt, counts: true } }
    }
  }
}

/** The message that met the trouble comes after all others: should it be the cause after all, it keeps nobody else waiting. */
function waitTogether(hold: Hold): { verdict: Verdict; hold: Hold } {
  const dueAt = new Date(hold.until.getTime() + 1000)
  return { verdict: { state: 'queued', failure: hold.failure, dueAt, counts: false }, hold }
}
