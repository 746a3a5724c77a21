/** The built-in outbox for people (/dev/outbox) and for the demo (/dev/outbox.json). It holds personal links, so never in production. */
import { z } from 'zod'
import { listOutboxAfter, listOutboxPage } from '../channels/outbox-queries.ts'
import type { Deps } from '../deps.ts'
import type { App } from '../http/app-types.ts'
import { OUTBOX_PAGE_SIZE, renderOutboxPage } from './outbox-page.ts'
import { PAGE_HEADERS } from './page-html.ts'
import { OutboxListQuery, OutboxListView, OutboxQuery } from './schemas.ts'

export function outboxRoutes(app: App, { config, db }: Deps): void {
  if (config.production) return

  app.get(
    '/dev/outbox',
    { schema: { hide: true, querystring: OutboxQuery, response: { 200: z.string() } } },
    async (req, reply) => {
      const { page, channel, q: search } = req.query
      const range = { limit: OUTBOX_PAGE_SIZE, offset: (page - 1) * OUTBOX_PAGE_SIZE }
      const found = await listOutboxPage(db, { channel, search }, range)
      return reply.headers(PAGE_HEADERS).send(renderOutboxPage({ ...found, page, channel, search }))
    },
  )

  app.get(
    '/dev/outbox.json',
    { schema: { hide: true, querystring: OutboxListQuery, response: { 200: OutboxListView } } },
    async (req) => {
      const { after, limit } = req.query
      const rows = await listOutboxAfter(db, after, limit)
      const messages = rows.map(({ id, channel, recipient, subject, text, link, createdAt }) => ({
        id,
        channel,
        recipient,
        subject,
        text,
        link,
        createdAt: createdAt.toISOString(),
      }))
      return { messages, next: messages.at(-1)?.id ?? after }
    },
  )
}
