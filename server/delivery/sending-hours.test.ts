import { describe, expect, test } from 'vitest'
import type { ChannelName } from '../channels/channel.ts'
import { nextSendingMoment, type SendingHours } from './sending-hours.ts'

const usual = { from: '07:00', to: '21:30' }
const at = (time: string) => new Date(`${time}+07:00`)

describe('the next moment to send', () => {
  test.each<[string, SendingHours, ChannelName, string, string]>([
    ['inside the window is now', usual, 'email', '2024-12-02T07:00:00', '2024-12-02T07:00:00'],
    ['just before the end is now', usual, 'email', '2024-12-02T21:29:59', '2024-12-02T21:29:59'],
    ['before the window is this morning', usual, 'email', '2024-12-02T00:10:00', '2024-12-02T07:00:00'],
    ['at its end is tomorrow', usual, 'email', '2024-12-02T21:30:00', '2024-12-03T07:00:00'],
    ['at the end of a year is in the next', usual, 'zalo', '2024-12-31T23:59:59', '2025-01-01T07:00:00'],
    ['of mail may be night', { from: '00:00', to: '23:59' }, 'email', '2024-12-02T03:00:00', '2024-12-02T03:00:00'],
    ['of Zalo is never night', { from: '00:00', to: '23:59' }, 'zalo', '2024-12-02T03:00:00', '2024-12-02T06:00:00'],
    [
      'of Zalo is never after ten',
      { from: '00:00', to: '23:59' },
      'zalo',
      '2024-12-02T22:00:00',
      '2024-12-03T06:00:00',
    ],
    [
      'of Zalo, when only night is allowed',
      { from: '22:30', to: '23:30' },
      'zalo',
      '2024-12-02T23:00:00',
      '2024-12-03T06:00:00',
    ],
    [
      'of a window turned round is the default',
      { from: '21:00', to: '08:00' },
      'email',
      '2024-12-02T22:00:00',
      '2024-12-03T07:00:00',
    ],
    ['without limits is now', 'any', 'zalo', '2024-12-02T03:00:00', '2024-12-02T03:00:00'],
  ])('%s', (_what, hours, channel, now, expected) => {
    expect(nextSendingMoment(hours, channel, at(now))).toEqual(at(expected))
  })
})
