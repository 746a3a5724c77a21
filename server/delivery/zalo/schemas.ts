/** Shapes of Zalo's routes. */
import { z } from 'zod'

export const WebhookAnswer = z.object({ received: z.literal(true) })

export const ZaloTokenBody = z.strictObject({ refreshToken: z.string().trim().min(8).max(4_096) })
export const ZaloTokenView = z.object({ state: z.enum(['working', 'waiting']) })
export type ZaloTokenView = z.infer<typeof ZaloTokenView>
