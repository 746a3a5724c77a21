/** A message's state in words, as lists, histories and exports say it. Pure. */
import type { ChannelName } from '../../channels/channel.ts'
import type { DeliveryState } from '../queries.ts'
import { describeCause } from './describe-cause.ts'

export const CHANNEL_WORDS: Record<ChannelName, string> = { email: 'Thư điện tử', zalo: 'Zalo' }
export const KIND_WORDS = { invitation: 'Lượt mời', reminder: 'Lượt nhắc' } as const

export const STATE_WORDS: Record<DeliveryState, string> = {
  queued: 'Đang chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  delivered: 'Đã tới',
  failed: 'Không gửi được',
  unknown: 'Chưa rõ đã gửi',
  withdrawn: 'Không gửi nữa',
}

export const HOW_WORDS = {
  'zalo-chat': 'Cán bộ đã nhắn đường dẫn qua Zalo',
  paper: 'Cán bộ đã đưa giấy có đường dẫn',
  other: 'Cán bộ đã gửi tay đường dẫn',
} as const

/** For example "Không gửi được: Địa chỉ thư viết sai". A cause that ended well again says nothing any more. */
export function describeState(channel: ChannelName, state: DeliveryState, cause: string | null): string {
  if (!cause || state === 'sent' || state === 'delivered' || state === 'sending') return STATE_WORDS[state]
  return `${STATE_WORDS[state]}: ${describeCause(channel, cause).title}`
}

export const LINK_WORDS = {
  'link.reissue': { state: 'reissued', title: 'Đã cấp đường dẫn mới; đường dẫn cũ không dùng được nữa' },
  'people.contact': { state: 'corrected', title: 'Đã sửa địa chỉ liên hệ' },
} as const

/** A change of a message as a history says it. `by`: a person did it; `first`: the message's beginning. */
export function describeEvent(event: {
  channel: ChannelName
  state: DeliveryState
  cause: string | null
  by: string | null
  first: boolean
}): string {
  const { channel, state, cause, by, first } = event
  if (first) return by ? 'Cán bộ cho gửi riêng cho người này' : 'Xếp hàng chờ gửi'
  if (state === 'queued' && by) return 'Cán bộ cho gửi lại'
  if (state === 'queued' && cause) return `Chờ gửi lại: ${describeCause(channel, cause).title}`
  if (state === 'sent' && by) return 'Cán bộ xác nhận đã gửi'
  return describeState(channel, state, cause)
}
