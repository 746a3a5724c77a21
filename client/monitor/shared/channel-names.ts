import type { ChannelName, DeliveryCounts } from '../../shared/api-types.ts'

export const CHANNEL_NAMES: Record<ChannelName, string> = { email: 'Thư điện tử', zalo: 'Zalo' }

/** Within a sentence. */
export const CHANNELS_IN_WORDS: Record<ChannelName, string> = { email: 'thư điện tử', zalo: 'Zalo' }

/** For a channel named by the server, which may know more of them than this page. */
export const channelName = (channel: string): string => (CHANNEL_NAMES as Record<string, string>)[channel] ?? channel

export const DELIVERY_STATE_NAMES: Record<keyof DeliveryCounts, string> = {
  queued: 'Chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi đi',
  delivered: 'Đã tới máy',
  failed: 'Không gửi được',
  unknown: 'Chưa rõ đã tới',
  withdrawn: 'Không gửi nữa',
}
