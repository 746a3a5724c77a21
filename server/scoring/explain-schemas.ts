/** Shape of the account of one unit's figures (GET /api/campaigns/:code/scores/:unit). */
import { z } from 'zod'
import { Level } from '../campaigns/definition.ts'
import { CriterionView, SourceView, UnitView } from './schemas.ts'

const Counts = z.array(z.object({ level: z.string().describe('"" = left empty'), count: z.int().min(0) }))
const Exact = z.string().nullable().describe('The exact value as a fraction, before rounding')
const Formula = z.string().nullable()

export const GroupShareView = z.object({
  groups: z.array(z.string()).describe('One group, or several merged because one alone was too small'),
  valid: z.int().nullable(),
  points: z.number().nullable(),
  suppressed: z.literal(true).optional(),
  weight: z.string().optional().describe('Weight after scaling up, as a fraction'),
  counts: Counts.optional(),
})

export const ExplanationView = z.object({
  campaign: z.string(),
  status: z.enum(['provisional', 'final']),
  revision: z.int(),
  minimumCell: z.int(),
  block: z.object({ code: z.string(), name: z.string(), weighting: z.enum(['pooled', 'fixed']) }),
  unit: z.object({ code: z.string(), name: z.string() }),
  ...UnitView.omit({ code: true, name: true, withheld: true, sources: true, criteria: true }).shape,
  levels: z.array(Level),
  noOpinion: z.object({ value: z.string(), name: z.string() }),
  sources: z.array(SourceView.extend({ exact: Exact, formula: Formula })),
  criteria: z.array(
    CriterionView.extend({
      exact: Exact,
      formula: Formula,
      counts: Counts.optional().describe("Everybody's answers by level; left out where the criterion is hidden"),
      groups: z.array(GroupShareView).optional().describe('After close only'),
    }),
  ),
})
export type ExplanationView = z.infer<typeof ExplanationView>
