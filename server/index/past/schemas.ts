/** Published results of a past year, as an office brings them in or as a final campaign hands them over. */
import { z } from 'zod'
import { Count } from '../../scoring/schemas.ts'
import { BROUGHT, Flag, MOVED, NAMED, PLACE, Reason } from '../schema-parts.ts'

/** Of a block, as in a definition. */
export const MOST_UNITS = 500

/** A lone surrogate, which JSON can carry, has no place in canonical JSON and so none in a digest. */
const text = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((given) => given.isWellFormed())

const Points = z.number().min(0).max(1000).describe('Điểm, tối đa hai chữ số thập phân')

export const PastUnit = z.strictObject({
  code: text(32),
  name: text(300),
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
        units: z.array(PastUnit).min(1).max(MOST_UNITS),
        /** How many units rose, kept and lost their rank that year, against the one before. */
        moves: z.strictObject(MOVED).nullable(),
      }),
    )
    .min(1)
    .max(20),
})
export type PastResults = z.infer<typeof PastResults>

export const PastBody = z.strictObject({ reason: Reason, document: PastResults })
export const FromCampaignBody = z.strictObject({ reason: Reason, campaign: z.string().min(1).max(64) })
export const PastQuery = z.object({ dryRun: Flag })

export const PastProblemCode = z.enum([
  'unknown-block',
  'unknown-unit',
  'unknown-domain',
  'unknown-class',
  'missing',
  'not-a-number',
  'negative',
  'above-max',
  'too-many-decimals',
  'duplicate',
  'rank-differs',
  'class-differs',
  'sum-differs',
  'wrong-year',
])
export type PastProblemCode = z.infer<typeof PastProblemCode>

export const PastProblem = z.object({
  ...PLACE,
  unit: z.string().nullable(),
  code: PastProblemCode,
  value: z.string(),
  message: z.string(),
})
export type PastProblem = z.infer<typeof PastProblem>

export const PastImportView = z.object({
  version: z.int().nullable().describe('Null when nothing was kept: a rehearsal'),
  year: z.int(),
  units: Count,
  blocks: z.array(z.object({ ...NAMED, units: Count })),
  problems: z.array(PastProblem).describe('At most 500'),
  problemCount: Count,
})
export type PastImportView = z.infer<typeof PastImportView>

const Version = z.object({
  version: z.int(),
  year: z.int(),
  digest: z.string(),
  ...BROUGHT,
  origin: z.enum(['xlsx', 'csv', 'api', 'campaign']),
  reason: z.string(),
})
export const PastView = z.object({
  current: Version.extend({ document: PastResults }).nullable(),
  versions: z.array(Version),
  candidates: z.array(z.object({ code: z.string(), title: z.string() })).describe('Frozen here, of the year before'),
  frozen: z.boolean(),
})
export type PastView = z.infer<typeof PastView>
