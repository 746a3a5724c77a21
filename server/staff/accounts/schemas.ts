/** Schemas of accounts as administrators manage them. */
import { z } from 'zod'
import { RoleName } from '../invitations/schemas.ts'

export const AccountView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: RoleName,
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  state: z.enum(['active', 'locked', 'disabled']),
  /** Only while it is locked. */
  lockedUntil: z.iso.datetime().nullable(),
  secondFactor: z.boolean(),
  /** How many are open now. */
  sessions: z.int(),
  /** Of its open sessions, to the minute. */
  lastSeenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  /** Whoever asks: nobody closes, demotes or resets themselves here. */
  self: z.boolean(),
})
export type AccountView = z.infer<typeof AccountView>
export const AccountsView = z.array(AccountView)
/** Units that a contact can be of: those of the campaigns and of the definitions, newest name first. */
export const UnitsView = z.array(z.object({ code: z.string(), name: z.string() }))
export type UnitsView = z.infer<typeof UnitsView>
