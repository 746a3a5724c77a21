/**
 * The index of a campaign as one document: for the console, for programs, and, frozen, for ever (`digest` covers it whole).
 * Points are numbers with at most two decimals, rounded half up from exact sums; ranks, classes, means and changes are made
 * from these published points, so that nobody who adds up a printed table can find another figure. `exact` is a fraction
 * or decimal as text, from which the points were rounded.
 */
import { z } from 'zod'
import { TieRule } from '../../campaigns/definition.ts'
import { Count, Points } from '../../scoring/schemas.ts'
import { MOVED, NAMED } from '../schema-parts.ts'

const Rank = z.int().min(1)

/** What made the points: which version of each set that was brought in. `on`: the day (Viet Nam). */
export const SetRef = z.object({ round: z.int(), version: z.int(), on: z.string(), digest: z.string() })
export type SetRef = z.infer<typeof SetRef>

export const RangeView = z.object({ low: Points, high: Points })
export type RangeView = z.infer<typeof RangeView>

/** One leaf or criterion of the criteria set. A criterion with component criteria (`leaf` false) has no points of its own. */
export const SetEntryView = z.object({
  ...NAMED,
  domain: z.string(),
  parent: z.string().nullable(),
  leaf: z.boolean(),
  max: Points,
  origin: z.enum(['appraised', 'survey', 'imported']).nullable().describe('Null where it is no leaf'),
  from: z.string().nullable().describe("The survey's criterion whose points it takes"),
})
export type SetEntryView = z.infer<typeof SetEntryView>

export const LeafPointsView = z.object({
  code: z.string(),
  points: Points.nullable(),
  exact: z.string().nullable(),
  self: Points.nullable().optional().describe('Self-assessed, beside appraised ones only'),
})

export const UnitDomainView = z.object({
  code: z.string(),
  points: Points.nullable(),
  exact: z.string().nullable(),
  roundedPartsDiffer: z.literal(true).optional().describe('The rounded leaves do not add up to the rounded points'),
})

/** A unit in the published results of the year before. */
export const PredecessorView = z.object({
  ...NAMED,
  points: Points,
  rank: Rank.nullable(),
  class: z.string().nullable(),
})

/** Why a unit is not compared with the year before. */
export const IncomparableReason = z.enum(['no-past-year', 'new-unit', 'merged', 'split', 'not-in-past-results'])
export type IncomparableReason = z.infer<typeof IncomparableReason>

export const IndexUnitView = z.object({
  ...NAMED,
  points: Points.nullable().describe('Sum of what is known; null while nothing is'),
  exact: z.string().nullable(),
  complete: z.boolean().describe('Every point that makes it is known'),
  rank: Rank.nullable().describe(
    'Among the units of the block that have one; null while an appraised, imported or survey part of this unit is missing, never in a final index',
  ),
  tied: z.boolean().describe('Another unit has the same rank'),
  class: z.string().nullable().describe('Null while rank is'),
  roundedPartsDiffer: z.literal(true).optional().describe('The rounded domains do not add up to the rounded total'),
  parts: z.object({
    appraised: Points.nullable().describe('Null while any of it is missing'),
    self: Points.nullable().describe('Self-assessed; null while any of it is missing'),
    survey: Points.nullable().describe(
      'The whole survey component, imported sources included; null while any of it is missing',
    ),
    sources: z.array(z.object({ code: z.string(), points: Points.nullable() })),
  }),
  participation: z.object({ invited: Count, answered: Count, counted: Count }),
  domains: z.array(UnitDomainView),
  criteria: z.array(LeafPointsView).describe('Every leaf, in the order of the criteria set'),
  missing: z.array(z.string()).describe('Leaves without points'),
  change: z
    .object({
      points: z.number(),
      rank: z.int().nullable().describe('Places won; negative: lost'),
      past: PredecessorView,
    })
    .nullable()
    .describe('Null while rank is, and where incomparable says why'),
  incomparable: IncomparableReason.nullable(),
  predecessor: PredecessorView.nullable()
    .optional()
    .describe('The unit that it continues, also while its own points are not complete'),
  ranges: z.object({
    survey: RangeView.nullable().describe(
      'Counted source(s): if all who were invited and not counted answered lowest, or highest. Stays after close, as what the silent could have made of it. A hidden criterion counts as 0 to its maximum; null: nobody was invited',
    ),
    interval: RangeView.nullable().describe(
      'Counted source(s): 95 %, finite population, silence assumed at random, criteria’s half-widths added; null while any criterion is hidden',
    ),
    total: RangeView.describe(
      'What the total can still become: while answers can arrive, by the survey; and by what is not brought in yet. After close the survey’s part is what it is; in a final index low = high = points',
    ),
    rank: z
      .object({ best: Rank, worst: Rank })
      .describe(
        'The best and worst rank that can still come, among all units of the block: also those that have no rank yet, so the rank of now may lie outside. In a final index both are the rank',
      ),
    class: z
      .object({ best: z.string(), worst: z.string() })
      .describe('Classes of the highest and the lowest total; in a final index both are the class'),
  }),
})
export type IndexUnitView = z.infer<typeof IndexUnitView>

