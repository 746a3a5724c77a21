/**
 * A person settles a message that nobody could tell of: it went out, it did not, or it did not and is sent once more. The
 * word of a receipt that comes later still wins.
 */

import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import { failDelivery, requeueDelivery } from '../failure-queries.ts'
import type { SettleBody, SettledView } from './schemas.ts'
import { clearSettledBy, lockDelivery, type SettledDelivery, settleAsSent } from './unknown-queries.ts'

/**
 * Throws not-found (404) for a message that the campaign does not have, delivery-settled (409) when it is not unknown any
 * more, and to send again campaign-closed or wave-state (409).
 */
export async function settleDelivery(
  { db, clock, changes }: Pick<Deps, 'db' | 'clock' | 'changes'>,
  { code, id, as }: { code: string; id: string; as: SettleBody['as'] },
  staff: Staff,
): Promise<SettledView> {
  const now = clock.now()
  const campaignId = await db.transaction(async (tx) => {
    const delivery = await lockDelivery(tx, code, id)
    if (!delivery) throw errors.notFound()
    if (delivery.state !== 'unknown') throw errors.deliverySettled()
    if (as === 'not-sent-retry') refuseUnlessSending(delivery)
    await clearSettledBy(tx, [id])
    await settle(tx, id, as, { actor: staff.email, now })
    await recordAudit(tx, {
      actor: staff.email,
      action: 'delivery.settle',
      campaign: code,
      details: { delivery: id, channel: delivery.channel, as },
    })
    return delivery.campaignId
  })
  changes.publish({ campaign: campaignId, kind: 'progress' })
  return { state: STATE_OF[as] }
}

const STATE_OF = { sent: 'sent', 'not-sent': 'failed', 'not-sent-retry': 'queued' } as const

function refuseUnlessSending({ campaignStatus, waveState }: SettledDelivery): void {
  if (campaignStatus !== 'open' && campaignStatus !== 'paused') throw errors.campaignClosed()
  if (waveState === 'stopped') throw errors.waveStateInvalid()
}

async function settle(
  tx: Tx,
  id: string,
  as: SettleBody['as'],
  { actor, now }: { actor: string; now: Date },
): Promise<void> {
  switch (as) {
    case 'sent':
      await settleAsSent(tx, id, { actor, now })
      return
    case 'not-sent':
      await failDelivery(tx, id, { failure: 'settled-not-sent', address: false, now, actor, from: ['unknown'] })
      return
    case 'not-sent-retry':
      await requeueDelivery(tx, id, { failure: null, dueAt: now, actor, from: ['unknown'] })
  }
}
