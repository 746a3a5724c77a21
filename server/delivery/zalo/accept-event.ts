/**
 * Takes one event of Zalo's webhook. A receipt marks its delivery; the same receipt again, however old, finds nothing left
 * to change, so repeats need no list of what was seen. Other events, and receipts of messages that are not ours, are
 * acknowledged and ignored, or Zalo would repeat them for an hour.
 */
import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import { markDelivered } from '../queries.ts'
import { findReceiptTarget } from './receipt-queries.ts'
import { zaloSignatureMatches } from './signature.ts'

/** A part that is not what it should be is left out; the rest of the receipt still counts. */
const Id = z
  .union([z.string(), z.number().transform(String)])
  .pipe(z.string().regex(/^[\x21-\x7e]{1,128}$/))
  .nullable()
  .catch(null)
const Milliseconds = z.coerce.number().int().positive().max(8.64e15).nullable().catch(null)

const Event = z.object({ event_name: z.string(), timestamp: z.union([z.string(), z.number().transform(String)]) })
const Receipt = z.object({
  message: z.object({
    msg_id: Id.default(null),
    tracking_id: Id.default(null),
    delivery_time: Milliseconds.default(null),
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
  const { tracking_id: trackingId, msg_id: providerId, delivery_time: time } = receipt.data.message
  const target = await findReceiptTarget(db, { trackingId, providerId })
  if (!target) return
  const deliveredAt = withinReason(time, target.claimedAt, clock.now())
  const campaign = await markDelivered(db, { channel: 'zalo', deliveryId: target.id, providerId, deliveredAt })
  if (campaign) changes.publish({ campaign, kind: 'progress' })
}

/** Not before we sent it and not after now, whatever the telephone's or Zalo's clock says. */
function withinReason(time: number | null, claimedAt: Date | null, now: Date): Date {
  if (time === null || time > now.getTime()) return now
  return claimedAt && time < claimedAt.getTime() ? claimedAt : new Date(time)
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'))
  } catch {
    return undefined
  }
}
