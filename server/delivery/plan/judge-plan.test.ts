import { describe, expect, test } from 'vitest'
import type { SendingHours } from '../sending-hours.ts'
import type { Wave } from '../wave-queries.ts'
import { judgePlan } from './judge-plan.ts'
import { mergePlan } from './merge-plan.ts'
import type { PlannedWave } from './schemas.ts'

const now = new Date('2024-12-02T08:00:00+07:00')
const closesAt = new Date('2024-12-20T17:00:00+07:00')
const at = (time: string) => `2024-12-${time}:00+07:00`

const wish = (kind: 'invitation' | 'reminder', time: string, rest: Partial<PlannedWave> = {}): PlannedWave => ({
  ...{ kind, at: at(time), channels: ['email'] },
  ...rest,
})
const wave = (number: number, changes: Partial<Wave> = {}): Wave => ({
  ...{ id: `w${number}`, campaignId: 'c', number, kind: 'reminder', channels: ['email'] },
  ...{ channelOrder: 'together', audience: 'all', units: null, state: 'planned', startsAt: new Date(at('05T09:00')) },
  ...{ frozenAt: null, createdBy: 'a@b.test', createdAt: now },
  ...changes,
})
const sentInvitation = wave(1, {
  kind: 'invitation',
  state: 'running',
  startsAt: new Date(at('01T09:00')),
  frozenAt: now,
})
const asWished = ({ number, kind, channels, startsAt }: Wave): PlannedWave => ({
  ...{ wave: number, kind, channels: channels as ('email' | 'zalo')[], at: startsAt.toISOString() },
})

let ids = 0
const merge = (current: Wave[], wished: PlannedWave[]) =>
  mergePlan(current, wished, { campaignId: 'c', by: 'canbo@so.test', now, newId: () => `new${++ids}` })
const problems = (
  wished: PlannedWave[],
  { current = [] as Wave[], hours = { from: '07:00', to: '21:30' } as SendingHours } = {},
) => judgePlan(merge(current, wished), { hours, closesAt, now, missing: [] })
const paths = (...args: Parameters<typeof problems>) => problems(...args).map(({ path }) => path)

describe('a plan that makes sense', () => {
  test('has an invitation and reminders after it, also outside the hours', () => {
    expect(
      problems([wish('invitation', '03T08:00'), wish('reminder', '06T23:00'), wish('reminder', '10T08:00')]),
    ).toEqual([])
  })

  test('may remind when the invitation has gone out already', () => {
    expect(problems([asWished(sentInvitation), wish('reminder', '02T08:30')], { current: [sentInvitation] })).toEqual(
      [],
    )
  })

  test('keeps a wave whose moment has passed while it waits for a person', () => {
    const overdue = wave(2, { state: 'overdue', startsAt: new Date(at('01T20:00')) })
    const current = [sentInvitation, overdue]
    expect(problems(current.map(asWished), { current })).toEqual([])
  })

  test('lets two channels follow each other at once', () => {
    const wished = [
      wish('invitation', '03T08:00'),
      wish('reminder', '06T08:00'),
      wish('reminder', '06T08:05', { channels: ['zalo'] }),
    ]
    expect(problems(wished)).toEqual([])
  })
})

