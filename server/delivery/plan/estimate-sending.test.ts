import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChannelName } from '../../channels/channel.ts'
import { nextSendingMoment, type SendingHours } from '../sending-hours.ts'
import { type ChannelSituation, estimateSending, type SendingSituation } from './estimate-sending.ts'
import { type Batch, type Pace, type Run, runOutQueue } from './run-out-queue.ts'

const MINUTE_MS = 60_000
const vietnam = (time: string) => new Date(`${time}+07:00`)
const usual = { from: '07:00', to: '21:30' }

type Scene = {
  channel: ChannelName
  pace: Pace & { perMinute: number }
  hours: SendingHours
  daysOff: string[]
  closesAt: Date | null
  now: Date
}

/** Looks at every minute, one after the other, and counts. */
function simulate(batches: Batch[], { channel, pace, hours, daysOff, closesAt, now }: Scene): Run[] {
  const dayOf = (at: Date) => new Date(at.getTime() + 420 * MINUTE_MS).toISOString().slice(0, 10)
  const today = dayOf(now)
  const runs = batches.map((): Run => ({ from: null, until: null, days: 0, inTime: 0 }))
  const left = batches.map(({ messages }) => messages)
  const sent: Record<string, number> = {}
  const days = batches.map(() => new Set<string>())
  for (let minute = now; left.some((count) => count > 0); minute = new Date(minute.getTime() + MINUTE_MS)) {
    const day = dayOf(minute)
    if (nextSendingMoment(hours, channel, minute, daysOff).getTime() !== minute.getTime()) continue
    let slots = pace.perMinute
    if (pace.perDay !== null) {
      slots = Math.min(slots, pace.perDay - (day === today ? pace.triedToday : 0) - (sent[day] ?? 0))
    }
    if (pace.quota) {
      const quota = dayOf(pace.quota.at) === day ? pace.quota.remaining : pace.quota.daily
      slots = Math.min(slots, quota - (sent[day] ?? 0))
    }
    for (let at = 0; at < batches.length && slots > 0; at++) {
      if (left[at] === 0) continue
      if (batches[at]!.startsAt > minute) break
      const count = Math.min(slots, left[at]!)
      const run = runs[at]!
      run.from ??= minute
      run.until = minute
      days[at]!.add(day)
      if (!closesAt || minute < closesAt) run.inTime += count
      left[at]! -= count
      slots -= count
      sent[day] = (sent[day] ?? 0) + count
    }
  }
  return runs.map((run) => ({
    ...run,
    days: run.from ? Math.round((Date.parse(dayOf(run.until!)) - Date.parse(dayOf(run.from))) / 86_400_000) + 1 : 0,
  }))
}

const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((minute) => new Date(minute * MINUTE_MS).toISOString().slice(11, 16))
const minuteOfWeek = fc
  .integer({ min: 0, max: 7 * 1440 })
  .map((minute) => new Date(Date.UTC(2024, 11, 2) + minute * MINUTE_MS))
const scenes = fc.record({
  channel: fc.constantFrom<ChannelName>('email', 'zalo'),
  pace: fc.record({
    perMinute: fc.integer({ min: 1, max: 40 }),
    perDay: fc.option(fc.integer({ min: 30, max: 300 })),
    triedToday: fc.integer({ min: 0, max: 300 }),
    quota: fc.option(
      fc.record({
        daily: fc.integer({ min: 20, max: 300 }),
        remaining: fc.integer({ min: 0, max: 700 }),
        at: minuteOfWeek,
      }),
    ),
  }),
  hours: fc.oneof(fc.constant('any' as const), fc.record({ from: clock, to: clock })),
  daysOff: fc.subarray(['sat', 'sun', '2024-12-03', '2024-12-04', '2024-12-09']),
  closesAt: fc.option(minuteOfWeek),
  now: minuteOfWeek,
})
const batchLists = fc
  .array(fc.record({ messages: fc.integer({ min: 0, max: 400 }), startsAt: minuteOfWeek }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) => list.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()))

