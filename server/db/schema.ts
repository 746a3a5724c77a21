/**
 * The data dictionary. Four PostgreSQL schemas, so that rights can follow the design's one dividing line:
 *   campaign  what both sides may know: definitions, strata, public keys, counts. Nothing personal.
 *   identity  who was asked, how they were reached, who has answered.   (never readable by the answer side)
 *   answer    what was answered, by nobody in particular.               (role phieu_answer reads only this and campaign)
 *   staff     accounts, sessions, audit, programs.
 * No column of `answer` refers to `identity`, none of it holds a time, and none of it holds an address. The view
 * campaign.participation (in migrations/) gives the answer side counts per stratum and nothing else.
 */
import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Definition } from '../campaigns/definition.ts'

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
export const vietnamToday = sql`(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`

// ── campaign: what both sides may know ───────────────────────────────────────────────────────────────────────────────
export const campaignSchema = pgSchema('campaign')

export const campaigns = campaignSchema.table('campaigns', {
  /** Random, never shown; `code` is what people and programs use. */
  id: text('id').primaryKey(),
  code: text('code').notNull().unique(),
  title: text('title').notNull(),
  status: text('status', { enum: ['draft', 'open', 'paused', 'closed', 'final'] })
    .notNull()
    .default('draft'),
  /** The whole definition, copied at creation and frozen at opening, with the hash that proves it. */
  definition: jsonb('definition').$type<Definition>().notNull(),
  definitionHash: text('definition_hash').notNull(),
  /** Parts of the definition that are read often, apart so that nobody need unpack all of it. */
  definitionSlug: text('definition_slug').generatedAlwaysAs(sql`definition ->> 'slug'`),
  definitionTitle: text('definition_title').generatedAlwaysAs(sql`definition ->> 'title'`),
  noticeVersion: text('notice_version').generatedAlwaysAs(sql`definition -> 'notice' ->> 'version'`),
  /** k: no published figure and no published difference covers fewer people. */
  minimumCell: integer('minimum_cell').notNull(),
  /** {from, to} as HH:MM in Asia/Ho_Chi_Minh, or "any" (not in production). */
  sendingHours: jsonb('sending_hours').$type<{ from: string; to: string } | 'any'>().notNull(),
  /** Days without sending: dates as YYYY-MM-DD, and "sat" or "sun" for every one. */
  daysOff: text('days_off').array().notNull().default(sql`'{}'`),
  /** Most messages to one person in the whole campaign, all channels together (Decree 91/2020). */
  maxMessages: integer('max_messages').notNull().default(10),
  /** While keys are being made for opening: how many of how many; null before and after. */
  opening: jsonb('opening').$type<{ done: number; total: number }>(),
  opensAt: at('opens_at'),
  closesAt: at('closes_at'),
  createdAt: at('created_at').notNull().defaultNow(),
  closedAt: at('closed_at'),
  finalizedAt: at('finalized_at'),
  /** Set when the rewritten tables have been vacuumed after close; until then a sweep tries again. */
  scrubbedAt: at('scrubbed_at'),
})

/** One stratum = one unit × one group (or several groups merged because one alone invites fewer than k). */
export const strata = campaignSchema.table(
  'strata',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    block: text('block').notNull(),
    unit: text('unit').notNull(),
    /** The group that gives the stratum its name and questionnaire, and all groups merged into it (itself included). */
    group: text('group_code').notNull(),
    groups: text('groups').array().notNull(),
    questionnaire: text('questionnaire').notNull(),
    invited: integer('invited').notNull(),
    /** SPKI, DER. The private half is identity.stratum_keys, and is destroyed at close. */
    publicKey: bytea('public_key').notNull(),
  },
  (t) => [index('strata_campaign').on(t.campaignId)],
)

// ── identity: names, addresses, who has answered ─────────────────────────────────────────────────────────────────────
// What was sent, and how: delivery-schema.ts.
export const identitySchema = pgSchema('identity')

