/** Shapes of the plan of a campaign, its waves and the channels' pace. Moments are ISO 8601; days are days in Viet Nam. */
import { z } from 'zod'
import { CodeParams, SendingHours, WishedMoment } from '../../campaigns/schemas.ts'
import { HoldView } from '../hold/schemas.ts'
import { SkippedView, WaveUnits } from '../schemas.ts'

export { CodeParams }

const Count = z.int().nonnegative()
const Moment = z.iso.datetime({ offset: true })
const Channel = z.enum(['email', 'zalo'])

export const WaveKind = z.enum(['invitation', 'reminder'])
export const ChannelOrder = z.enum(['together', 'in-order'])
export const WaveAudience = z.enum(['all', 'failed-elsewhere'])
export const WaveState = z.enum(['planned', 'overdue', 'running', 'paused', 'stopped'])
export type WaveState = z.infer<typeof WaveState>

/** In the order in which they are tried; each at most once. */
const Channels = z
  .array(Channel)
  .min(1)
  .max(2)
  .refine((channels) => new Set(channels).size === channels.length, 'mỗi kênh chỉ ghi một lần')

/** A date, or every Saturday or Sunday. */
export const DayOff = z.union([z.enum(['sat', 'sun']), z.iso.date()])

export const WaveParams = CodeParams.extend({ wave: z.coerce.number().int().positive().max(1_000_000) })
export const WaveActParams = WaveParams.extend({ act: z.enum(['start', 'pause', 'resume', 'stop']) })
export type WaveAct = z.infer<typeof WaveActParams>['act']

/** What can be asked of a wave, whether now or as part of a plan. */
const WaveWish = {
  kind: WaveKind,
  channels: Channels,
  order: ChannelOrder.optional(),
  audience: WaveAudience.optional(),
}

export const PreviewBody = z.strictObject({ ...WaveWish, units: WaveUnits.optional(), at: WishedMoment.optional() })
export type PreviewBody = z.infer<typeof PreviewBody>

export const PlannedWave = z.strictObject({
  /** The number of a planned wave that stays, changed or not; without it the wave is new. */
  wave: z.int().positive().optional(),
  ...WaveWish,
  at: WishedMoment,
})
export type PlannedWave = z.infer<typeof PlannedWave>

export const PlanQuery = z.object({ dryRun: z.enum(['true', 'false']).default('false') })

/**
 * The whole plan as it shall be: every wave of the plan that is not stopped. What has begun is given unchanged (leaving it
 * out is refused with wave-begun); a planned wave that is left out is taken off. What is absent of hours, daysOff and
 * maxMessages stays as it is. `revision` of the plan that was looked at: refused with plan-changed when it is another now.
 */
export const PlanBody = z.strictObject({
  revision: z.string().max(64).optional(),
  hours: SendingHours.optional(),
  daysOff: z.array(DayOff).max(400).optional(),
  maxMessages: z.int().min(1).max(50).optional(),
  waves: z.array(PlannedWave).max(100),
})
export type PlanBody = z.infer<typeof PlanBody>

/** Messages of one channel: when the first can go out, when the last will have, over how many calendar days. */
export const ChannelEstimate = z.object({
  messages: Count,
  /** Null when none can go out at all. */
  from: Moment.nullable(),
  /** Null when they never end at this pace. */
  until: Moment.nullable(),
  days: Count,
  /** Messages that cannot go out before the campaign closes. */
  missed: Count,
  /** How long after the campaign's close the last one would go out, in minutes; null when it ends in time. */
  lateMinutes: Count.nullable(),
})
export type ChannelEstimate = z.infer<typeof ChannelEstimate>

export const EstimateView = z.object({
  email: ChannelEstimate.nullable(),
  zalo: ChannelEstimate.nullable(),
  /** A few plain sentences, one a line. */
  words: z.string(),
  /** True when something in the words asks for a decision: it will not end in time, or not begin when wished. */
  warning: z.boolean(),
})
export type EstimateView = z.infer<typeof EstimateView>