describe('a plan is refused', () => {
  test.each<[string, PlannedWave[], string[]]>([
    ['a reminder without an invitation', [wish('reminder', '03T08:00')], ['waves.0.kind']],
    [
      'a reminder before the invitation',
      [wish('reminder', '03T08:00'), wish('invitation', '04T08:00')],
      ['waves.0.at'],
    ],
    [
      'a reminder at the invitation’s moment over another channel',
      [wish('invitation', '04T08:00'), wish('reminder', '04T08:00', { channels: ['zalo'] })],
      ['waves.1.at'],
    ],
    ['two invitations', [wish('invitation', '03T08:00'), wish('invitation', '05T08:00')], ['waves.1.kind']],
    ['a moment that has passed', [wish('invitation', '02T07:59')], ['waves.0.at']],
    ['a moment after the close', [wish('invitation', '20T17:00')], ['waves.0.at']],
    ['two waves nine minutes apart', [wish('invitation', '03T08:00'), wish('reminder', '03T08:09')], ['waves.1.at']],
    [
      'more than twenty waves',
      [
        wish('invitation', '03T08:00'),
        ...Array.from({ length: 20 }, (_, day) => wish('reminder', `04T${String(day + 3).padStart(2, '0')}:00`)),
      ],
      ['waves'],
    ],
  ])('with %s', (_what, wished, expected) => {
    expect(paths(wished)).toEqual(expected)
  })

  test('with a reminder minutes after one that has gone out', () => {
    const sent = wave(2, { state: 'running', startsAt: new Date(at('02T07:55')), frozenAt: now })
    const current = [sentInvitation, sent]
    expect(paths([...current.map(asWished), wish('reminder', '02T08:04')], { current })).toEqual(['waves.2.at'])
  })

  test('with Zalo in hours of the night only', () => {
    const night = { from: '22:30', to: '23:30' }
    expect(paths([wish('invitation', '03T08:00', { channels: ['zalo'] })], { hours: night })).toEqual(['hours'])
    expect(paths([wish('invitation', '03T08:00')], { hours: night })).toEqual([])
  })

  test('with a channel that is not configured', () => {
    const plan = merge([], [wish('invitation', '03T08:00', { channels: ['zalo', 'email'] })])
    const judged = judgePlan(plan, { hours: 'any', closesAt, now, missing: ['zalo'] })
    expect(judged.map(({ path }) => path)).toEqual(['waves.0.channels'])
  })
})

describe('merging', () => {
  test('keeps, changes, adds and takes off, numbering new waves by their moment', () => {
    const kept = wave(2)
    const moved = wave(3, { state: 'overdue', startsAt: new Date(at('01T09:00')) })
    const dropped = wave(4, { startsAt: new Date(at('08T09:00')) })
    const merged = merge(
      [sentInvitation, kept, moved, dropped],
      [
        asWished(sentInvitation),
        wish('reminder', '12T09:00'),
        asWished(kept),
        { ...asWished(moved), at: at('07T09:00') },
        wish('reminder', '10T09:00'),
      ],
    )
    expect(merged.removed).toEqual([dropped])
    expect(merged.changed).toMatchObject([{ number: 3, state: 'planned', startsAt: new Date(at('07T09:00')) }])
    expect(merged.added).toMatchObject([
      { number: 5, startsAt: new Date(at('10T09:00')), createdBy: 'canbo@so.test' },
      { number: 6, startsAt: new Date(at('12T09:00')) },
    ])
    expect(merged.waves.map(({ number }) => number)).toEqual([1, 2, 3, 5, 6])
    expect(merged.places).toEqual(
      new Map([
        [6, 1],
        [2, 2],
        [3, 3],
        [5, 4],
      ]),
    )
  })

  test.each<[string, (begun: Wave) => PlannedWave[]]>([
    ['left out', () => []],
    ['moved', (begun) => [{ ...asWished(begun), at: at('09T09:00') }]],
    ['given another channel', (begun) => [{ ...asWished(begun), channels: ['zalo'] }]],
  ])('refuses a wave that has begun to be %s', (_what, wished) => {
    for (const begun of [sentInvitation, wave(1, { frozenAt: now }), wave(1, { state: 'paused', frozenAt: now })])
      expect(() => merge([begun], wished(begun))).toThrow(expect.objectContaining({ code: 'wave-begun' }))
  })

  test('does not mind a stopped wave being left out', () => {
    expect(merge([wave(1, { state: 'stopped', frozenAt: now })], []).removed).toEqual([])
  })

  test('refuses a number that is not there, or is named twice', () => {
    expect(() => merge([], [{ ...wish('reminder', '05T09:00'), wave: 7 }])).toThrow(
      expect.objectContaining({ code: 'wave-unknown' }),
    )
    const two = [asWished(wave(1)), asWished(wave(1))]
    expect(() => merge([wave(1)], two)).toThrow(expect.objectContaining({ code: 'invalid-request' }))
  })
})
