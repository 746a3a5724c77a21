/** Schemas of the link and credential calls (CONTRACT "Respondents"). */
import { z } from 'zod'

export const Token = z.string().regex(/^[A-Za-z0-9_-]{10,64}$/)
export const TokenParams = z.object({ token: Token })

export const InvitationView = z.object({
  id: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  group: z.object({ code: z.string(), name: z.string() }),
  stratum: z.string(),
  answered: z.boolean(),
  questionnaire: z.record(z.string(), z.unknown()).optional(),
  /** SPKI, DER, base64url. */
  publicKey: z.string().optional(),
})

export const LinkView = z.object({
  campaign: z.object({
    code: z.string(),
    title: z.string(),
    status: z.enum(['draft', 'open', 'paused', 'closed', 'final']),
    closesAt: z.iso.datetime().nullable(),
  }),
  organizer: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  notice: z.object({ version: z.string(), text: z.string() }),
  /** The answer that counts neither for nor against; the page shows it apart from the levels. */
  noOpinion: z.object({ value: z.string(), name: z.string() }),
  invitations: z.array(InvitationView),
})
export type LinkView = z.infer<typeof LinkView>

/** Our own ids and codes; anything else could not be in the database, and some of it not even be asked of it (U+0000). */
const Word = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/)

/** 2048 bits are 256 bytes are 342 base64url characters. */
const Blinded = z.string().regex(/^[A-Za-z0-9_-]{342}$/)

export const CredentialBody = z.object({
  invitation: Word,
  consent: z.object({ version: Word }),
  blinded: Blinded,
})
export const StartBody = z.object({ invitation: Word })

export const CredentialView = z.object({ blindSignature: z.string() })
