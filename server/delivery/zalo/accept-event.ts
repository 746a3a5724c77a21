/**
 * Takes one event of Zalo's webhook. A receipt marks its delivery; the same receipt again finds nothing left to change,
 * so repeats need no list of what was seen. Other events are acknowledged and ignored, or Zalo would repeat them for an hour.
 */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { markDelivered } from '../queries.ts'
import { zaloSignatureMatches } from './signature.ts'

const Event = z.object({ event_name: z.string(), timestamp: z.coerce.string() })
const Receipt = z.object({
  message: z.object({
    msg_id: z.coerce.string().min(1).nullish(),
    tracking_id: z.coerce.string().min(1).nullish(),
    /** Milliseconds, as a string. */
    delivery_time: z.coerce.number().positive().nullish(),
  }),
})

/** Throws webhook-signature-invalid, also when the body is no event at all or no OA secret is set. */
export async function acceptZaloEvent(
  { config, db, clock, changes }: Pick<Deps, 'config' | 'db' | 'clock' | 'changes'>,
  rawBody: Buffer,
  signature: string | undefined,
): Promise<void> {
  const body = parseJson(rawBody)
  const event = Event.safeParse(body)
  if (!config.zalo || !event.success) throw errors.signatureRejected()
  if (!zaloSignatureMatches(config.zalo, rawBody, event.data.timestamp, signature)) throw errors.signatureRejected()
  if (event.data.event_name !== 'user_received_message') return
  const receipt = Receipt.safeParse(body)
  if (!receipt.success) return
  const { tracking_id: deliveryId = null, msg_id: providerId = null, delivery_time: time } = receipt.data.message
  const now = clock.now()
  const deliveredAt = time && time <= now.getTime() ? new Date(time) : now
  const campaign = await markDelivered(db, { channel: 'zalo', deliveryId, providerId, deliveredAt })
  if (campaign) changes.publish({ campaign, kind: 'progress' })
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}