/** All numbers as multiples of a minute's pace: one batch then never begins in the minute in which another ends. */
function inWholeMinutes({ pace, ...scene }: Scene, batches: Batch[]): [Scene, Batch[]] {
  const whole = (value: number): number => Math.ceil(value / pace.perMinute) * pace.perMinute
  const { perDay, triedToday, quota } = pace
  const rounded = {
    ...pace,
    perDay: perDay === null ? null : whole(perDay),
    triedToday: whole(triedToday),
    quota: quota && { ...quota, daily: whole(quota.daily), remaining: whole(quota.remaining) },
  }
  return [{ ...scene, pace: rounded }, batches.map((batch) => ({ ...batch, messages: whole(batch.messages) }))]
}

const minuteOf = (at: Date | null) => at && new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS)
const reckon = (batches: Batch[], scene: Scene) =>
  runOutQueue(batches, scene).map((run) => ({ ...run, from: minuteOf(run.from), until: minuteOf(run.until) }))

describe('the reckoning', () => {
  test('of one wave agrees with looking at every minute, whatever the hours, days off, pace and quota', () => {
    fc.assert(
      fc.property(scenes, batchLists, (scene, [batch]) => {
        expect(reckon([batch!], scene)).toEqual(simulate([batch!], scene))
      }),
      { numRuns: 60 },
    )
  })

  test('of several waves agrees with it too: each waits for those before it', () => {
    fc.assert(
      fc.property(scenes, batchLists, (anyScene, anyBatches) => {
        const [scene, batches] = inWholeMinutes(anyScene, anyBatches)
        expect(reckon(batches, scene)).toEqual(simulate(batches, scene))
      }),
      { numRuns: 60 },
    )
  })

  test('sends nothing outside the hours, on a day off or beyond a day’s limit, and everything in the end', () => {
    fc.assert(
      fc.property(scenes, batchLists, (scene, batches) => {
        for (const [index, run] of runOutQueue(batches, scene).entries()) {
          const { messages, startsAt } = batches[index]!
          if (messages === 0) expect(run.from).toBeNull()
          else {
            expect(run.from!.getTime()).toBeGreaterThanOrEqual(Math.max(startsAt.getTime(), scene.now.getTime()))
            for (const at of [run.from!, run.until!])
              expect(nextSendingMoment(scene.hours, scene.channel, at, scene.daysOff)).toEqual(at)
            expect(run.inTime).toBeLessThanOrEqual(messages)
            if (!scene.closesAt || run.until! < scene.closesAt) expect(run.inTime).toBe(messages)
          }
        }
      }),
    )
  })
})

const pace = (changes: Partial<Pace> = {}): Pace => ({
  perMinute: 600,
  perDay: null,
  triedToday: 0,
  quota: null,
  ...changes,
})
const channel = (changes: Partial<ChannelSituation> = {}): ChannelSituation => ({
  pace: pace(),
  outbox: false,
  stopped: null,
  ahead: 0,
  ...changes,
})
const now = vietnam('2024-12-02T08:00:00')
const situation = (changes: Partial<SendingSituation> & { email?: ChannelSituation; zalo?: ChannelSituation } = {}) => {
  const { email = channel(), zalo = channel(), ...rest } = changes
  return { channels: { email, zalo }, hours: usual, daysOff: [], closesAt: null, now, ...rest }
}
const wave = (
  messages: { email?: number; zalo?: number },
  startsAt = now,
  order: 'together' | 'in-order' = 'together',
) => ({
  startsAt,
  people: Math.max(messages.email ?? 0, messages.zalo ?? 0),
  messages: { email: messages.email ?? null, zalo: messages.zalo ?? null },
  order,
})
const quota = (daily: number, remaining = daily) => ({ daily, remaining, at: now })

