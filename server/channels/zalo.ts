/** Zalo's ZBS Template Message as a channel (domain/README "Zalo"). Calling is in zalo-call.ts, meaning in zalo-replies.ts. */
import type { Clock } from '../clock.ts'
import type { Channel, Message } from './channel.ts'
import { shortenName } from './shorten-name.ts'
import { type ZaloTokens, zaloCaller } from './zalo-call.ts'
import { sendOutcome, statusOf } from './zalo-replies.ts'

export type ZaloOptions = {
  apiUrl: string
  templateId: string
  tokens: ZaloTokens
  clock: Clock
  timeoutMs?: number
}

export function createZaloChannel({ apiUrl, templateId, tokens, clock, timeoutMs = 20_000 }: ZaloOptions): Channel {
  const stopping = new AbortController()
  const call = zaloCaller(apiUrl, tokens, { timeoutMs, stopping: stopping.signal })

  return {
    name: 'zalo',
    async send(message) {
      const answer = await call('/message/template', { method: 'POST', body: requestOf(message, templateId) })
      return sendOutcome(answer, clock.now())
    },
    /** Zalo knows messages by its own id; whether by our tracking id too is written nowhere, so a "no" to that means little. */
    async status({ providerId, deliveryId, recipient }) {
      const asked = new URLSearchParams({ message_id: providerId ?? deliveryId, phone: recipient })
      return statusOf(await call(`/message/status?${asked}`, { method: 'GET' }))
    },
    ready: async () => (await tokens.current()).ok,
    async close() {
      stopping.abort()
    },
  }
}

/** `tracking_id` comes back in the receipt; Zalo takes at most 48 characters, a delivery's id has 36. */
function requestOf(message: Message, templateId: string) {
  return {
    phone: message.recipient,
    template_id: templateId,
    template_data: {
      name: shortenName(message.name),
      campaign: message.campaign,
      unit: message.unit,
      deadline: message.deadline,
      token: message.token,
    },
    tracking_id: message.deliveryId,
  }
}
