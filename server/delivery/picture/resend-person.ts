/**
 * Sends one person their message now, over one channel: the one that failed once more, or, for somebody who was never
 * written to over it (a phone number that was added since), one more message of the latest wave.
 */
import type { ChannelName } from '../../channels/channel.ts'
import type { Config } from '../../config.ts'
import type { Tx } from '../../db/client.ts'
import type { Deps } from '../../deps.ts'
import { errors, type NotSendable } from '../../errors.ts'
import type { Staff } from '../../http/app-types.ts'
import { recordAudit } from '../../staff/record-audit.ts'
import type { DeliveryState } from '../queries.ts'
import { lockCampaignForWave, lockWave } from '../wave-queries.ts'
import { findCarrier, findRecipient, insertSingle, type Recipient } from './resend-queries.ts'
import { requeueAll } from './retry-queries.ts'
import type { ResentView } from './schemas.ts'
import { clearSettledBy } from './unknown-queries.ts'

const NEVER_WENT: DeliveryState[] = ['failed', 'withdrawn']

type Wish = { code: string; id: string; channel: ChannelName }

/** Throws campaign-unknown, person-unknown (404), campaign-not-open, campaign-paused, campaign-closed, person-not-sendable (409). */
export async function resendPerson(
  { config, db, clock, changes }: Pick<Deps, 'config' | 'db' | 'clock' | 'changes'>,
  { code, id, channel }: Wish,
  staff: Staff,
): Promise<ResentView> {
  const now = clock.now()
  const campaignId = await db.transaction(async (tx) => {
    // The lock of waves: neither another press nor a wave that begins writes the same person a second message.
    const campaign = await lockCampaignForWave(tx, code)
    if (!campaign) throw errors.campaignUnknown()
    const person = await findRecipient(tx, campaign.id, id, channel)
    if (!person) throw errors.personUnknown()
    refuseUnlessOpen(campaign, now)
    const against = isConfigured(config, channel) ? whatStandsAgainst(person) : 'channel'
    if (against) throw errors.personNotSendable(against)
    const { replaced } = person
    const sent = await queue(tx, { campaignId: campaign.id, id, channel, replaced, actor: staff.email, now })
    await recordAudit(tx, {
      actor: staff.email,
      action: 'people.resend',
      campaign: code,
      details: { person: id, channel, ...sent },
    })
    return campaign.id
  })
  changes.publish({ campaign: campaignId, kind: 'progress' })
  return { state: 'queued' }
}

function refuseUnlessOpen({ status, closesAt }: { status: string; closesAt: Date | null }, now: Date): void {
  if (status === 'draft') throw errors.campaignNotOpen()
  if ((closesAt && closesAt <= now) || (status !== 'open' && status !== 'paused')) throw errors.campaignClosed()
  if (status === 'paused') throw errors.campaignPaused()
}

/** In production a channel without settings would swallow the message. */
const isConfigured = ({ production, smtp, zalo }: Config, channel: ChannelName): boolean =>
  !production || Boolean(channel === 'email' ? smtp : zalo)

function whatStandsAgainst(person: Recipient): NotSendable | undefined {
  if (person.answered) return 'answered'
  if (person.optedOut) return 'opted-out'
  if (!person.addressed) return 'no-address'
  if (person.addressFailure !== null) return 'address-failed'
  if (person.waiting) return 'waiting'
  if (person.unknown) return 'unknown'
  if (person.sent) return 'sent'
  return person.full ? 'limit' : undefined
}

/** `added`: the message was not there before. */
async function queue(
  tx: Tx,
  {
    campaignId,
    id,
    channel,
    replaced,
    actor,
    now,
  }: { campaignId: string; id: string; channel: ChannelName; replaced: boolean; actor: string; now: Date },
): Promise<{ delivery: string; wave: number; added: boolean }> {
  const carrier = await findCarrier(tx, campaignId, id, channel)
  // Held until the end: a stop comes before, and is seen, or after, and withdraws this message too.
  const wave = carrier && (await lockWave(tx, campaignId, carrier.wave))
  if (!carrier || !wave || (wave.state !== 'running' && wave.state !== 'paused'))
    throw errors.personNotSendable('no-wave')
  if (carrier.delivery === null) {
    const { waveId } = carrier
    const added = await insertSingle(tx, { campaignId, waveId, respondentId: id, channel, actor, now })
    if (!added) throw errors.personNotSendable('waiting')
    return { delivery: added, wave: carrier.wave, added: true }
  }
  await clearSettledBy(tx, [carrier.delivery])
  // What went out with the present link was refused above, so after a re-issue one that did go out carries a dead link.
  const from: DeliveryState[] = replaced ? [...NEVER_WENT, 'sent', 'delivered', 'unknown'] : NEVER_WENT
  const changed = await requeueAll(tx, [carrier.delivery], { actor, now, from })
  // Sent again by somebody else at this moment, or a late receipt came.
  if (changed === 0) throw errors.personNotSendable('waiting')
  return { delivery: carrier.delivery, wave: carrier.wave, added: false }
}
