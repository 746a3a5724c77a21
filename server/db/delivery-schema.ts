/** The data dictionary of sending: schema identity, as schema.ts says. Waves, messages, channels, and what came back. */
import { sql } from 'drizzle-orm'
import { bigserial, date, doublePrecision, index, integer, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, bytea, identitySchema, ofCampaign, respondents } from './schema.ts'

export const waves = identitySchema.table(
  'waves',
  {
    id: text('id').primaryKey(),
    campaignId: ofCampaign(),
    /** 1, 2, 3… within the campaign. */
    number: integer('number').notNull(),
    kind: text('kind', { enum: ['invitation', 'reminder'] }).notNull(),
    /** In the order in which they are tried, where `channelOrder` says one after the other. */
    channels: text('channels').array().notNull(),
    /** `together`: every listed channel at once. `in-order`: the next channel only for whom the one before failed. */
    channelOrder: text('channel_order', { enum: ['together', 'in-order'] })
      .notNull()
      .default('together'),
    /** `failed-elsewhere`: only people whose last message over the other channel failed. */
    audience: text('audience', { enum: ['all', 'failed-elsewhere'] })
      .notNull()
      .default('all'),
    /** Codes of the units whose raters it goes to; null: those of all units. */
    units: text('units').array(),
    /** Only `running` waves send. `overdue`: its moment passed while nobody was there to send it; a person must confirm. */
    state: text('state', { enum: ['planned', 'overdue', 'running', 'paused', 'stopped'] })
      .notNull()
      .default('running'),
    /** Not before this moment. */
    startsAt: at('starts_at').notNull(),
    /** When its audience became rows; null while it is only planned. */
    frozenAt: at('frozen_at'),
    createdBy: text('created_by'),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [unique('waves_number').on(t.campaignId, t.number)],
)

/** One message of one wave to one person over one channel: a row before it is a job (promise 3). */
export const deliveries = identitySchema.table(
  'deliveries',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    respondentId: text('respondent_id')
      .notNull()
      .references(() => respondents.id, { onDelete: 'cascade' }),
    channel: text('channel', { enum: ['email', 'zalo'] }).notNull(),
    state: text('state', {
      enum: ['queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'withdrawn'],
    })
      .notNull()
      .default('queued'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this moment; back-off and sending hours move it. */
    dueAt: at('due_at').notNull(),
    claimedAt: at('claimed_at'),
    sentAt: at('sent_at'),
    deliveredAt: at('delivered_at'),
    providerId: text('provider_id'),
    /** When the last try ended, whatever came of it. */
    finishedAt: at('finished_at'),
    /** A stable word of our own (no-address, zalo-108, smtp-550, bounce-5.1.1…), never the provider's free text. */
    failure: text('failure'),
    /** Times that a mail system gave the message back for now. */
    softBounces: integer('soft_bounces').notNull().default(0),
    /** When the provider was last asked what became of it. */
    checkedAt: at('checked_at'),
    /** Who settled or retried it by hand, an account's e-mail. */
    settledBy: text('settled_by'),
  },
  (t) => [
    unique('deliveries_once').on(t.waveId, t.respondentId, t.channel),
    index('deliveries_due').on(t.campaignId, t.channel, t.dueAt).where(sql`state = 'queued'`),
    index('deliveries_claimed').on(t.claimedAt).where(sql`state = 'sending'`),
    /** With the wave in it, so that a plan's counts are read off the index alone. */
    index('deliveries_counts').on(t.campaignId, t.channel, t.state, t.waveId),
    index('deliveries_respondent').on(t.respondentId),
    index('deliveries_finished').on(t.channel, t.finishedAt),
    index('deliveries_provider').on(t.providerId),
  ],
)

/** Every change of a delivery's state, written by a trigger in migrations/ so that no path forgets it. Only grows. */
export const deliveryEvents = identitySchema.table(
  'delivery_events',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    deliveryId: text('delivery_id')
      .notNull()
      .references(() => deliveries.id, { onDelete: 'cascade' }),
    at: at('at').notNull().default(sql`clock_timestamp()`),
    state: text('state').notNull(),
    failure: text('failure'),
    /** An account's e-mail when a person did it. */
    actor: text('actor'),
  },
  (t) => [index('delivery_events_delivery').on(t.deliveryId)],
)

/** How fast each channel sends, and why it does not; two rows from the first migration on. */
export const channels = identitySchema.table('channels', {
  channel: text('channel', { enum: ['email', 'zalo'] }).primaryKey(),
  /** Messages a minute over all processes; null: no limit. */
  perMinute: integer('per_minute').default(600),
  /** Messages a day (Asia/Ho_Chi_Minh) over all processes; null: no limit but the provider's. */
  perDay: integer('per_day'),
  /** Messages under way at once, in each worker. */
  parallel: integer('parallel').notNull().default(10),
  /** So many failures among the last 100 messages since the channel last resumed pause it. */
  failureLimit: integer('failure_limit').notNull().default(50),
  pausedAt: at('paused_at'),
  /** An account's e-mail; null when the system paused it. */
  pausedBy: text('paused_by'),
  pauseReason: text('pause_reason'),
  resumedAt: at('resumed_at'),
  /** Trouble that every message would meet: nothing before this moment, and why. */
  heldUntil: at('held_until'),
  heldFor: text('held_for'),
  /** What a person must mend (zalo-token-refused, smtp-auth…); cleared by the next message that goes out. */
  needsPerson: text('needs_person'),
  /** What the officers were written to about last, so that each trouble is told once. */
  alertedFor: text('alerted_for'),
  quotaDaily: integer('quota_daily'),
  quotaRemaining: integer('quota_remaining'),
  quotaAt: at('quota_at'),
  /** Token bucket of `perMinute`. */
  tokens: doublePrecision('tokens').notNull().default(0),
  refilledAt: at('refilled_at').notNull().default(sql`'epoch'`),
  /** Messages tried on `day`. */
  day: date('day'),
  dayCount: integer('day_count').notNull().default(0),
})

/** A campaign's own words for a message; without a row the built-in ones are used. */
export const templates = identitySchema.table(
  'templates',
  {
    campaignId: ofCampaign(),
    kind: text('kind', { enum: ['invitation', 'reminder'] }).notNull(),
    subject: text('subject').notNull(),
    /** Plain text with placeholders ({họ_tên}…), paragraphs apart by an empty line. */
    body: text('body').notNull(),
    updatedBy: text('updated_by').notNull(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.kind] })],
)

