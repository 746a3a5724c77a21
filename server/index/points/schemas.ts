/** Shapes of bringing points in: appraised, self-assessed, and of imported sources. */
import { z } from 'zod'
import { CodeParams, Count } from '../../scoring/schemas.ts'
import { BROUGHT, Flag, NAMED, PLACE, Reason } from '../schema-parts.ts'

export const SetParams = CodeParams.extend({ id: z.string().min(1).max(64) })

const Kind = z.enum(['self', 'appraised', 'imported'])
const Origin = z.enum(['xlsx', 'csv', 'api'])

/** Which set is meant. `round`: 2 for the second appraisal. */
export const SetQuery = z.object({
  kind: Kind,
  source: z.string().max(32).default('').describe("The imported source's code; left out for the other kinds"),
  round: z.coerce.number().int().min(1).max(2).default(1),
})
export const ImportQuery = SetQuery.extend({ dryRun: Flag })
export const TemplateQuery = SetQuery.extend({ filled: Flag })

export const PointProblemCode = z.enum([
  'unknown-unit',
  'unknown-criterion',
  'missing',
  'not-a-number',
  'above-max',
  'negative',
  'too-many-decimals',
  'duplicate',
  'sum-differs',
  'not-appraised',
  'max-differs',
  'wrong-campaign',
  'wrong-kind',
])
export type PointProblemCode = z.infer<typeof PointProblemCode>

export const PointProblem = z.object({
  ...PLACE,
  unit: z.string().nullable(),
  criterion: z.string().nullable(),
  code: PointProblemCode,
  value: z.string(),
  message: z.string(),
})
export type PointProblem = z.infer<typeof PointProblem>

export const ImportView = z.object({
  kind: Kind,
  source: z.string(),
  round: z.int(),
  version: z.int().nullable().describe('Null when nothing was kept: a rehearsal'),
  units: Count.describe('Units that the set holds'),
  leaves: Count.describe('Points wanted: units × criteria'),
  filled: Count.describe('Points that the set holds'),
  changed: Count.describe('Points that differ from the current set'),
  kept: z.array(z.string()).describe('Names of blocks that the file left out: their points stay as they were'),
  problems: z.array(PointProblem).describe('At most 500'),
  problemCount: Count,
  totals: z.array(z.object({ unit: z.string(), points: z.number() })),
})
export type ImportView = z.infer<typeof ImportView>

/** A number, or a decimal text with point or comma. */
const Given = z.union([z.number(), z.string().max(60)])
export const PointsBody = z.strictObject({
  reason: Reason,
  points: z.record(z.string().max(300), z.record(z.string().max(300), Given)),
  seen: z
    .int()
    .min(0)
    .optional()
    .describe('The version that this one replaces; another one by now → 409 points-changed'),
})
export type PointsBody = z.infer<typeof PointsBody>

/** One version of a set, without its points. */
const SetHead = z.object({
  id: z.string(),
  kind: Kind,
  source: z.string(),
  round: z.int(),
  version: z.int(),
  ...BROUGHT,
  origin: Origin,
  reason: z.string(),
  digest: z.string(),
})

export const SetsView = z.object({
  sets: z.array(SetHead.extend({ units: Count, filled: Count, current: z.boolean().describe('Its points count now') })),
  kinds: z.array(
    z.object({
      kind: Kind,
      source: z.string(),
      name: z.string(),
      rounds: z.array(z.int()),
      leaves: Count.describe('Points wanted: units × criteria'),
      units: Count,
      filled: Count.describe('Of those, the points that the current set holds'),
    }),
  ),
  frozen: z.boolean(),
})
export type SetsView = z.infer<typeof SetsView>

/** `before` and `after` stand in the order of the block's `leaves`. */
export const SetView = SetHead.extend({
  against: z
    .object({ round: z.int(), version: z.int() })
    .nullable()
    .describe('The version before; of a second appraisal’s first version the last of the first appraisal'),
  changed: Count,
  blocks: z.array(
    z.object({
      ...NAMED,
      leaves: z.array(z.object({ ...NAMED, max: z.number() })),
      units: z.array(
        z.object({
          ...NAMED,
          before: z.array(z.number().nullable()),
          after: z.array(z.number().nullable()),
          totalBefore: z.number().nullable(),
          total: z.number().nullable(),
        }),
      ),
    }),
  ),
})
export type SetView = z.infer<typeof SetView>