export const respondents = identitySchema.table(
  'respondents',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    fullName: text('full_name').notNull(),
    email: text('email'),
    /** "84" and nine digits. */
    phone: text('phone'),
    position: text('position'),
    /** The office's own number for the person, column "Mã" of the roster. */
    externalCode: text('external_code'),
    /** SHA-256 of the personal link's token. The token itself is derived from SECRET_KEY and is stored nowhere. */
    linkHash: bytea('link_hash').notNull().unique(),
    /** Rises with each re-issue of the link; the token of an earlier issue is unknown from then on. */
    linkIssue: integer('link_issue').notNull().default(1),
    /** Why nothing more goes to this address (bounce-5.1.1, smtp-550, zalo-118…); cleared when the address is corrected. */
    emailFailure: text('email_failure'),
    phoneFailure: text('phone_failure'),
    optedOutAt: at('opted_out_at'),
  },
  (t) => [index('respondents_campaign').on(t.campaignId)],
)

/** One respondent rating one unit. The only row that answering changes, and so the one that close rewrites. */
export const invitations = identitySchema.table(
  'invitations',
  {
    id: text('id').primaryKey(),
    campaignId: text('campaign_id').notNull(),
    respondentId: text('respondent_id')
      .notNull()
      .references(() => respondents.id, { onDelete: 'cascade' }),
    block: text('block').notNull(),
    unit: text('unit').notNull(),
    group: text('group_code').notNull(),
    /** Null until the campaign opens. */
    stratumId: text('stratum_id'),
    /** SHA-256 of the blinded message that was signed: the same again gets the same answer, another one is refused. Erased at close. */
    blindedHash: bytea('blinded_hash'),
    consentVersion: text('consent_version'),
    /** The day, never the time, on which "Bắt đầu" was first pressed; a mere GET of the link does not count. */
    startedOn: date('started_on'),
    /** The day, never the time, on which the credential was issued. */
    answeredOn: date('answered_on'),
  },
  (t) => [
    unique('invitations_once').on(t.respondentId, t.unit),
    index('invitations_campaign').on(t.campaignId, t.unit, t.group),
  ],
)

/** Private halves of the strata's keys, PKCS #8 DER sealed under SECRET_KEY. Destroyed at close. */
export const stratumKeys = identitySchema.table('stratum_keys', {
  stratumId: text('stratum_id')
    .primaryKey()
    .references(() => strata.id),
  sealedPrivateKey: bytea('sealed_private_key').notNull(),
})

// ── answer: no names, no times, no order ─────────────────────────────────────────────────────────────────────────────
export const answerSchema = pgSchema('answer')

/** One row per spent credential. Says that a message was used, never what it answered. */
export const receipts = answerSchema.table(
  'receipts',
  {
    /** SHA-256 of the credential's message; its first 22 base64url characters are the public receipt. */
    messageHash: bytea('message_hash').notNull(),
    campaignId: text('campaign_id').notNull(),
    stratumId: text('stratum_id').notNull(),
    /** Hash of the message, which only its author knows, and the answers: tells a repeat from a second answer. */
    fingerprint: bytea('fingerprint').notNull(),
  },
  // A message names its stratum, and so its campaign.
  (t) => [primaryKey({ columns: [t.campaignId, t.messageHash] })],
)

/** The box: responses waiting to be drawn, sealed under a key that is not in the database. One index: this is the hot path. */
export const box = answerSchema.table(
  'box',
  {
    id: uuid('id').notNull().default(sql`gen_random_uuid()`),
    campaignId: text('campaign_id').notNull(),
    unit: text('unit').notNull(),
    stratumId: text('stratum_id').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.unit, t.id] })],
)

/** Drawn and counted while the campaign is open; sealed anew, so that it matches no row of the box. Emptied at close. */
export const drawn = answerSchema.table(
  'drawn',
  {
    id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
    campaignId: text('campaign_id').notNull(),
    unit: text('unit').notNull(),
    sealed: bytea('sealed').notNull(),
  },
  (t) => [index('drawn_unit').on(t.campaignId, t.unit)],
)

/** After close: every counted response in the clear, in random order, in cells of at least k (groups merged where needed). */
export const responses = answerSchema.table(
  'responses',
  {
    id: uuid('id').primaryKey().default(sql`gen_random_uuid()`),
    campaignId: text('campaign_id').notNull(),
    unit: text('unit').notNull(),
    groups: text('groups').array().notNull(),
    answers: jsonb('answers').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('responses_unit').on(t.campaignId, t.unit)],
)

