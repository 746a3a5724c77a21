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

/**
 * `now` itself when sending is allowed, otherwise the moment the next window begins. A window that is empty or turned round
 * counts as the default. `daysOff`: dates as YYYY-MM-DD, and "sat" or "sun" for every one; they hold with "any" hours too.
 */
export function nextSendingMoment(
  hours: SendingHours,
  channel: ChannelName,
  now: Date,
  daysOff: readonly string[] = [],
): Date {
  const { from, to } = hours === 'any' ? { from: 0, to: DAY_MINUTES } : windowOf(hours, channel)
  const minute = now.getTime() / MINUTE_MS + VIETNAM_MINUTES
  let midnight = Math.floor(minute / DAY_MINUTES) * DAY_MINUTES
  if (!isOff(midnight, daysOff)) {
    const ofDay = minute - midnight
    if (ofDay >= from && ofDay < to) return now
    if (ofDay < from) return momentOf(midnight + from)
  }
  // Whoever marks every day as off has stopped sending, and is asked again after two years.
  for (let day = 0; day < MOST_DAYS; day++) {
    midnight += DAY_MINUTES
    if (!isOff(midnight, daysOff)) break
  }
  return momentOf(midnight + from)
}

/** Six o'clock tomorrow in Viet Nam, when a new day's quota can be used. */
export function nextZaloMorning(now: Date): Date {
  const minute = now.getTime() / MINUTE_MS + VIETNAM_MINUTES
  return momentOf((Math.floor(minute / DAY_MINUTES) + 1) * DAY_MINUTES + ZALO.from)
}

const MOST_DAYS = 731
const momentOf = (localMinute: number): Date => new Date((localMinute - VIETNAM_MINUTES) * MINUTE_MS)

/** `midnight`: minutes since 1970 in Vietnamese time, which was a Thursday. */
function isOff(midnight: number, daysOff: readonly string[]): boolean {
  if (daysOff.length === 0) return false
  const weekday = (Math.floor(midnight / DAY_MINUTES) + 4) % 7
  if ((weekday === 0 && daysOff.includes('sun')) || (weekday === 6 && daysOff.includes('sat'))) return true
  return daysOff.includes(new Date(midnight * MINUTE_MS).toISOString().slice(0, 10))
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
