/** Schemas of programs and listeners as administrators manage them. */
import { z } from 'zod'

export const ClientsView = z.array(
  z.object({ clientId: z.string(), name: z.string(), scopes: z.array(z.string()), createdAt: z.iso.datetime() }),
)
export type ClientsView = z.infer<typeof ClientsView>

export const WebhooksView = z.array(
  z.object({
    id: z.string(),
    url: z.string(),
    createdAt: z.iso.datetime(),
    /** Events that have not been taken yet and are still tried. */
    waiting: z.int(),
    /** The newest event that was made for it. */
    last: z
      .object({
        state: z.enum(['queued', 'sent', 'failed']),
        attempts: z.int(),
        /** When it is tried next; null when it is not tried any more. */
        nextAt: z.iso.datetime().nullable(),
      })
      .nullable(),
  }),
)
export type WebhooksView = z.infer<typeof WebhooksView>
