/**
 * The data dictionary, continued: schema `results`, what the index of 100 points needs beside the survey's own points.
 * Nothing personal but the account that did something. Every table only grows (a trigger in migrations/ refuses UPDATE and
 * DELETE): a correction is a new version, with who and why. The answer side reads it and writes nothing.
 */
import { date, integer, jsonb, pgSchema, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import type { PastResults } from '../index/past/schemas.ts'
import type { PublicationChoices } from '../index/publish/schemas.ts'
import { at, campaigns, vietnamToday } from './schema.ts'

export const resultsSchema = pgSchema('results')

const campaignId = () =>
  text('campaign_id')
    .notNull()
    .references(() => campaigns.id)

/** Unit → code of the criteria set's leaf (or, for `imported`, of the survey's criterion) → points as a decimal text. */
export type PointTable = Record<string, Record<string, string>>

/**
 * One version of the points that come from outside. `self`: self-assessed. `appraised`: round 1 or 2, the later round
 * counts. `imported`: of one imported source of the survey component (`source`). Of several versions the highest counts.
 */
export const pointSets = resultsSchema.table(
  'point_sets',
  {
    id: text('id').primaryKey(),
    campaignId: campaignId(),
    kind: text('kind', { enum: ['self', 'appraised', 'imported'] }).notNull(),
    /** The imported source's code; '' for the other kinds. */
    source: text('source').notNull().default(''),
    /** 1, or 2 for the second appraisal. */
    round: integer('round').notNull().default(1),
    version: integer('version').notNull(),
    points: jsonb('points').$type<PointTable>().notNull(),
    /** SHA-256 of the canonical JSON of `points`, base64url. */
    digest: text('digest').notNull(),
    origin: text('origin', { enum: ['xlsx', 'csv', 'api'] }).notNull(),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [unique('point_sets_version').on(t.campaignId, t.kind, t.source, t.round, t.version)],
)

/** Published results of the year before, with which the campaign compares. The highest version counts. */
export const pastResults = resultsSchema.table(
  'past_results',
  {
    id: text('id').primaryKey(),
    campaignId: campaignId(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<PastResults>().notNull(),
    digest: text('digest').notNull(),
    /** `campaign`: taken from a final campaign of this installation. */
    origin: text('origin', { enum: ['xlsx', 'csv', 'api', 'campaign'] }).notNull(),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [unique('past_results_version').on(t.campaignId, t.version)],
)

/** What officers write into the report, field by field. The highest version counts; an empty text is a field left out. */
export const narratives = resultsSchema.table(
  'narratives',
  {
    campaignId: campaignId(),
    field: text('field').notNull(),
    version: integer('version').notNull(),
    text: text('text').notNull(),
    actor: text('actor').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.field, t.version] })],
)

/** The frozen index: canonical JSON, exactly the bytes that the digest covers. */
export const frozenIndexes = resultsSchema.table('frozen_indexes', {
  campaignId: campaignId().primaryKey(),
  document: text('document').notNull(),
  digest: text('digest').notNull().unique(),
  createdOn: date('created_on').notNull().default(vietnamToday),
})

/** The public page, rendered once when it is published. `page` null: withdrawn. The highest version is what the public sees. */
export const publications = resultsSchema.table(
  'publications',
  {
    campaignId: campaignId(),
    version: integer('version').notNull(),
    choices: jsonb('choices').$type<PublicationChoices>().notNull(),
    page: text('page'),
    digest: text('digest').notNull(),
    reason: text('reason').notNull(),
    actor: text('actor').notNull(),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.version] })],
)
