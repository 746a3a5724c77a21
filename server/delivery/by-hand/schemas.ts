/** Shapes of the by-hand calls. A list never holds a link: one link at a time, on request, each look audited. */
import { z } from 'zod'

export const CodeParams = z.object({ code: z.string().min(1).max(64) })
export const PersonParams = z.object({ code: z.string().min(1).max(64), person: z.string().min(1).max(64) })

/**
 * `unreached`: has not answered, and no message is on its way or has arrived (no address, address refused, every message
 * failed). `unanswered`: everybody who still has something to answer. Neither holds who asked for no more messages.
 */
export const Scope = z.enum(['unreached', 'unanswered'])
export type Scope = z.infer<typeof Scope>

const UnitCode = z.string().trim().min(1).max(64)

export const ByHandQuery = z.object({
  unit: UnitCode.optional(),
  scope: Scope.default('unreached'),
  /** From 1; 50 people a page. */
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
export type ByHandQuery = z.infer<typeof ByHandQuery>

export const SheetQuery = z.object({
  unit: UnitCode.optional(),
  scope: Scope.default('unanswered'),
  /** `skip` leaves out who is marked as handed their present link. */
  handed: z.enum(['skip', 'include']).default('skip'),
})
export type SheetQuery = z.infer<typeof SheetQuery>

export const How = z.enum(['zalo-chat', 'paper', 'other'])
export type How = z.infer<typeof How>

/** The newest mark; `by` is the officer's account, `at` ISO 8601. */
export const Handed = z.object({ how: How, by: z.string(), at: z.string() })
export type Handed = z.infer<typeof Handed>

/** Why somebody is listed. `link-replaced`: what was sent before holds a link that no longer works. The first five are unreached. */
export const HandReason = z.enum([
  'link-replaced',
  'no-address',
  'address-failed',
  'failed',
  'not-sent',
  'unknown',
  'waiting',
  'reached',
])
export type HandReason = z.infer<typeof HandReason>

export const ByHandPerson = z.object({
  id: z.string(),
  name: z.string(),
  /** Units that the person still has to rate. */
  units: z.array(z.object({ code: z.string(), name: z.string() })),
  /** "84" and nine digits. */
  phone: z.string().nullable(),
  reason: HandReason,
  handed: Handed.nullable(),
})
export type ByHandPerson = z.infer<typeof ByHandPerson>

/** By given name in Vietnamese order. `handed`: how many of `total` are marked. */
export const ByHandView = z.object({
  total: z.int().nonnegative(),
  handed: z.int().nonnegative(),
  pageSize: z.int().positive(),
  people: z.array(ByHandPerson),
})
export type ByHandView = z.infer<typeof ByHandView>

export const HandMessageView = z.object({
  /** To paste into a chat; the link stands alone on its last line. */
  text: z.string(),
  /** Opens the person's chat in Zalo; null without a phone. */
  chatUrl: z.string().nullable(),
  link: z.string(),
  /** The person asked for no more messages: hand the link over only if they ask for it themselves. */
  optedOut: z.boolean(),
})
export type HandMessageView = z.infer<typeof HandMessageView>

export const HandedBody = z.strictObject({ how: How })
export type HandedBody = z.infer<typeof HandedBody>

/** After an undo: the mark before, if any. */
export const HandedView = z.object({ handed: Handed.nullable() })
export type HandedView = z.infer<typeof HandedView>

/** Many at once: the pile of cards given to a unit. */
export const HandedManyBody = z.strictObject({ people: z.array(z.string().min(1).max(64)).min(1).max(2_000), how: How })
export type HandedManyBody = z.infer<typeof HandedManyBody>
export const HandedManyView = z.object({ handed: z.int().nonnegative() })
export type HandedManyView = z.infer<typeof HandedManyView>

export const ReissueView = z.object({ issue: z.int().positive() })
export type ReissueView = z.infer<typeof ReissueView>

/** A field left out stays as it is; null (or empty) removes the address. */
export const ContactBody = z.strictObject({
  email: z.string().max(500).nullable().optional(),
  phone: z.string().max(100).nullable().optional(),
})
export type ContactBody = z.infer<typeof ContactBody>

export const ContactView = z.object({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  emailFailure: z.string().nullable(),
  phoneFailure: z.string().nullable(),
})
export type ContactView = z.infer<typeof ContactView>

/** `details` of 422 contact-invalid. */
export const ContactProblem = z.object({
  path: z.enum(['email', 'phone']),
  problem: z.string(),
  suggestion: z.string().optional(),
})
export type ContactProblem = z.infer<typeof ContactProblem>
