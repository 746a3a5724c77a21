/**
 * A mail that came to the bounce address, from the mailbox or the listener. Each report counts once, by its own
 * Message-ID, so reading a mailbox again does nothing. Whoever would forge one must know the random id of a delivery,
 * which only its own recipient and the mail systems on the way have seen.
 */
import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { type Bounce, readBounce } from '../../channels/read-bounce.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { pauseIfFailing } from '../channel-queries.ts'
import { failDelivery, requeueDelivery } from '../failure-queries.ts'
import { markDelivered } from '../queries.ts'
import { insertBounce, lockBouncedDelivery } from './queries.ts'

const MINUTE_MS = 60_000
/** Pause after the first, second and third soft bounce; the fourth ends it. */
const SOFT_PAUSES_MS = [30 * MINUTE_MS, 120 * MINUTE_MS, 480 * MINUTE_MS]

/** `ours`: a report about a message of this installation, counted now or before. `not-ours`: other people's mail, or no report. */
export type AcceptedBounce = 'ours' | 'not-ours'

/** `recipients`: those of the SMTP envelope, where they are known. Throws when the database is away: offer it again. */
export async function acceptBounce(
  deps: Pick<Deps, 'config' | 'db' | 'clock' | 'changes'>,
  log: Logger,
  raw: Uint8Array,
  recipients?: string[],
): Promise<AcceptedBounce> {
  const { config, db, clock, changes } = deps
  const reader = { bounce: config.mail.bounce, messageHost: new URL(config.publicUrl).hostname }
  const bounce = await readBounce(raw, reader, recipients)
  if (!bounce?.deliveryId) return 'not-ours'

  const { deliveryId, status, kind } = bounce
  const now = clock.now()
  // A receipt may be written twice without harm, and must not be lost between two transactions.
  const delivered = { channel: 'email' as const, deliveryId, providerId: null, deliveredAt: now }
  const reached = kind === 'delivered' ? await markDelivered(db, delivered) : undefined
  const taken = await db.transaction(async (tx) => {
    const delivery = await lockBouncedDelivery(tx, deliveryId)
    if (!delivery) return 'unknown'
    if (!(await insertBounce(tx, { id: identify(raw), deliveryId, status, kind, at: now }))) return 'repeated'
    const campaignId = await act(tx, bounce, delivery.softBounces, deliveryId, now)
    const paused = kind === 'hard' ? await pauseIfFailing(tx, 'email', now) : undefined
    return { campaignId, paused }
  })
  if (taken === 'unknown') return 'not-ours'
  if (taken === 'repeated') return 'ours'

  log.info({ deliveryId, status, kind }, 'bounce.taken')
  if (taken.paused) log.warn({ channel: 'email', reason: taken.paused }, 'delivery.channel-paused')
  const campaign = reached ?? taken.campaignId
  if (campaign) changes.publish({ campaign, kind: 'progress' })
  return 'ours'
}

/** Returns the campaign's id when the delivery changed. A message that has waited again since, or was given up, stays so. */
function act(tx: Tx, bounce: Bounce, softBounces: number, id: string, now: Date): Promise<string | undefined> {
  const failure = `bounce-${bounce.status}`
  const pause = SOFT_PAUSES_MS[softBounces]
  switch (bounce.kind) {
    case 'hard':
      return failDelivery(tx, id, {
        ...{ failure, address: bounce.address, now },
        from: ['queued', 'sending', 'sent', 'unknown', 'delivered'],
      })
    case 'soft':
      if (pause === undefined) return failDelivery(tx, id, { failure, address: false, now })
      return requeueDelivery(tx, id, {
        ...{ failure, softBounce: true, dueAt: new Date(now.getTime() + pause) },
        from: ['sending', 'sent', 'unknown', 'delivered'],
      })
    default:
      return Promise.resolve(undefined)
  }
}

/** SHA-256 of the report's own Message-ID, or of the whole when it has none. */
function identify(raw: Uint8Array): Buffer {
  const source = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const head = source.toString('latin1', 0, 64 << 10).split(/\r?\n\r?\n/, 1)[0]!
  const id = /^Message-ID:\s*(<[^<>\s]+>)/im.exec(head)?.[1]
  return createHash('sha256')
    .update(id ?? source)
    .digest()
}
