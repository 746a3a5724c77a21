/**
 * Works through a channel's due messages: claims as many rows as there are free places, sends them side by side, and
 * claims again as each ends. So a process that dies leaves at most CONCURRENCY rows in doubt, and any number of
 * processes share the work, because claiming is a conditional update.
 */
import type { ChannelName, Quota } from '../channels/channel.ts'
import type { Deps } from '../deps.ts'
import type { JobTools } from '../queue/define-job.ts'
import { claimDeliveries, deferDeliveries, listDueCampaigns, type SendingCampaign } from './queries.ts'
import { sendDelivery } from './send-delivery.ts'
import { nextSendingMoment } from './sending-hours.ts'

/** As many as the mail pool has connections (channels/email.ts). */
const CONCURRENCY = 10

export async function dispatchDeliveries(deps: Deps, channel: ChannelName, tools: JobTools): Promise<void> {
  for (const campaign of await listDueCampaigns(deps.db, channel, deps.clock.now())) {
    await sendDue(deps, campaign, channel, tools)
  }
}

async function sendDue(
  deps: Deps,
  campaign: SendingCampaign,
  channel: ChannelName,
  { log, signal }: JobTools,
): Promise<void> {
  const inFlight = new Set<Promise<void>>()
  let quota: Quota | undefined
  try {
    while (!signal.aborted) {
      const now = deps.clock.now()
      const until = nextSendingMoment(campaign.sendingHours, channel, now)
      if (until > now) {
        await deferDeliveries(deps.db, { campaignId: campaign.id, channel, now, until })
        return
      }
      const limit = CONCURRENCY - inFlight.size
      const { taken, claimed } = await claimDeliveries(deps.db, { campaignId: campaign.id, channel, now, limit })
      for (const delivery of claimed) {
        const sending = sendDelivery(deps, { campaign, channel, delivery }, log)
          .then((outcome) => {
            if (outcome.kind === 'sent') quota = outcome.quota ?? quota
          })
          // The row stays `sending` and becomes `unknown`: whether the message went out is written nowhere.
          .catch(() => log.error({ deliveryId: delivery.id, channel }, 'delivery.outcome-lost'))
          .finally(() => inFlight.delete(sending))
        inFlight.add(sending)
      }
      if (taken > claimed.length) deps.changes.publish({ campaign: campaign.id, kind: 'progress' })
      if (taken === 0 && inFlight.size === 0) return
      if (inFlight.size > 0 && (taken < limit || inFlight.size === CONCURRENCY)) await Promise.race(inFlight)
    }
  } finally {
    await Promise.all(inFlight)
    if (quota) log.info({ channel, ...quota }, 'delivery.quota')
  }
}
