/** Waves and ways of sending, in an officer's words. Pure. */

import type { ChannelName } from '../../../shared/api-types.ts'
import type { WaveState } from '../../../shared/delivery-types.ts'
import { t } from '../../words/t.ts'

export type WaveKind = 'invitation' | 'reminder'

export const KIND_NAMES: Record<WaveKind, string> = { invitation: t`Lượt mời`, reminder: t`Lượt nhắc` }

/** `Lượt nhắc 2`: the number is the wave's own, as in “lượt 2” of a person's history. */
export const waveName = ({ wave, kind }: { wave: number; kind: WaveKind }): string => `${KIND_NAMES[kind]} ${wave}`

export const WAVE_STATE_NAMES: Record<WaveState, string> = {
  planned: t`Chờ tới giờ`,
  overdue: t`Quá giờ, chờ xác nhận`,
  running: t`Đang gửi`,
  paused: t`Tạm dừng`,
  stopped: t`Đã dừng hẳn`,
}

/** A wave that runs with nothing left to send is done, in everybody's words but the server's. */
export const waveStateWords = ({ state, waiting }: { state: WaveState; waiting: number }): string =>
  state === 'running' && waiting === 0 ? t`Đã gửi xong` : WAVE_STATE_NAMES[state]

/** Which channels, in which order, for whom: the four choices of the API as one that a person can read. */
export type Way = {
  id: string
  words: string
  channels: ChannelName[]
  order: 'together' | 'in-order'
  audience: 'all' | 'failed-elsewhere'
}

export const WAYS: Way[] = [
  {
    id: 'together',
    words: t`Cả thư điện tử và Zalo cùng lúc`,
    channels: ['email', 'zalo'],
    order: 'together',
    audience: 'all',
  },
  {
    id: 'email-zalo',
    words: t`Thư điện tử trước, Zalo cho người không nhận được thư`,
    channels: ['email', 'zalo'],
    order: 'in-order',
    audience: 'all',
  },
  {
    id: 'zalo-email',
    words: t`Zalo trước, thư điện tử cho người không nhận được Zalo`,
    channels: ['zalo', 'email'],
    order: 'in-order',
    audience: 'all',
  },
  { id: 'email', words: t`Chỉ thư điện tử`, channels: ['email'], order: 'together', audience: 'all' },
  { id: 'zalo', words: t`Chỉ Zalo`, channels: ['zalo'], order: 'together', audience: 'all' },
  {
    id: 'zalo-failed',
    words: t`Chỉ Zalo, cho người mà thư điện tử không tới`,
    channels: ['zalo'],
    order: 'together',
    audience: 'failed-elsewhere',
  },
  {
    id: 'email-failed',
    words: t`Chỉ thư điện tử, cho người mà Zalo không tới`,
    channels: ['email'],
    order: 'together',
    audience: 'failed-elsewhere',
  },
]

/** Nothing can have failed before the first message, so an invitation is for everybody. */
export const waysFor = (kind: WaveKind): Way[] =>
  kind === 'invitation' ? WAYS.filter((way) => way.audience === 'all') : WAYS

export const wayById = (id: string): Way => WAYS.find((way) => way.id === id) ?? WAYS[0]!

type Chosen = { channels: string[]; order: Way['order']; audience: Way['audience'] }

/** The way that a wave was given; over one channel the order says nothing. */
export function wayOf({ channels, order, audience }: Chosen): Way {
  const single = channels.length === 1
  const sameChannels = (way: Way) =>
    way.order === 'together' && order === 'together'
      ? way.channels.toSorted().join() === channels.toSorted().join()
      : way.channels.join() === channels.join()
  const found = WAYS.find((way) => sameChannels(way) && way.audience === audience && (single || way.order === order))
  return found ?? { ...WAYS[0]!, channels: channels as ChannelName[], order, audience, id: 'other' }
}

type Invited = Chosen & { kind: WaveKind; state: WaveState }

/** What a new wave is offered first: the way of the invitation, so that a reminder does not come twice where that came once. */
export function usualWay(waves: Invited[]): string {
  const invitations = waves.filter(({ kind }) => kind === 'invitation')
  const last = invitations.findLast(({ state }) => state !== 'stopped') ?? invitations.at(-1)
  const id = last ? wayOf(last).id : WAYS[0]!.id
  return WAYS.some((way) => way.id === id) ? id : WAYS[0]!.id
}
