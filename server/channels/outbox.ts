/** The channel of a first run: messages go into a table that /dev/outbox shows, so that the whole road can be walked. */
import type { Db } from '../db/client.ts'
import type { Channel, ChannelName } from './channel.ts'
import { insertOutboxMessage } from './outbox-queries.ts'

/** Stands in for `name`. A message sent twice shows once: the delivery's id is unique there. */
export function createOutboxChannel(name: ChannelName, db: Db): Channel {
  return {
    name,
    async send({ deliveryId, recipient, subject, text, html, link }) {
      await insertOutboxMessage(db, {
        deliveryId,
        channel: name,
        recipient,
        subject,
        text,
        html: name === 'email' ? html : null,
        link,
      })
      return { kind: 'sent', providerId: `outbox-${deliveryId}` }
    },
    ready: async () => true,
    close: async () => {},
  }
}
