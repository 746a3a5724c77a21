/** When messages may go out (Decree 91/2020; domain/README "Zalo"). Pure. */
import type { ChannelName } from '../channels/channel.ts'

export type SendingHours = { from: string; to: string } | 'any'

const DEFAULT = { from: 7 * 60, to: 21 * 60 + 30 }
/** Zalo delivers nothing between 22:00 and 06:00, whatever a campaign allows. */
const ZALO = { from: 6 * 60, to: 22 * 60 }

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
/** Viet Nam keeps UTC+7 all year. */
const VIETNAM_MINUTES = 7 * 60

/** `now` itself when sending is allowed, otherwise the moment the next window begins. A window that is empty or turned round counts as the default. */
export function nextSendingMoment(hours: SendingHours, channel: ChannelName, now: Date): Date {
  if (hours === 'any') return now
  const { from, to } = windowOf(hours, channel)
  const minute = now.getTime() / MINUTE_MS + VIETNAM_MINUTES
  const midnight = Math.floor(minute / DAY_MINUTES) * DAY_MINUTES
  const ofDay = minute - midnight
  if (ofDay >= from && ofDay < to) return now
  const opens = midnight + from + (ofDay < from ? 0 : DAY_MINUTES)
  return new Date((opens - VIETNAM_MINUTES) * MINUTE_MS)
}

function windowOf(hours: { from: string; to: string }, channel: ChannelName): { from: number; to: number } {
  const wished = { from: minutesOf(hours.from), to: minutesOf(hours.to) }
  const campaign = wished.from < wished.to ? wished : DEFAULT
  if (channel !== 'zalo') return campaign
  const both = { from: Math.max(campaign.from, ZALO.from), to: Math.min(campaign.to, ZALO.to) }
  return both.from < both.to ? both : ZALO
}

function minutesOf(clock: string): number {
  const [hour = Number.NaN, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
