/** What an estimate needs to know of the channels and the campaign, as it is now. */
import type { Channel, ChannelName } from '../../channels/channel.ts'
import { dayInVietnam } from '../../clock.ts'
import type { Db, Tx } from '../../db/client.ts'
import { type ChannelRow, findChannels } from '../channel-queries.ts'
import type { ChannelSituation, SendingSituation } from './estimate-sending.ts'
import type { PlanCampaign } from './queries.ts'

/** `ahead`: messages of other waves that wait in each channel's queue. */
export async function readSituation(
  db: Db | Tx,
  channels: Record<ChannelName, Channel>,
  campaign: Pick<PlanCampaign, 'sendingHours' | 'daysOff' | 'closesAt'>,
  ahead: Record<ChannelName, number>,
  now: Date,
): Promise<SendingSituation> {
  const rows = await findChannels(db)
  const of = (name: ChannelName): ChannelSituation => {
    const row = rows.find(({ channel }) => channel === name)!
    return { ...stateOf(row, now), outbox: channels[name].unpaced === true, ahead: ahead[name] }
  }
  return {
    channels: { email: of('email'), zalo: of('zalo') },
    hours: campaign.sendingHours,
    daysOff: campaign.daysOff,
    closesAt: campaign.closesAt,
    now,
  }
}

function stateOf(row: ChannelRow, now: Date): Pick<ChannelSituation, 'pace' | 'stopped'> {
  const { perMinute, perDay, quotaDaily, quotaRemaining, quotaAt } = row
  const quota =
    quotaDaily === null || quotaRemaining === null || quotaAt === null
      ? null
      : { daily: quotaDaily, remaining: quotaRemaining, at: quotaAt }
  const held = row.heldUntil !== null && row.heldUntil > now
  return {
    pace: { perMinute, perDay, triedToday: triedToday(row, now), quota },
    stopped: row.pausedAt ? 'paused' : held ? 'held' : null,
  }
}

/** Messages tried on this day in Viet Nam. */
export const triedToday = ({ day, dayCount }: Pick<ChannelRow, 'day' | 'dayCount'>, now: Date): number =>
  day === dayInVietnam(now) ? dayCount : 0
