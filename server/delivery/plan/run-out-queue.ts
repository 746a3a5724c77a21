/**
 * When messages will have gone out, given pace, daily limits and sending hours. Pure. The same rule of hours as sending
 * itself: a moment is open when `nextSendingMoment` leaves it where it is.
 *
 * The dispatcher takes messages in the order of their moments, so batches run one after the other here too.
 */
import type { ChannelName } from '../../channels/channel.ts'
import { nextSendingMoment, type SendingHours } from '../sending-hours.ts'

export type Pace = {
  /** Null: no limit. */
  perMinute: number | null
  perDay: number | null
  /** Messages tried today already, against `perDay`. */
  triedToday: number
  /** What the provider said last; null when it has not said anything yet. */
  quota: { daily: number; remaining: number; at: Date } | null
}

export type Batch = { messages: number; startsAt: Date }

/** What becomes of one batch. Without messages all is null or 0. */
export type Run = {
  /** When the first message goes out; null when none ever does. */
  from: Date | null
  /** When the last one does; null when it takes longer than ten years. */
  until: Date | null
  /** Calendar days in Viet Nam from the first to the last, both included. */
  days: number
  /** Messages that go out before `closesAt`; all of them when nothing closes. */
  inTime: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const VIETNAM_MS = 7 * 60 * MINUTE_MS
const LONGEST_DAYS = 3_660

/** Viet Nam's days, counted; UTC+7 all year. */
const dayOf = (ms: number): number => Math.floor((ms + VIETNAM_MS) / DAY_MS)
const midnightOf = (day: number): number => day * DAY_MS - VIETNAM_MS

export function runOutQueue(
  batches: Batch[],
  {
    channel,
    pace,
    hours,
    daysOff,
    closesAt,
    now,
  }: {
    channel: ChannelName
    pace: Pace
    hours: SendingHours
    daysOff: string[]
    closesAt: Date | null
    now: Date
  },
): Run[] {
  const today = dayOf(now.getTime())
  const opensAt = (ms: number): number => nextSendingMoment(hours, channel, new Date(ms), daysOff).getTime()
  let at = now.getTime()
  /** Of the day that `at` stands in. */
  let used = { day: today, count: 0 }

  const leftOf = (day: number): number => {
    const sent = used.day === day ? used.count : 0
    const own = pace.perDay === null ? Number.POSITIVE_INFINITY : pace.perDay - (day === today ? pace.triedToday : 0)
    return Math.min(own, quotaOf(pace, day)) - sent
  }

  return batches.map(({ messages, startsAt }) => {
    const run: Run = { from: null, until: null, days: 0, inTime: 0 }
    at = Math.max(at, startsAt.getTime())
    const lastDay = dayOf(at) + LONGEST_DAYS
    let left = messages
    while (left > 0) {
      at = opensAt(at)
      const day = dayOf(at)
      if (day > lastDay) return { ...run, until: null, days: 0 }
      const fits =
        pace.perMinute === null ? left : Math.ceil(((endOfWindow(at, opensAt) - at) * pace.perMinute) / MINUTE_MS)
      const count = Math.min(left, fits, leftOf(day))
      if (count <= 0) {
        at = midnightOf(day + 1)
        continue
      }
      const after = (messagesLater: number): number =>
        pace.perMinute === null ? at : at + Math.floor((messagesLater * MINUTE_MS) / pace.perMinute)
      run.from ??= new Date(at)
      run.until = new Date(after(count - 1))
      run.days = day - dayOf(run.from.getTime()) + 1
      run.inTime += beforeClose(count, at, pace.perMinute, closesAt)
      used = { day, count: (used.day === day ? used.count : 0) + count }
      left -= count
      at = left === 0 ? after(count) : Math.max(after(count), midnightOf(day + 1))
    }
    return run
  })
}

/** How many of `count` messages that follow each other from `at` on go out before the campaign closes. */
function beforeClose(count: number, at: number, perMinute: number | null, closesAt: Date | null): number {
  if (!closesAt) return count
  const time = closesAt.getTime() - at
  if (time <= 0) return 0
  return perMinute === null ? count : Math.min(count, Math.ceil((time * perMinute) / MINUTE_MS))
}

/** A new day brings the whole quota. */
function quotaOf({ quota }: Pace, day: number): number {
  if (!quota) return Number.POSITIVE_INFINITY
  return dayOf(quota.at.getTime()) === day ? quota.remaining : quota.daily
}

/** The first whole minute after the open moment `at`, of the same day, at which nothing goes out any more. */
function endOfWindow(at: number, opensAt: (ms: number) => number): number {
  const isOpen = (ms: number): boolean => opensAt(ms) === ms
  let open = Math.floor(at / MINUTE_MS)
  let shut = midnightOf(dayOf(at) + 1) / MINUTE_MS
  // A window is one piece of a day, so halving finds its end.
  while (shut - open > 1) {
    const middle = Math.floor((open + shut) / 2)
    if (isOpen(middle * MINUTE_MS)) open = middle
    else shut = middle
  }
  return shut * MINUTE_MS
}
