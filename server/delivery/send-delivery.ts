/** Sends one claimed message and writes what became of it. A crash in between leaves `sending`, which the sweep turns into `unknown`. */
import type { Logger } from 'pino'
import type { ChannelName, Message, Outcome } from '../channels/channel.ts'
import type { Deps } from '../deps.ts'
import { holdChannel, noteSent, pauseIfFailing } from './channel-queries.ts'
import { composeMessage } from './compose-message.ts'
import { judgeOutcome } from './judge-outcome.ts'
import { type ClaimedDelivery, recordVerdict, type SendingCampaign } from './queries.ts'

type Sending = { campaign: SendingCampaign; channel: ChannelName; delivery: ClaimedDelivery }

/** Throws only when the row could not be written. */
export async function sendDelivery(
  { db, channels, clock, secrets, config, changes }: Deps,
  { campaign, channel, delivery }: Sending,
  log: Logger,
): Promise<void> {
  const { address, addressFailure } = delivery
  const outcome: Outcome = address
    ? await channels[channel].send(
        messageFor(campaign, delivery, address, {
          publicUrl: config.publicUrl,
          token: secrets.linkToken(delivery.respondentId, delivery.linkIssue),
          optOut: secrets.optOutToken(delivery.respondentId),
        }),
      )
    : { kind: 'rejected', failure: addressFailure ?? 'no-address' }

  const now = clock.now()
  const { verdict, hold } = judgeOutcome(outcome, delivery.attempts, now)
  const paused = await db.transaction(async (tx) => {
    await recordVerdict(tx, delivery, verdict, now)
    if (outcome.kind === 'sent') await noteSent(tx, channel, { quota: outcome.quota, now })
    if (hold) await holdChannel(tx, channel, hold)
    if (verdict.state === 'failed' || verdict.state === 'unknown') return pauseIfFailing(tx, channel, now)
    return undefined
  })
  if (hold) log.warn({ channel, failure: hold.failure, until: hold.until }, 'delivery.channel-held')
  if (paused) log.error({ channel, failure: paused }, 'delivery.channel-paused')
  const failure = 'failure' in verdict ? verdict.failure : undefined
  log[outcome.kind === 'sent' ? 'debug' : 'info'](
    { deliveryId: delivery.id, channel, failure },
    `delivery.${verdict.state}`,
  )
  changes.publish({ campaign: campaign.id, kind: 'progress' })
}

function messageFor(
  campaign: SendingCampaign,
  delivery: ClaimedDelivery,
  recipient: string,
  { publicUrl, token, optOut }: { publicUrl: string; token: string; optOut: string },
): Message {
  const link = `${publicUrl}/p/${token}`
  const unsubscribe = `${publicUrl}/unsubscribe/${optOut}`
  const composed = composeMessage({
    kind: delivery.kind,
    template: campaign.templates[delivery.kind],
    name: delivery.name,
    campaign: campaign.title,
    units: delivery.units.map((code) => campaign.unitNames[code] ?? code),
    closesAt: campaign.closesAt,
    organizer: campaign.organizer,
    link,
    unsubscribe,
  })
  const { id: deliveryId, name } = delivery
  return { ...composed, deliveryId, recipient, name, link, token, unsubscribe, campaign: campaign.title }
}
