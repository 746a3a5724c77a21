/** Schemas of the campaign calls (CONTRACT "Staff"). */
import { z } from 'zod'

/** Any word may be asked for, but not what PostgreSQL cannot even compare with (U+0000). */
export const CodeParams = z.object({
  code: z
    .string()
    .max(64)
    .regex(/^[^\0]*$/),
})
export const Status = z.enum(['draft', 'open', 'paused', 'closed', 'final'])
export const StatusView = z.object({ status: Status })

/** JSON can carry a lone surrogate; the database and a digest cannot hold one. */
const isWellFormed = (text: string) => text.isWellFormed()

/** Not so near the last year of four digits that another time zone, or an estimate that counts on, would leave ISO 8601. */
export const WishedMoment = z.iso
  .datetime({ offset: true })
  .refine((at) => Date.parse(at) < Date.UTC(9000, 0), 'hãy xem lại năm đã ghi')

/** `reason` is kept in the audit log. */
export const ExtendBody = z.strictObject({
  closesAt: WishedMoment,
  reason: z.string().trim().min(3).max(500).refine(isWellFormed),
})
export type ExtendBody = z.infer<typeof ExtendBody>

/** `before`: the deadline until now; the same as `closesAt` when it was so already. */
export const ExtendedView = z.object({
  status: Status,
  before: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime(),
})
export type ExtendedView = z.infer<typeof ExtendedView>

export const DefinitionsView = z.array(
  z.object({
    slug: z.string(),
    title: z.string(),
    /** Empty when the definition adds up and can be used. */
    problems: z.array(z.object({ path: z.string(), problem: z.string() })),
    blocks: z.array(
      /** `questions`: of the longest questionnaire. */
      z.object({ code: z.string(), name: z.string(), units: z.int(), groups: z.int(), questions: z.int() }),
    ),
  }),
)
export type DefinitionsView = z.infer<typeof DefinitionsView>

const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const SendingHours = z.union([
  z.literal('any'),
  z.object({ from: Hour, to: Hour }).refine(({ from, to }) => from < to),
])

/** `definition`: a slug of surveys/. `from`: the code of last year's campaign, whose definition is taken over. One of the two. */
export const CampaignBody = z.object({
  definition: z.string().max(64).optional(),
  from: z.string().max(64).optional(),
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/),
  title: z.string().trim().min(1).max(200).refine(isWellFormed).optional(),
  closesAt: WishedMoment.optional(),
  minimumCell: z.int().max(50).optional(),
  sendingHours: SendingHours.optional(),
})
export type CampaignBody = z.infer<typeof CampaignBody>

export const CampaignView = z.object({
  code: z.string(),
  title: z.string(),
  status: Status,
  opensAt: z.iso.datetime().nullable(),
  closesAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  minimumCell: z.int(),
  definition: z.object({ slug: z.string(), title: z.string(), hash: z.string() }),
  invited: z.int(),
  answered: z.int(),
})
export type CampaignView = z.infer<typeof CampaignView>

export const CampaignDetail = CampaignView.extend({
  /** While the keys are being made. */
  opening: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** True while messages go to the built-in outbox instead of to people. */
  outbox: z.boolean(),
  rosterCount: z.object({ respondents: z.int(), invitations: z.int() }),
  waves: z.array(
    z.object({
      wave: z.int(),
      kind: z.enum(['invitation', 'reminder']),
      channels: z.array(z.string()),
      state: z.enum(['planned', 'overdue', 'running', 'paused', 'stopped']),
      startsAt: z.iso.datetime(),
      deliveries: z.int(),
    }),
  ),
  domains: z.array(z.object({ block: z.string(), code: z.string(), name: z.string() })),
  /** The definition makes an index of all points; otherwise the campaign hands over survey points only. */
  hasIndex: z.boolean(),
  /** Of the definition: rises with each saved edit of the draft. */
  definitionVersion: z.int(),
  /** Code of the campaign whose definition this one began with. */
  copiedFrom: z.string().nullable(),
  /** Answers by day, in Viet Nam's days. */
  days: z.array(z.object({ day: z.iso.date(), answered: z.int() })),
})
export type CampaignDetail = z.infer<typeof CampaignDetail>

export const OpenedView = z.object({
  status: Status,
  invitations: z.int(),
  strata: z.array(
    z.object({ unit: z.string(), group: z.string(), invited: z.int(), mergedInto: z.string().optional() }),
  ),
})
export type OpenedView = z.infer<typeof OpenedView>

const Counted = { code: z.string(), name: z.string(), invited: z.int(), answered: z.int() }
const ChannelCounts = z.object({
  queued: z.int(),
  sending: z.int(),
  sent: z.int(),
  delivered: z.int(),
  failed: z.int(),
  unknown: z.int(),
  withdrawn: z.int(),
})
export const ProgressView = z.object({
  /** With the counts, so that a screen that watches sees a pause, a close or another deadline at once. */
  status: Status,
  closesAt: z.iso.datetime().nullable(),
  invited: z.int(),
  answered: z.int(),
  blocks: z.array(
    z.object({
      ...Counted,
      units: z.array(
        z.object({
          ...Counted,
          /** `mergedInto`: code of the group of this unit that a group of too few people is put together with. */
          groups: z.array(z.object({ ...Counted, mergedInto: z.string().optional() })),
        }),
      ),
    }),
  ),
  deliveries: z.object({ email: ChannelCounts, zalo: ChannelCounts }),
})
export type ProgressView = z.infer<typeof ProgressView>
