import { describe, expect, test } from 'vitest'
import { judgeOutcome, MAX_ATTEMPTS } from './judge-outcome.ts'

const now = new Date('2024-12-02T12:00:00+07:00')
const inMinutes = (minutes: number, seconds = 0) => new Date(now.getTime() + (minutes * 60 + seconds) * 1000)

describe('an outcome becomes', () => {
  test('sent', () => {
    expect(judgeOutcome({ kind: 'sent', providerId: 'p' }, 1, now)).toEqual({
      verdict: { state: 'sent', providerId: 'p' },
    })
  })
  test('sent, and a hold until tomorrow morning when it used up the quota', () => {
    const { hold } = judgeOutcome({ kind: 'sent', quota: { daily: 500, remaining: 0 } }, 1, now)
    expect(hold).toEqual({ until: new Date('2024-12-03T06:00:00+07:00'), failure: 'quota-used', person: false })
    expect(judgeOutcome({ kind: 'sent', quota: { daily: 500, remaining: 1 } }, 1, now).hold).toBeUndefined()
  })
  test('unknown, whatever was tried before', () => {
    const verdict = { state: 'unknown', failure: 'zalo-timeout' }
    expect(judgeOutcome({ kind: 'unknown', failure: 'zalo-timeout' }, 3, now)).toEqual({ verdict })
  })
  test('failed when this recipient cannot be reached', () => {
    const verdict = { state: 'failed', failure: 'zalo-118', address: true }
    expect(judgeOutcome({ kind: 'rejected', failure: 'zalo-118', address: true }, 1, now)).toEqual({ verdict })
  })
  test('a wait of the whole channel when a person has to mend something', () => {
    expect(judgeOutcome({ kind: 'rejected', failure: 'zalo-131', person: true }, 1, now)).toEqual({
      verdict: { state: 'queued', failure: 'zalo-131', dueAt: inMinutes(15, 1), counts: false },
      hold: { until: inMinutes(15), failure: 'zalo-131', person: true },
    })
  })
  test('a wait of the whole channel when nobody would fare better, however often', () => {
    const outcome = { kind: 'retry', failure: 'zalo-147', afterMs: 3_600_000, everyone: true } as const
    expect(judgeOutcome(outcome, MAX_ATTEMPTS + 7, now)).toEqual({
      verdict: { state: 'queued', failure: 'zalo-147', dueAt: inMinutes(60, 1), counts: false },
      hold: { until: inMinutes(60), failure: 'zalo-147', person: false },
    })
  })
  test('another try, not sooner than the channel says', () => {
    const outcome = { kind: 'retry', failure: 'smtp-451', afterMs: 30 * 60_000 } as const
    expect(judgeOutcome(outcome, 1, now)).toEqual({
      verdict: { state: 'queued', failure: 'smtp-451', dueAt: inMinutes(30), counts: true },
    })
  })
  test('failed at the last try', () => {
    const outcome = { kind: 'retry', failure: 'smtp-451', afterMs: 1000 } as const
    const verdict = { state: 'failed', failure: 'smtp-451', address: false }
    expect(judgeOutcome(outcome, MAX_ATTEMPTS, now)).toEqual({ verdict })
  })
})