/**
 * Counts of levels. Where groups are pooled: cell "*" (all groups of the unit), after close also one cell per group or
 * merged groups ("a+b"); where weights are fixed: those cells alone. `level` is a level's value, the no-opinion value, or "".
 */
export const tally = answerSchema.table(
  'tally',
  {
    campaignId: text('campaign_id').notNull(),
    unit: text('unit').notNull(),
    cell: text('cell').notNull(),
    question: text('question').notNull(),
    level: text('level').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.unit, t.cell, t.question, t.level] })],
)

/** Per unit: responses counted, and those withheld for ever because the whole unit stayed under k at close. */
export const unitCounts = answerSchema.table(
  'unit_counts',
  {
    campaignId: text('campaign_id').notNull(),
    unit: text('unit').notNull(),
    counted: integer('counted').notNull().default(0),
    withheld: integer('withheld').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.unit] })],
)

/** Rises by one with every count and change of status; a program that saw revision n knows whether there is news. */
export const revisions = answerSchema.table('revisions', {
  campaignId: text('campaign_id').primaryKey(),
  revision: bigint('revision', { mode: 'number' }).notNull(),
})

/** The frozen result: canonical JSON, exactly the bytes that the digest covers. */
export const snapshots = answerSchema.table('snapshots', {
  campaignId: text('campaign_id').primaryKey(),
  document: text('document').notNull(),
  digest: text('digest').notNull(),
  createdOn: date('created_on').notNull().default(vietnamToday),
})

// ── staff: accounts, sessions, audit, programs ───────────────────────────────────────────────────────────────────────
export const staffSchema = pgSchema('staff')

export const accounts = staffSchema.table('accounts', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
  role: text('role', { enum: ['admin', 'officer', 'unit', 'auditor'] }).notNull(),
  /** For role "unit": the code of its own unit. */
  unit: text('unit'),
  sealedTotpSecret: bytea('sealed_totp_secret'),
  totpConfirmed: boolean('totp_confirmed').notNull().default(false),
  /** The last TOTP step used: a code works once. */
  totpLastStep: bigint('totp_last_step', { mode: 'number' }),
  failedSignIns: integer('failed_sign_ins').notNull().default(0),
  lockedUntil: at('locked_until'),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const sessions = staffSchema.table('sessions', {
  id: text('id').primaryKey(),
  accountId: text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  expiresAt: at('expires_at').notNull(),
})

/** One row: proves at start that SECRET_KEY is the one under which this database was filled. */
export const installation = staffSchema.table('installation', {
  id: integer('id').primaryKey(),
  secretKeyCheck: bytea('secret_key_check').notNull(),
  /** What this database is known by (cluster, timeline, database, public address); another answer means a clone or a restore. */
  place: jsonb('place').$type<Record<string, string>>(),
  /** When a worker of this installation last lived, and how far the write-ahead log had come. */
  beatAt: at('beat_at'),
  beatLsn: text('beat_lsn'),
  /** Why nothing is sent until an administrator confirms; null: sending is free. */
  holdReason: text('hold_reason'),
  heldAt: at('held_at'),
})

/** Append-only (a trigger in migrations/ refuses UPDATE and DELETE). Details hold ids and numbers, never answers. */
export const audit = staffSchema.table('audit', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  at: at('at').notNull().defaultNow(),
  actor: text('actor').notNull(),
  action: text('action').notNull(),
  campaign: text('campaign'),
  details: jsonb('details').$type<Record<string, unknown>>().notNull(),
})

export const clients = staffSchema.table('clients', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** What it may do beyond reading scores and index: `points` brings points in, `microdata` downloads them. */
  scopes: text('scopes').array().notNull().default(sql`'{}'`),
  secretHash: bytea('secret_hash').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const webhooks = staffSchema.table('webhooks', {
  id: text('id').primaryKey(),
  url: text('url').notNull(),
  sealedSecret: bytea('sealed_secret').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const webhookDeliveries = staffSchema.table(
  'webhook_deliveries',
  {
    id: text('id').primaryKey(),
    webhookId: text('webhook_id')
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    state: text('state', { enum: ['queued', 'sent', 'failed'] })
      .notNull()
      .default('queued'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: at('due_at').notNull().defaultNow(),
  },
  (t) => [index('webhook_deliveries_due').on(t.dueAt).where(sql`state = 'queued'`)],
)
