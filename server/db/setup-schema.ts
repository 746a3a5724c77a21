/** The data dictionary of setting a campaign up: versions of its definition, and how its sample was drawn. */
import { index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Definition } from '../campaigns/definition.ts'
import { at, campaignSchema, identitySchema, ofCampaign } from './schema.ts'

/** Every saved state of a definition, from the one that the campaign began with to the one that was opened. Append-only. */
export const definitionVersions = campaignSchema.table(
  'definition_versions',
  {
    campaignId: ofCampaign(),
    version: integer('version').notNull(),
    definition: jsonb('definition').$type<Definition>().notNull(),
    hash: text('hash').notNull(),
    actor: text('actor').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.version] })],
)

/** Staff of one stratum in the full list, and how many of them were drawn. */
export type SampleStratum = { unit: string; group: string; staff: number; drawn: number }

/**
 * A random draw from a full staff list, so that it can be repeated and defended: who has the same file, method and seed
 * gets the same people. Names no one. Append-only.
 */
export const samples = identitySchema.table(
  'samples',
  {
    id: text('id').primaryKey(),
    campaignId: ofCampaign(),
    createdAt: at('created_at').notNull().defaultNow(),
    actor: text('actor').notNull(),
    /** SHA-256 of the uploaded file, hexadecimal. */
    fileHash: text('file_hash').notNull(),
    /** {"kind":"margin","e":"0.05"}, {"kind":"share","percent":"30"} or {"kind":"everybody"}. */
    method: jsonb('method').$type<Record<string, string>>().notNull(),
    seed: text('seed').notNull(),
    /** SHA-256 over the drawn rows' keys in order: proves a repetition equal. */
    drawDigest: text('draw_digest').notNull(),
    strata: jsonb('strata').$type<SampleStratum[]>().notNull(),
  },
  (t) => [index('samples_campaign').on(t.campaignId)],
)
