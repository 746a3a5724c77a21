/** Schemas of one's own account. */
import { z } from 'zod'
import { PersonName, RoleName } from '../invitations/schemas.ts'

const Password = z.string().min(1).max(200)
export const OwnAccountView = z.object({
  email: z.string(),
  name: z.string(),
  role: RoleName,
  unit: z.string().nullable(),
  passwordChangedAt: z.iso.datetime(),
  secondFactor: z.boolean(),
  /** Codes that have not been used yet. */
  recoveryCodes: z.int(),
})
export type OwnAccountView = z.infer<typeof OwnAccountView>

export const OwnSessionView = z.object({
  id: z.string(),
  /** "Chrome trên Windows"; '' when it is not known. */
  device: z.string(),
  /** Shortened: 203.0.113… */
  address: z.string(),
  createdAt: z.iso.datetime(),
  /** To the minute. */
  lastSeenAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** The one that asks. */
  current: z.boolean(),
})
export type OwnSessionView = z.infer<typeof OwnSessionView>
export const OwnSessionsView = z.array(OwnSessionView)
/** The head of SHA-256 over a session's id: the id itself is what its cookie holds. */
export const SessionParams = z.object({ id: z.string().regex(/^[\w-]{22}$/) })

export const NameBody = z.object({ name: PersonName.min(1) })
export const PasswordBody = z.object({ password: Password })
export const NewPasswordBody = z.object({ current: Password, next: Password })
export const EndedView = z.object({ sessionsEnded: z.int() })
export const PendingFactorView = z.object({
  secret: z.string(),
  otpauthUri: z.string(),
  /** The secret, sealed: nothing is kept until a code has proved that the telephone has it. */
  ticket: z.string(),
})
export type PendingFactorView = z.infer<typeof PendingFactorView>
export const ConfirmBody = z.object({
  ticket: z
    .string()
    .max(500)
    .regex(/^[\w-]+$/),
  code: z.string().regex(/^\d{6}$/),
})
/** Shown once. */
export const RecoveryCodesView = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodesView = z.infer<typeof RecoveryCodesView>
