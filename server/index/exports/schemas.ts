/** Shapes of the exports for programs and staff. */
import { z } from 'zod'
import { MEDIA_TYPES } from '../../http/media-types.ts'
import { ScoresView } from '../../scoring/schemas.ts'
import { IndexView } from '../compute/schemas.ts'

/** base64url of a SHA-256. */
export const DigestParams = z.object({ digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

export const ListedCampaignView = z.object({
  code: z.string(),
  title: z.string(),
  year: z.int(),
  status: z.enum(['open', 'paused', 'closed', 'final']),
  hasIndex: z.boolean(),
  revision: z.int(),
  scoresDigest: z.string().nullable().describe('Of the frozen scores'),
  indexDigest: z.string().nullable().describe('Of the frozen index'),
})

export type ListedCampaign = z.infer<typeof ListedCampaignView>

/** The document without its digest: the body is byte for byte what the digest covers. */
export const ResultView = z.union([IndexView.omit({ digest: true }), ScoresView.omit({ digest: true })])

/** The 200 of a call that answers with a file. */
export const fileResponse = (format: keyof typeof MEDIA_TYPES, description: string) => ({
  description,
  content: { [MEDIA_TYPES[format]]: { schema: z.any().describe(description) } },
})
