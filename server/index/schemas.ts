/** Shapes of the index module's sign-in (CONTRACT "Index module"); its scores are scoring/schemas.ts. */
import { z } from 'zod'

export const TokenBody = z.object({ clientId: z.string().min(1).max(100), clientSecret: z.string().min(1).max(200) })
export const TokenView = z.object({ token: z.string(), expiresIn: z.int().describe('Seconds') })
