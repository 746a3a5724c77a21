/** Shapes of the scores (CONTRACT "Index module"), for staff and the index module alike. */
import { z } from 'zod'

export const Points = z.number().describe('Điểm, tối đa hai chữ số thập phân')
export const Count = z.int().min(0)

export const CodeParams = z.object({ code: z.string().min(1).max(64) })
export const UnitParams = CodeParams.extend({ unit: z.string().min(1).max(64) })

export const ImportedSetView = z
  .object({ version: z.int(), on: z.string(), digest: z.string() })
  .describe('Where the points of an imported source come from: the version that was brought in, its day and digest')

export const SourceView = z.object({
  code: z.string(),
  name: z.string(),
  origin: z.enum(['survey', 'imported']),
  points: Points.nullable(),
  max: Points,
  set: ImportedSetView.optional(),
  without: z.array(z.string()).optional().describe('Criteria with too few valid answers or none: they add nothing'),
  roundedPartsDiffer: z.literal(true).optional().describe('The rounded criteria do not add up to the rounded points'),
})

export const CriterionView = z.object({
  code: z.string(),
  name: z.string(),
  domain: z.string(),
  points: Points.nullable(),
  max: Points,
  valid: Count,
  noOpinion: Count.optional().describe('Answers "no opinion"; left out where the criterion is suppressed'),
  suppressed: z.literal(true).optional(),
  reweighted: z.literal(true).optional().describe('A group gave no valid answer; the other weights were scaled up'),
})

/** Why a unit's survey points are not shown yet, and how many answers it takes. */
export const HiddenView = z.object({
  reason: z.enum(['few-responses', 'few-answers']),
  needed: Count,
  criteria: z.array(z.string()).describe('Criteria still waited for; empty when the whole unit is'),
})

export const UnitView = z.object({
  code: z.string(),
  name: z.string(),
  invited: Count,
  answered: Count,
  counted: Count,
  withheld: Count.optional().describe('Responses never counted: the unit stayed under the minimum'),
  points: Points.describe('Sum of the sources known so far'),
  max: Points,
  complete: z.boolean().describe('Every source is known in full'),
  roundedPartsDiffer: z.literal(true).optional(),
  hidden: HiddenView.optional(),
  sources: z.array(SourceView),
  criteria: z.array(CriterionView),
})
export type UnitView = z.infer<typeof UnitView>

export const ScoresView = z.object({
  campaign: z.string(),
  status: z.enum(['provisional', 'final']),
  revision: Count,
  digest: z.string(),
  minimumCell: Count,
  blocks: z.array(z.object({ code: z.string(), name: z.string(), units: z.array(UnitView) })),
})
export type Scores = z.infer<typeof ScoresView>
