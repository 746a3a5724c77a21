/** Schemas of the staff calls (CONTRACT "Staff"). */
import { z } from 'zod'

export const SignInBody = z.object({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
  code: z
    .string()
    .max(40)
    .regex(/^(\d{6}|([0-9A-Za-z]{5}[- ]?){4}[0-9A-Za-z]{5})$/)
    .optional()
    .describe('Six digits of the authenticator, or a recovery code'),
})
export const StaffView = z.object({ email: z.string(), role: z.enum(['admin', 'officer', 'unit', 'auditor']) })
export const SessionView = z.object({ staff: StaffView, csrfToken: z.string() })
export type SessionView = z.infer<typeof SessionView>
export const SecondFactorView = z.object({ secret: z.string(), otpauthUri: z.string() })
export const ClientBody = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z
    .array(z.enum(['points', 'microdata']))
    .max(2)
    .optional()
    .describe('Beyond reading scores and index: `points` may bring points in, `microdata` may download them'),
})
export const ClientView = z.object({ clientId: z.string(), clientSecret: z.string() })
export const WebhookBody = z.object({ url: z.url({ protocol: /^https?$/ }).max(500) })
export const WebhookView = z.object({ id: z.string(), secret: z.string() })
