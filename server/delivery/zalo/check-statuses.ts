/**
 * Asks Zalo what became of messages that may or may not have gone out, and of those without a receipt. A "yes" settles;
 * a "no" settles only what Zalo itself had given an id: whether it knows a message by our tracking id is written nowhere, so
 * all else stays `unknown` for the receipt or a person. Nothing is ever sent again from here.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Channel, MessageStatus } from '../../channels/channel.ts'
import type { Deps } from '../../deps.ts'
import type { JobTools } from '../../queue/define-job.ts'
import { failDelivery } from '../failure-queries.ts'
import { sendingHeld } from '../hold/queries.ts'
import { markDelivered } from '../queries.ts'
import { claimQuestion, type DoubtfulMessage, listDoubtful, settleAsSent } from './status-queries.ts'

/** At most five questions a second, and done before the next minute's run begins. */
const PACE_MS = 200
const BATCH = 200
const RUN_MS = 45_000

/** Returns how many were asked. `paceMs` is for tests that cannot wait. */
export async function checkStatuses(
  deps: Pick<Deps, 'db' | 'clock' | 'channels' | 'changes'>,
  { log, signal }: JobTools,
  paceMs = PACE_MS,
): Promise<number> {
  const { db, clock, channels, changes } = deps
  const { zalo } = channels
  // A database that may be a copy asks nothing: it would spend a token that is another's.
  if (!zalo.status || (await sendingHeld(db))) return 0
  const until = performance.now() + RUN_MS
  let asked = 0
  for (const message of await listDoubtful(db, clock.now(), BATCH)) {
    if (signal.aborted || performance.now() > until) break
    const turn = performance.now() + paceMs
    if (!(await claimQuestion(db, message, clock.now()))) continue
    const status = await ask(zalo, message)
    asked++
    const campaign = await settle(deps, message, status)
    if (campaign) changes.publish({ campaign, kind: 'progress' })
    log.debug({ deliveryId: message.id, status: status.kind }, 'zalo.status')
    if (status.kind === 'unanswered' && status.everyone) {
      log.warn({ failure: status.failure }, 'zalo.status-unavailable')
      break
    }
    await pause(Math.max(0, turn - performance.now()), undefined, { signal }).catch(() => {})
  }
  return asked
}

const ask = (zalo: Channel, { id, providerId, recipient }: DoubtfulMessage): Promise<MessageStatus> =>
  zalo.status!({ deliveryId: id, providerId, recipient })

async function settle(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id, state, providerId }: DoubtfulMessage,
  status: MessageStatus,
): Promise<string | undefined> {
  const now = clock.now()
  switch (status.kind) {
    case 'delivered': {
      const deliveredAt = status.at && status.at < now ? status.at : now
      return markDelivered(db, { channel: 'zalo', deliveryId: id, providerId: null, deliveredAt })
    }
    case 'sent':
      return state === 'unknown' ? settleAsSent(db, id) : undefined
    case 'absent':
      // A `sent` message was taken by Zalo's own word; that it forgets old ones would be no wonder.
      if (state !== 'unknown' || !providerId) return undefined
      return db.transaction((tx) =>
        failDelivery(tx, id, { failure: 'zalo-absent', address: false, now, from: ['unknown'] }),
      )
    default:
      return undefined
  }
}
