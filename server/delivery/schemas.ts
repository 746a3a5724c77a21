/** Shapes of the delivery routes (CONTRACT "Staff", "Zalo and mail"). */
import { z } from 'zod'
import { CodeParams, WishedMoment } from '../campaigns/schemas.ts'

export { CodeParams }

/** Codes of units; a reminder then goes only to those who have not answered about one of them. */
export const WaveUnits = z.array(z.string().min(1).max(64)).min(1).max(500)

export const WaveBody = z.strictObject({
  kind: z.enum(['invitation', 'reminder']),
  channels: z
    .array(z.enum(['email', 'zalo']))
    .min(1)
    .max(2),
  /** `in-order`: the second channel only for whom the first one failed. */
  order: z.enum(['together', 'in-order']).optional(),
  /** `failed-elsewhere`: only people whose last message over the other channel failed. */
  audience: z.enum(['all', 'failed-elsewhere']).optional(),
  units: WaveUnits.optional(),
  /** Not before this moment; now when absent or past. */
  at: WishedMoment.optional(),
})
export type WaveBody = z.infer<typeof WaveBody>

const Count = z.int().nonnegative()

/** People whom a wave leaves out, each counted once under the first reason that fits. */
export const SkippedView = z.object({
  answered: Count,
  optedOut: Count,
  /** None on any of the wave's channels. */
  noAddress: Count,
  /** Addresses, but none that still works (or that this wave is for). */
  unreachable: Count,
  /** An earlier invitation, stopped since, has reached them. */
  invited: Count,
  /** The campaign's most messages a person are used up. */
  limit: Count,
  /** An earlier message to them has not gone out yet; of a wave for some units, or has only just left. */
  waiting: Count,
})

export const WaveView = z.object({ wave: z.int().positive(), deliveries: Count, skipped: SkippedView })
export type WaveView = z.infer<typeof WaveView>

export const TokenParams = z.object({ token: z.string().min(1).max(64) })

export const OutboxQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  channel: z.enum(['email', 'zalo']).optional().catch(undefined),
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
})

export const OutboxListQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})

export const OutboxListView = z.object({
  messages: z.array(
    z.object({
      id: z.int(),
      channel: z.string(),
      recipient: z.string(),
      subject: z.string(),
      text: z.string(),
      link: z.string(),
      createdAt: z.string(),
    }),
  ),
  /** What to pass as `after` for the next part; the same again when there is no more yet. */
  next: z.int(),
})
