/** Until when waves will have gone out, per channel and in words. Pure; see run-out-queue.ts for the reckoning. */
import type { ChannelName } from '../../channels/channel.ts'
import type { SendingHours } from '../sending-hours.ts'
import { describeEstimate } from './describe-estimate.ts'
import { type Pace, type Run, runOutQueue } from './run-out-queue.ts'
import type { EstimateView } from './schemas.ts'

export type ChannelSituation = {
  pace: Pace
  /** The built-in outbox: no pace, no quota. */
  outbox: boolean
  stopped: 'paused' | 'held' | null
  /** Messages of other waves that wait already, of any campaign. */
  ahead: number
}

export type SendingSituation = {
  channels: Record<ChannelName, ChannelSituation>
  hours: SendingHours
  daysOff: string[]
  closesAt: Date | null
  now: Date
}

/** `messages` of a channel that the wave does not use: null. */
export type WaveToEstimate = {
  startsAt: Date
  people: number
  messages: Record<ChannelName, number | null>
  order: 'together' | 'in-order'
}

/** One channel's part, with what its words need. */
export type ChannelOutlook = Run & { channel: ChannelName; messages: number; situation: ChannelSituation }

const NO_PACE: Pace = { perMinute: null, perDay: null, triedToday: 0, quota: null }
const MINUTE_MS = 60_000

/** One answer per wave, in the order given: the earliest first, because a later one waits for those before it. */
export function estimateSending(waves: WaveToEstimate[], situation: SendingSituation): EstimateView[] {
  const byChannel = {
    email: runsOf('email', waves, situation),
    zalo: runsOf('zalo', waves, situation),
  }
  return waves.map((wave, index) => {
    const outlooks = (['email', 'zalo'] as const).flatMap((channel): ChannelOutlook[] => {
      const messages = wave.messages[channel]
      if (messages === null) return []
      return [{ ...byChannel[channel][index]!, channel, messages, situation: situation.channels[channel] }]
    })
    return {
      email: viewOf(outlooks, 'email', situation.closesAt),
      zalo: viewOf(outlooks, 'zalo', situation.closesAt),
      ...describeEstimate(wave, outlooks, situation),
    }
  })
}

function runsOf(channel: ChannelName, waves: WaveToEstimate[], situation: SendingSituation): Run[] {
  const { pace, outbox, ahead } = situation.channels[channel]
  const queue = [
    { messages: ahead, startsAt: situation.now },
    ...waves.map((wave) => ({ messages: wave.messages[channel] ?? 0, startsAt: wave.startsAt })),
  ]
  return runOutQueue(queue, { ...situation, channel, pace: outbox ? NO_PACE : pace }).slice(1)
}

function viewOf(outlooks: ChannelOutlook[], channel: ChannelName, closesAt: Date | null): EstimateView['email'] {
  const outlook = outlooks.find((one) => one.channel === channel)
  if (!outlook) return null
  const { messages, from, until, days, inTime } = outlook
  return {
    messages,
    from: from?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    days,
    missed: messages - inTime,
    lateMinutes: closesAt && until && until >= closesAt ? minutesLate(until, closesAt) : null,
  }
}

/** At the very moment of closing is too late already. */
export const minutesLate = (until: Date, closesAt: Date): number =>
  Math.floor((until.getTime() - closesAt.getTime()) / MINUTE_MS) + 1
