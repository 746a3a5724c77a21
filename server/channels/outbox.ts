/** The channel of a first run: messages go into a table that /dev/outbox shows, so that the whole road can be walked. */
import type { Db } from '../db/client.ts'
import type { Channel, ChannelName, Message } from './channel.ts'
import { insertOutboxMessage } from './outbox-queries.ts'
import { shortenName } from './shorten-name.ts'

/** Stands in for `name`. A message sent twice shows once: the delivery's id is unique there. */
export function createOutboxChannel(name: ChannelName, db: Db): Channel {
  return {
    name,
    unpaced: true,
    async send(message) {
      const { deliveryId, recipient, subject, html, link } = message
      await insertOutboxMessage(db, {
        deliveryId,
        channel: name,
        recipient,
        subject,
        text: name === 'zalo' ? zaloText(message) : message.text,
        html: name === 'email' ? html : null,
        link,
      })
      return { kind: 'sent', providerId: `outbox-${deliveryId}` }
    },
    ready: async () => true,
    close: async () => {},
  }
}

/** What the approved template would show; its button opens the link. */
function zaloText({ name, campaign, unit, deadline, link }: Message): string {
  return `Kính gửi ông/bà ${shortenName(name)}\n\n${campaign}\nĐơn vị đánh giá: ${unit}\nHạn trả lời: ${deadline}\n\n${link}\n`
}
