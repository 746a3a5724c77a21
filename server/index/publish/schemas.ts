/** What of a final result becomes public, as the chairman decides, and the calls about it. */
import { z } from 'zod'

export const PublicationChoices = z.strictObject({
  points: z.boolean().describe('Total points of each unit'),
  ranks: z.boolean(),
  classes: z.boolean(),
  domains: z.boolean().describe('Points of each unit by domain; they add up to its total, so only with `points`'),
  change: z.boolean().describe('Change on the year before, of what is published: points, ranks'),
  charts: z.boolean(),
  survey: z.boolean().describe('Ballots issued and returned, survey points of each unit'),
  receipts: z.boolean().describe('The list of receipts, in which respondents find theirs'),
})
export type PublicationChoices = z.infer<typeof PublicationChoices>

const Reason = z.string().trim().min(5).max(500)

/** The number and date of the decision belong into `reason`, which the page prints: "Quyết định số 12/QĐ-UBND ngày …". */
export const PublishBody = z.strictObject({ choices: PublicationChoices, reason: Reason, confirm: z.string().max(50) })
export const PreviewBody = z.strictObject({ choices: PublicationChoices, reason: z.string().max(500).optional() })
export const PreviewView = z.object({ page: z.string() })
export const WithdrawBody = z.strictObject({ reason: Reason, confirm: z.string().max(50) })

export const PublicationView = z.object({
  version: z.int(),
  choices: PublicationChoices,
  published: z.boolean().describe('False: this version took the page back'),
  digest: z.string().describe('SHA-256 of the page, base64url; of a withdrawal that of the page taken back'),
  reason: z.string(),
  actor: z.string(),
  at: z.iso.datetime(),
})
export type PublicationView = z.infer<typeof PublicationView>

export const PublicationsView = z.object({
  /** Where the public finds it. */
  url: z.string(),
  /** Only a frozen index can be published. */
  frozen: z.boolean(),
  current: PublicationView.nullable().describe('What the public sees now'),
  versions: z.array(PublicationView).describe('Newest first'),
})
export type PublicationsView = z.infer<typeof PublicationsView>
