/** What Zalo's answers mean: to a message, and to a question about one (domain/README "Zalo"). Pure. */
import { z } from 'zod'
import type { MessageStatus, Outcome } from './channel.ts'
import type { ZaloAnswer } from './zalo-call.ts'
import { isEverybodysTrouble, zaloErrorOutcome } from './zalo-errors.ts'

const SOON_MS = 60_000

const Count = z.coerce.number().int().nonnegative()
const Taken = z.object({
  msg_id: z.coerce.string().min(1).optional().catch(undefined),
  quota: z.object({ dailyQuota: Count, remainingQuota: Count }).optional().catch(undefined),
})
const Told = z.object({
  status: z.coerce.number().int(),
  /** Milliseconds, as a string; empty until the message is on the device. */
  delivery_time: z.coerce.number().positive().optional().catch(undefined),
})

/** After this, `unknown` stands for "Zalo may have taken it": a time-out, a broken connection, a gateway that gave up. */
export function sendOutcome(answer: ZaloAnswer, now: Date): Outcome {
  switch (answer.kind) {
    case 'no-access':
      return answer.person
        ? { kind: 'rejected', failure: answer.failure, person: true }
        : { kind: 'retry', failure: answer.failure, afterMs: SOON_MS, everyone: true }
    case 'silent':
      return answer.failure === 'zalo-unreachable'
        ? { kind: 'retry', failure: answer.failure, afterMs: SOON_MS, everyone: true }
        : { kind: 'unknown', failure: answer.failure }
  }
  const { http } = answer
  if (http >= 200 && http < 300) {
    return answer.kind === 'reply' ? replyOutcome(answer, now) : { kind: 'unknown', failure: 'zalo-unreadable' }
  }
  if (http === 504) return { kind: 'unknown', failure: 'zalo-http-504' }
  if (http >= 500 || http === 429) {
    return { kind: 'retry', failure: `zalo-http-${http}`, afterMs: SOON_MS, everyone: true }
  }
  if (answer.kind === 'reply' && answer.error !== 0) return replyOutcome(answer, now)
  return { kind: 'rejected', failure: `zalo-http-${http}`, person: true }
}

function replyOutcome({ error, data }: { error: number; data: unknown }, now: Date): Outcome {
  if (error !== 0) return zaloErrorOutcome(error, now)
  const { msg_id: providerId, quota } = Taken.catch({}).parse(data)
  return {
    kind: 'sent',
    ...(providerId ? { providerId } : {}),
    ...(quota ? { quota: { daily: quota.dailyQuota, remaining: quota.remainingQuota } } : {}),
  }
}

/** `data.status` −1: no such message, 0: taken, 1: on the device. Whatever else comes says nothing about the message. */
export function statusOf(answer: ZaloAnswer): MessageStatus {
  if (answer.kind === 'no-access') return { kind: 'unanswered', failure: answer.failure, everyone: true }
  if (answer.kind === 'silent') return { kind: 'unanswered', failure: answer.failure, everyone: true }
  const { http } = answer
  if (http < 200 || http >= 300) return { kind: 'unanswered', failure: `zalo-http-${http}`, everyone: true }
  if (answer.kind === 'unreadable') return { kind: 'unanswered', failure: 'zalo-unreadable' }
  const { error, data } = answer
  if (error !== 0) {
    return { kind: 'unanswered', failure: `zalo-${Math.abs(error)}`, everyone: isEverybodysTrouble(error) }
  }
  const told = Told.safeParse(data)
  switch (told.data?.status) {
    case 1:
      return { kind: 'delivered', ...(told.data.delivery_time ? { at: new Date(told.data.delivery_time) } : {}) }
    case 0:
      return { kind: 'sent' }
    case -1:
      return { kind: 'absent' }
    default:
      return { kind: 'unanswered', failure: 'zalo-unreadable' }
  }
}
