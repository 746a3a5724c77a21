/** Schemas of invitations, and of the calls of whoever opens one. */
import { z } from 'zod'

export const RoleName = z.enum(['admin', 'officer', 'unit', 'auditor'])
export const IdParams = z.object({
  id: z
    .string()
    .max(64)
    .regex(/^[\w-]+$/),
})
const Unit = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[^\0]*$/)

/** A person's name on one line: it goes into a mail's head. */
export const PersonName = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u)

const ROLE_AND_UNIT = { role: RoleName, unit: Unit.nullish() }
/** `unit` belongs to role "unit", and only to it. */
const unitFits = ({ role, unit }: { role: string; unit?: string | null | undefined }) =>
  (role === 'unit') === Boolean(unit)
const MISFIT = { path: ['unit'], message: 'unit belongs to role unit' }

export const RoleAndUnit = z.object(ROLE_AND_UNIT).refine(unitFits, MISFIT)

export const InviteBody = z
  .object({ email: z.email().max(200), name: PersonName, ...ROLE_AND_UNIT })
  .refine(unitFits, MISFIT)
export type InviteBody = z.infer<typeof InviteBody>

/** What became of the mail; `outbox`: it lies in the built-in outbox of a first run. */
export const MailView = z.object({
  outcome: z.enum(['sent', 'outbox', 'not-sent', 'unknown']),
  failure: z.string().optional(),
})
export type MailView = z.infer<typeof MailView>

export const InvitationView = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: RoleName,
  unit: z.string().nullable(),
  /** join: a new account; reset: a new password and a new second factor for one that exists. */
  kind: z.enum(['join', 'reset']),
  invitedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  state: z.enum(['open', 'expired']),
})
export type InvitationView = z.infer<typeof InvitationView>
export const InvitationsView = z.array(InvitationView)
export const InvitedView = z.object({ invitation: InvitationView, mail: MailView })
export type InvitedView = z.infer<typeof InvitedView>

/** 128 bits, base64url. */
const Token = z.string().max(64)
export const LookBody = z.object({ token: Token })
export const LookView = z.object({
  email: z.string(),
  name: z.string(),
  role: RoleName,
  unit: z.string().nullable(),
  kind: z.enum(['join', 'reset']),
  expiresAt: z.iso.datetime(),
  /** An administrator of a real system gets nowhere without a second factor. */
  secondFactor: z.enum(['required', 'advised']),
})
export type LookView = z.infer<typeof LookView>
export const JoinBody = z.object({ token: Token, name: PersonName.optional(), password: z.string().min(1).max(200) })
export type JoinBody = z.infer<typeof JoinBody>
export const JoinedView = z.object({ email: z.string(), role: RoleName })
