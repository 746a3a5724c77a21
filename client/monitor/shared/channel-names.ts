import type { ChannelName, DeliveryCounts } from '../../shared/api-types.ts'
import { t } from '../words/t.ts'

export const CHANNEL_NAMES: Record<ChannelName, string> = { email: t`Thư điện tử`, zalo: 'Zalo' }

/** Within a sentence. */
export const CHANNELS_IN_WORDS: Record<ChannelName, string> = { email: t`thư điện tử`, zalo: 'Zalo' }

export const DELIVERY_STATE_NAMES: Record<keyof DeliveryCounts, string> = {
  queued: t`Chờ gửi`,
  sending: t`Đang gửi`,
  sent: t`Đã gửi đi`,
  delivered: t`Đã tới máy`,
  failed: t`Không gửi được`,
  unknown: t`Chưa rõ đã tới`,
  withdrawn: t`Không gửi nữa`,
}