export const IndexBlockView = z.object({
  ...NAMED,
  domains: z.array(z.object({ ...NAMED, max: Points, criteria: Count, componentCriteria: Count })),
  sources: z.array(z.object({ ...NAMED, origin: z.enum(['survey', 'imported']), max: Points })),
  groups: z.array(z.object(NAMED)),
  criteria: z.array(SetEntryView),
  units: z.array(IndexUnitView).describe("In the definition's order"),
  past: z
    .object({
      units: z.array(PredecessorView),
      moves: z.object(MOVED).nullable().describe('Ranks, that year against the one before'),
    })
    .nullable(),
})
export type IndexBlockView = z.infer<typeof IndexBlockView>

export const IndexView = z.object({
  campaign: z.string(),
  title: z.string(),
  year: z.int(),
  status: z.enum(['provisional', 'final']),
  /** Why it is provisional still, each once. */
  waiting: z.array(
    z.enum(['survey-running', 'survey-not-final', 'appraised-missing', 'imported-missing', 'not-frozen']),
  ),
  revision: Count,
  scoresDigest: z.string().describe("Digest of the survey's scores that it is made of"),
  organizer: z.string(),
  rules: z.object({
    total: Points,
    appraisedMax: Points,
    surveyMax: Points,
    ties: TieRule,
    classes: z.array(z.object({ ...NAMED, from: Points })),
    minimumCell: Count,
  }),
  sets: z.object({
    self: SetRef.nullable(),
    appraised: SetRef.nullable(),
    imported: z.array(z.object({ source: z.string(), set: SetRef.nullable() })),
    past: z.object({ year: z.int(), version: z.int(), digest: z.string() }).nullable(),
  }),
  survey: z.object({
    issued: Count.describe('Phiếu phát ra: invitations'),
    returned: Count.describe('Phiếu thu về: credentials issued'),
    valid: Count.describe('Phiếu hợp lệ: responses counted'),
    opensOn: z.string().nullable(),
    closedOn: z.string().nullable(),
  }),
  blocks: z.array(IndexBlockView),
  digest: z.string(),
})
export type IndexDocument = z.infer<typeof IndexView>

export const SurveyRangesView = z
  .object({
    revision: z.int().min(0).describe('Of the scores that it is made of'),
    units: z.array(
      z.object({
        code: z.string(),
        survey: RangeView.nullable().describe('As `ranges.survey` of the index; null: nobody was invited'),
        interval: RangeView.nullable().describe(
          'As `ranges.interval` of the index; null while any criterion is hidden',
        ),
      }),
    ),
  })
  .describe('How far the counted survey points of each unit are settled, with or without an index')
export type SurveyRangesView = z.infer<typeof SurveyRangesView>