/** As if it were sent at this moment: who answers until then gets nothing. */
export const AudienceView = z.object({
  people: Count,
  messages: z.object({ email: Count, zalo: Count }),
  skipped: SkippedView,
})
export type AudienceView = z.infer<typeof AudienceView>

export const PreviewView = AudienceView.extend({ estimate: EstimateView })
export type PreviewView = z.infer<typeof PreviewView>

export const WaveView = z.object({
  wave: z.int().positive(),
  kind: WaveKind,
  channels: z.array(Channel),
  order: ChannelOrder,
  audience: WaveAudience,
  /** Codes of the units whose raters it goes to; null: those of all units. */
  units: z.array(z.string()).nullable(),
  state: WaveState,
  startsAt: Moment,
  /** When its audience became rows; null while it is only planned. */
  frozenAt: Moment.nullable(),
  deliveries: Count,
  /** Queued or being sent. */
  waiting: Count,
  createdBy: z.string().nullable(),
})
export type WaveView = z.infer<typeof WaveView>

export const PlanView = z.object({
  /** Changes with the plan, and when a wave of it begins; to be given back with a change. */
  revision: z.string(),
  hours: SendingHours,
  daysOff: z.array(DayOff),
  maxMessages: z.int(),
  closesAt: Moment.nullable(),
  /** By number; those of a dry run that are not kept yet carry the number that they would get. */
  waves: z.array(
    WaveView.extend({
      /** Of a planned or overdue wave: whom it would reach if it began now. Null for all others. */
      expected: AudienceView.nullable(),
      /** Of what is planned, overdue or still has messages waiting; null for all others. */
      estimate: EstimateView.nullable(),
    }),
  ),
})
export type PlanView = z.infer<typeof PlanView>

// ── channels ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export const ChannelParams = z.object({ channel: Channel })

export const ChannelBody = z.strictObject({
  /** Null: no limit. */
  perMinute: z.int().min(1).max(100_000).nullable().optional(),
  perDay: z.int().min(1).max(1_000_000).nullable().optional(),
  /** In each worker. */
  parallel: z.int().min(1).max(50).optional(),
  /** So many failures among the last hundred messages pause the channel. */
  failureLimit: z.int().min(1).max(100).optional(),
})
export type ChannelBody = z.infer<typeof ChannelBody>

export const PauseBody = z.strictObject({ reason: z.string().trim().min(1).max(300).optional() })

export const ChannelView = z.object({
  channel: Channel,
  /** Messages go to the built-in outbox instead of to people; pace does not apply. */
  outbox: z.boolean(),
  perMinute: z.int().nullable(),
  perDay: z.int().nullable(),
  parallel: z.int(),
  failureLimit: z.int(),
  state: z.enum(['running', 'paused', 'held']),
  /** `by` null: the system, at too many failures. */
  paused: z.object({ at: Moment, by: z.string().nullable(), reason: z.string().nullable() }).nullable(),
  /** Trouble that everybody meets; tried again at `until`. */
  held: z.object({ until: Moment, failure: z.string() }).nullable(),
  /** The word of what a person must mend. */
  needsPerson: z.string().nullable(),
  /** What stands behind `needsPerson`, `held` or a pause by the system, and what to do; for people to read. */
  trouble: z.object({ title: z.string(), nextStep: z.string() }).nullable(),
  quota: z.object({ daily: Count, remaining: Count, at: Moment }).nullable(),
  sentToday: Count,
  /** Waiting messages whose moment has come. */
  due: Count,
})
export type ChannelView = z.infer<typeof ChannelView>

export const SendingView = z.object({
  /** Set after a restore or in a clone: nothing is sent until an administrator confirms. */
  hold: HoldView.nullable(),
  channels: z.array(ChannelView),
})
export type SendingView = z.infer<typeof SendingView>
