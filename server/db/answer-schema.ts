/**
 * The data dictionary of what was answered, by nobody in particular: schema answer, as schema.ts says. No names, no times, no order.
 */
import { sql } from 'drizzle-orm'
import { bigint, date, index, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, vietnamToday } from './schema.ts'

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
