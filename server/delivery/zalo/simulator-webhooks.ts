/**
 * The simulated Zalo's receipts: signed, posted to a given address after a while, some twice, late, lost, before the
 * reply of the sending itself, and some that somebody else has made up. A refused one is posted again, as Zalo does.
 */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SeededRandom } from '../../demo/seeded-random.ts'
import type { TakenMessage } from './simulator-messages.ts'

export type WebhookPlan = {
  url: string
  /** Milliseconds from taking a message to its receipt. */
  delayMs?: { from: number; to: number }
  /** Shares of all messages, 0 to 1. */
  twice?: number
  late?: number
  lateMs?: number
  lost?: number
  beforeReply?: number
  forged?: number
  /** Without our tracking id, by Zalo's own id alone. */
  untracked?: number
}

export type WebhookCounts = {
  posted: number
  accepted: number
  refused: number
  forged: number
  forgedAccepted: number
}

export type ReceiptContent = { msgId?: string; trackingId?: string; at?: Date }
export type SignedBody = { body: string; signature: string }

const POST_AGAIN_MS = 1_000
const MOST_POSTS = 4

export function signReceipt(
  { appId, oaSecret }: { appId: string; oaSecret: string },
  { msgId, trackingId, at = new Date() }: ReceiptContent,
): SignedBody {
  const timestamp = String(at.getTime())
  const body = JSON.stringify({
    event_name: 'user_received_message',
    app_id: appId,
    sender: { id: '1001' },
    recipient: { id: '2002' },
    message: { delivery_time: timestamp, msg_id: msgId, tracking_id: trackingId },
    timestamp,
  })
  return { body, signature: macOf(appId, body, timestamp, oaSecret) }
}

/** Signs any text as Zalo would, with the timestamp that it should hold. */
export const macOf = (appId: string, body: string, timestamp: string, oaSecret: string): string =>
  `mac=${createHash('sha256').update(`${appId}${body}${timestamp}${oaSecret}`).digest('hex')}`

export function simulateWebhooks(
  keys: { appId: string; oaSecret: string },
  plan: WebhookPlan,
  random: SeededRandom,
  now: () => Date,
) {
  const counts: WebhookCounts = { posted: 0, accepted: 0, refused: 0, forged: 0, forgedAccepted: 0 }
  const leaving = new AbortController()
  const underWay = new Set<Promise<void>>()
  const { from, to } = plan.delayMs ?? { from: 200, to: 2_000 }
  const happens = (share: number | undefined): boolean => random.next() < (share ?? 0)

  async function post({ body, signature }: SignedBody): Promise<number> {
    counts.posted++
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': signature }
    const signal = AbortSignal.any([leaving.signal, AbortSignal.timeout(5_000)])
    const response = await fetch(plan.url, { method: 'POST', headers, body, signal }).catch(() => undefined)
    await response?.arrayBuffer().catch(() => {})
    return response?.status ?? 0
  }

  /** Until it is accepted, or Zalo loses patience. */
  async function postReceipt(message: TakenMessage, tracked: boolean): Promise<void> {
    message.deliveredAt ??= now()
    const at = message.deliveredAt
    const receipt = signReceipt(keys, {
      msgId: message.msgId,
      at,
      ...(tracked ? { trackingId: message.tracking_id } : {}),
    })
    for (let tries = 1; tries <= MOST_POSTS && !leaving.signal.aborted; tries++) {
      if ((await post(receipt)) === 200) {
        counts.accepted++
        return
      }
      counts.refused++
      await later(POST_AGAIN_MS)
    }
  }

  async function postForged(message: TakenMessage): Promise<void> {
    const content = { msgId: message.msgId, trackingId: message.tracking_id, at: now() }
    counts.forged++
    if ((await post(signReceipt({ ...keys, oaSecret: 'guessed' }, content))) === 200) counts.forgedAccepted++
  }

  const later = (ms: number): Promise<unknown> => pause(ms, undefined, { signal: leaving.signal }).catch(() => {})

  function plant(work: () => Promise<void>, ms: number): void {
    const planted: Promise<void> = later(ms)
      .then(() => (leaving.signal.aborted ? undefined : work()))
      .finally(() => underWay.delete(planted))
    underWay.add(planted)
  }

  return {
    counts,
    /** Plans what Zalo will post about a message that it has taken; resolves when the reply may go out. */
    async notice(message: TakenMessage): Promise<void> {
      const [twice, late, lost, early] = [plan.twice, plan.late, plan.lost, plan.beforeReply].map(happens)
      const [forged, untracked] = [happens(plan.forged), happens(plan.untracked)]
      const delay = from + random.next() * (to - from)
      if (forged) plant(() => postForged(message), delay / 2)
      if (lost) return
      const receipt = () => postReceipt(message, !untracked)
      if (twice) plant(receipt, delay + random.next() * 2 * to)
      if (early) await receipt()
      else plant(receipt, late ? delay + (plan.lateMs ?? 30_000) : delay)
    },
    /** Nothing is under way any more. */
    async settled(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    async close(): Promise<void> {
      leaving.abort()
      await Promise.all(underWay)
    },
  }
}
