import { expect, test } from 'vitest'
import type { HistoryEntry } from '../../../../shared/delivery-types.ts'
import { resendChannels } from './resend-words.ts'

const entry = (channel: HistoryEntry['channel'], state: string, wave: number | null = 1): HistoryEntry => ({
  at: '2026-11-16T01:00:00.000Z',
  ...{ channel, wave, state, cause: null, title: '', by: null },
})
const person = {
  answered: 'none' as const,
  optedOut: false,
  email: 'a@tinh.example',
  phone: '0912345678',
  emailFailure: null,
  phoneFailure: { cause: 'zalo-118', title: 'Số điện thoại này chưa dùng Zalo' },
  last: { channel: 'zalo' as const, wave: 1, state: 'failed' as const, cause: 'zalo-118', title: '', at: null },
  history: [entry('zalo', 'queued'), entry('zalo', 'failed')],
}

test('a failed message can be sent again over the channels whose address works', () => {
  expect(resendChannels(person, null)).toEqual(['email'])
  expect(resendChannels({ ...person, phoneFailure: null }, null)).toEqual(['email', 'zalo'])
  expect(resendChannels({ ...person, email: null }, null)).toEqual([])
})

test('what went out or waits over a channel is not offered again, until the link is another', () => {
  for (const state of ['queued', 'sent', 'delivered', 'unknown']) {
    const history = [...person.history, entry('email', state)]
    expect(resendChannels({ ...person, history }, 'address')).toEqual([])
    expect(resendChannels({ ...person, history }, 'link')).toEqual(['email'])
    expect(resendChannels({ ...person, history: [...history, entry('link', 'reissued', null)] }, 'address')).toEqual([
      'email',
    ])
  }
  const bounced = [...person.history, entry('email', 'sent'), entry('email', 'failed')]
  expect(resendChannels({ ...person, history: bounced }, null)).toEqual(['email'])
})

test('where the last message went well nothing is offered, unless something was changed just now', () => {
  const well = { ...person, phoneFailure: null, last: { ...person.last, state: 'sent' as const } }
  expect(resendChannels(well, null)).toEqual([])
  expect(resendChannels(well, 'address')).toEqual(['email', 'zalo'])
})

test('nothing is offered for who has answered or asked for no more', () => {
  expect(resendChannels({ ...person, answered: 'all' }, 'address')).toEqual([])
  expect(resendChannels({ ...person, optedOut: true }, 'address')).toEqual([])
})
