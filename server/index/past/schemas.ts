/** Published results of a past year, as an office brings them in or as a final campaign hands them over. */
import { z } from 'zod'

const Points = z.number().min(0).max(1000).describe('Điểm, tối đa hai chữ số thập phân')
const Count = z.int().min(0)

export const PastUnit = z.strictObject({
  code: z.string().min(1).max(32),
  name: z.string().min(1).max(300),
  points: Points,
  rank: z.int().min(1).nullable(),
  class: z.string().max(32).nullable(),
  survey: Points.nullable().optional(),
  domains: z.record(z.string(), Points).optional().describe('Domain code → points, where they were published'),
})
export type PastUnit = z.infer<typeof PastUnit>

export const PastResults = z.strictObject({
  year: z.int().min(2000).max(2100),
  blocks: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(32),
        units: z.array(PastUnit).min(1).max(500),
        /** How many units rose, kept and lost their rank that year, against the one before. */
        moves: z.strictObject({ rose: Count, kept: Count, fell: Count }).nullable(),
      }),
    )
    .min(1)
    .max(20),
})
export type PastResults = z.infer<typeof PastResults>