describe('the words', () => {
  test('1.574 people at 500 Zalo messages a day take four days', () => {
    const zalo = channel({ pace: pace({ quota: quota(500) }) })
    const [estimate] = estimateSending([wave({ zalo: 1574 })], situation({ zalo }))
    expect(estimate!.words).toBe('1.574 người, 500 tin Zalo/ngày → xong sau 4 ngày (khoảng 07:00 ngày 05/12/2024).')
    expect(estimate).toMatchObject({
      email: null,
      zalo: { messages: 1574, days: 4, missed: 0, lateMinutes: null },
      warning: false,
    })
  })

  test('days off make it longer', () => {
    const zalo = channel({ pace: pace({ quota: quota(500) }) })
    const [estimate] = estimateSending(
      [wave({ zalo: 1574 })],
      situation({ zalo, daysOff: ['2024-12-03', '2024-12-04'] }),
    )
    expect(estimate!.words).toContain('xong sau 6 ngày (khoảng 07:00 ngày 07/12/2024)')
  })

  test('what ends today says the hour', () => {
    const [estimate] = estimateSending(
      [wave({ email: 1574 })],
      situation({ email: channel({ pace: pace({ perMinute: 60 }) }) }),
    )
    expect(estimate!.words).toBe('1.574 người, 60 thư điện tử/phút → xong trong ngày 02/12/2024, khoảng 08:26.')
  })

  test('two channels have a line each', () => {
    const zalo = channel({ pace: pace({ quota: quota(500) }) })
    const [estimate] = estimateSending([wave({ email: 1500, zalo: 900 })], situation({ zalo }))
    expect(estimate!.words.split('\n')).toEqual([
      '1.500 người: 1.500 thư điện tử, 900 tin Zalo.',
      'Thư điện tử: 600 thư/phút → xong trong ngày 02/12/2024, khoảng 08:02.',
      'Zalo: 500 tin/ngày → xong sau 2 ngày (khoảng 07:00 ngày 03/12/2024).',
    ])
  })

  test('what cannot end before the campaign closes says by how much', () => {
    const zalo = channel({ pace: pace({ quota: quota(500) }) })
    const closesAt = vietnam('2024-12-04T17:00:00')
    const [estimate] = estimateSending([wave({ zalo: 1574 })], situation({ zalo, closesAt }))
    expect(estimate).toMatchObject({ warning: true, zalo: { missed: 74, lateMinutes: 14 * 60 + 1 } })
    expect(estimate!.words).toContain(
      'Không kịp: 74 tin Zalo chưa gửi được khi đợt đóng lúc 17:00 ngày 04/12/2024; muốn gửi hết cần thêm 14 giờ 1 phút sau hạn.',
    )
  })

  test('a quota that is not known yet is said to be learnt with the first reply', () => {
    const [estimate] = estimateSending([wave({ zalo: 10 })], situation())
    expect(estimate!.words).toContain('Chưa biết hạn mức Zalo mỗi ngày: sẽ biết khi tin đầu tiên được trả lời')
    const [ofMail] = estimateSending([wave({ email: 10 })], situation())
    expect(ofMail!.words).not.toContain('hạn mức')
  })

  test('a moment outside the hours says when it really begins', () => {
    const [estimate] = estimateSending([wave({ email: 10 }, vietnam('2024-12-02T23:00:00'))], situation())
    expect(estimate!.words).toContain(
      'Thư điện tử bắt đầu lúc 07:00 ngày 03/12/2024: 23:00 ngày 02/12/2024 nằm ngoài giờ gửi.',
    )
    expect(estimate!.warning).toBe(true)
  })

  test('a wave waits for what stands before it in the queue', () => {
    const email = channel({ pace: pace({ perMinute: 10 }), ahead: 600 })
    const estimates = estimateSending([wave({ email: 100 }), wave({ email: 10 })], situation({ email }))
    expect(estimates.map(({ email }) => email!.from)).toEqual([
      vietnam('2024-12-02T09:00:00').toISOString(),
      vietnam('2024-12-02T09:10:00').toISOString(),
    ])
    expect(estimates[0]!.words).toContain('sau các tin đang chờ trước')
  })

  test('the outbox knows neither pace nor quota', () => {
    const zalo = channel({ outbox: true, pace: pace({ perMinute: 1, perDay: 5, quota: quota(3) }) })
    const [estimate] = estimateSending([wave({ zalo: 1574 })], situation({ zalo }))
    expect(estimate!.words).toBe(
      '1.574 người, tin Zalo vào hộp thư thử, không giới hạn tốc độ → xong trong ngày 02/12/2024, khoảng 08:00.',
    )
  })

  test('a paused channel, nobody to send to, and no end in sight are said', () => {
    const [paused] = estimateSending([wave({ email: 1 })], situation({ email: channel({ stopped: 'paused' }) }))
    expect(paused!.words).toContain('Thư điện tử đang tạm dừng')
    expect(estimateSending([wave({ email: 0 })], situation())[0]!.words).toBe('Không có ai để gửi.')
    const [never] = estimateSending(
      [wave({ zalo: 1 })],
      situation({ zalo: channel({ pace: pace({ quota: quota(0) }) }) }),
    )
    expect(never!.words).toContain('không bao giờ xong')
  })
})
