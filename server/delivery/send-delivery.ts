/** Sends one claimed message and writes what became of it. A crash in between leaves `sending`, which the sweep turns into `unknown`. */
import type { Logger } from 'pino'
import type { ChannelName, Message, Outcome } from '../channels/channel.ts'
import type { Deps } from '../deps.ts'
import { composeMessage } from './compose-message.ts'
import { judgeOutcome } from './judge-outcome.ts'
import { type ClaimedDelivery, holdChannel, recordVerdict, type SendingCampaign } from './queries.ts'

type Sending = { campaign: SendingCampaign; channel: ChannelName; delivery: ClaimedDelivery }

/** Returns the channel's outcome, for the log. Throws only when the row could not be written. */
export async function sendDelivery(
  { db, channels, clock, secrets, config, changes }: Deps,
  { campaign, channel, delivery }: Sending,
  log: Logger,
): Promise<Outcome> {
  const { address } = delivery
  const outcome: Outcome = address
    ? await channels[channel].send(
        messageFor(campaign, delivery, address, config.publicUrl, secrets.linkToken(delivery.respondentId)),
      )
    : { kind: 'rejected', failure: 'no-address' }

  const now = clock.now()
  const { verdict, holdUntil } = judgeOutcome(outcome, delivery.attempts, now)
  await recordVerdict(db, delivery.id, verdict, now)
  if (holdUntil && 'failure' in verdict) {
    await holdChannel(db, channel, holdUntil, verdict.failure)
    log.warn({ channel, failure: verdict.failure, until: holdUntil }, 'delivery.channel-held')
  }
  const failure = 'failure' in verdict ? verdict.failure : undefined
  log[outcome.kind === 'sent' ? 'debug' : 'info'](
    { deliveryId: delivery.id, channel, failure },
    `delivery.${verdict.state}`,
  )
  changes.publish({ campaign: campaign.id, kind: 'progress' })
  return outcome
}

function messageFor(
  campaign: SendingCampaign,
  delivery: ClaimedDelivery,
  recipient: string,
  publicUrl: string,
  token: string,
): Message {
  const link = `${publicUrl}/p/${token}`
  const composed = composeMessage({
    kind: delivery.kind,
    name: delivery.name,
    campaign: campaign.title,
    units: delivery.units.map((code) => campaign.unitNames[code] ?? code),
    closesAt: campaign.closesAt,
    organizer: campaign.organizer,
    link,
    unsubscribe: `${publicUrl}/unsubscribe/${token}`,
  })
  return { ...composed, deliveryId: delivery.id, recipient, name: delivery.name, link, token, campaign: campaign.title }
}
