/**
 * Works through a channel's due messages: claims as many rows as there are free places and the channel's pace allows, sends
 * them side by side, and claims again as each ends. So a process that dies leaves at most `parallel` rows in doubt, and
 * any number of processes share the work and the pace, because claiming is a conditional update under the channel's gate.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChannelName } from '../channels/channel.ts'
import type { Deps } from '../deps.ts'
import type { JobTools } from '../queue/define-job.ts'
import { type Gate, openGate, payGate } from './channel-queries.ts'
import {
  type ClaimedDelivery,
  claimDeliveries,
  deferDeliveries,
  listDueCampaigns,
  type SendingCampaign,
} from './queries.ts'
import { sendDelivery } from './send-delivery.ts'
import { nextSendingMoment } from './sending-hours.ts'

/** A pace slower than this leaves the rest to the next sweep, rather than keep a job waiting. */
const LONGEST_WAIT_MS = 60_000
/** A pace that is raised, or a pause, is seen so soon. */
const LOOK_AGAIN_MS = 5_000
/** A slow pace keeps a run going for hours; so old may its knowledge of hours, days off and words be. */
const REREAD_MS = 5_000

export async function dispatchDeliveries(deps: Deps, channel: ChannelName, tools: JobTools): Promise<void> {
  for (const campaign of await listDueCampaigns(deps.db, channel, deps.clock.now())) {
    await sendDue(deps, campaign, channel, tools)
  }
}

async function sendDue(
  deps: Deps,
  found: SendingCampaign,
  channel: ChannelName,
  { log, signal }: JobTools,
): Promise<void> {
  const inFlight = new Set<Promise<void>>()
  let campaign = found
  let readAt = deps.clock.now()
  try {
    while (!signal.aborted) {
      const now = deps.clock.now()
      if (now.getTime() - readAt.getTime() >= REREAD_MS) {
        campaign = (await listDueCampaigns(deps.db, channel, now)).find(({ id }) => id === found.id) ?? campaign
        readAt = now
      }
      const until = nextSendingMoment(campaign.sendingHours, channel, now, campaign.daysOff)
      if (until > now) {
        await deferDeliveries(deps.db, { campaignId: campaign.id, channel, now, until })
        return
      }
      const { gate, limit, taken, claimed } = await claim(
        deps,
        { campaignId: campaign.id, channel, now },
        inFlight.size,
      )
      for (const delivery of claimed) {
        const sending = sendDelivery(deps, { campaign, channel, delivery }, log)
          // The row stays `sending` and becomes `unknown`: whether the message went out is written nowhere.
          .catch(() => log.error({ deliveryId: delivery.id, channel }, 'delivery.outcome-lost'))
          .finally(() => inFlight.delete(sending))
        inFlight.add(sending)
      }
      if (taken > claimed.length) deps.changes.publish({ campaign: campaign.id, kind: 'progress' })
      if (taken > 0 && taken === limit && inFlight.size < gate.parallel) continue
      if (gate.waitMs !== undefined) {
        if (gate.waitMs > LONGEST_WAIT_MS) return
        await pause(Math.min(gate.waitMs, LOOK_AGAIN_MS), signal)
      } else if (inFlight.size > 0) await Promise.race(inFlight)
      else if (taken === 0) return
    }
  } finally {
    await Promise.all(inFlight)
  }
}

/** One transaction: what the gate allows, the rows, and the price. `limit` is how many could have been claimed. */
async function claim(
  { db, channels }: Deps,
  { campaignId, channel, now }: { campaignId: string; channel: ChannelName; now: Date },
  underWay: number,
): Promise<{ gate: Gate; limit: number; taken: number; claimed: ClaimedDelivery[] }> {
  return db.transaction(async (tx) => {
    const gate = await openGate(tx, { channel, now, paced: !channels[channel].unpaced })
    const limit = Math.min(gate.allowed, gate.parallel - underWay)
    if (limit <= 0) return { gate, limit: 0, taken: 0, claimed: [] }
    const { taken, claimed } = await claimDeliveries(tx, { campaignId, channel, now, limit })
    await payGate(tx, channel, claimed.length)
    return { gate, limit, taken, claimed }
  })
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {}) // told to stop: the loop sees it
}