/** A link that an officer handed over: on paper, in a Zalo chat of their own, by word of mouth. */
export const handDeliveries = identitySchema.table(
  'hand_deliveries',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    respondentId: text('respondent_id')
      .notNull()
      .references(() => respondents.id, { onDelete: 'cascade' }),
    how: text('how', { enum: ['zalo-chat', 'paper', 'other'] }).notNull(),
    /** The officer's account, by e-mail. */
    by: text('by').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('hand_deliveries_campaign').on(t.campaignId), index('hand_deliveries_respondent').on(t.respondentId)],
)

/** Bounces taken, each once: reading a mailbox again must not retry a message twice. */
export const bounces = identitySchema.table('bounces', {
  /** SHA-256 of the bounce's own Message-ID, or of the whole when it has none. */
  id: bytea('id').primaryKey(),
  deliveryId: text('delivery_id').references(() => deliveries.id, { onDelete: 'cascade' }),
  /** RFC 3464 enhanced status, for example 5.1.1. */
  status: text('status').notNull(),
  kind: text('kind', { enum: ['hard', 'soft', 'delayed', 'delivered', 'unmatched'] }).notNull(),
  at: at('at').notNull().defaultNow(),
})

/** What the built-in outbox "sent": only without SMTP_URL or Zalo settings, never in production. */
export const outbox = identitySchema.table('outbox', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  /** The delivery that wrote it, so that a repeated send shows once. */
  deliveryId: text('delivery_id').notNull().unique(),
  channel: text('channel').notNull(),
  recipient: text('recipient').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  html: text('html'),
  link: text('link').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** Zalo's token pair, sealed; the refresh token is single-use, so the new pair is committed before it is used. */
export const zaloTokens = identitySchema.table('zalo_tokens', {
  appId: text('app_id').primaryKey(),
  sealedPair: bytea('sealed_pair').notNull(),
  expiresAt: at('expires_at').notNull(),
  generation: integer('generation').notNull(),
  /** The refresh token lives three months from here. */
  refreshedAt: at('refreshed_at').notNull().defaultNow(),
})
