/** The data dictionary of privacy (Law 91/2025/QH15): requests of respondents, and purges that leave a record. */
import { date, index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, identitySchema, ofCampaign, respondents } from './schema.ts'

/** What a respondent asked for: to see, correct or withdraw what is held about them, or to have it erased. */
export const requests = identitySchema.table(
  'requests',
  {
    id: text('id').primaryKey(),
    campaignId: ofCampaign(),
    /** Null once the person has been purged, or when nobody on the roster was found. */
    respondentId: text('respondent_id').references(() => respondents.id, { onDelete: 'set null' }),
    kind: text('kind', { enum: ['see', 'correct', 'withdraw', 'erase'] }).notNull(),
    /** How it came: phone, e-mail, letter, in person. */
    via: text('via', { enum: ['phone', 'email', 'letter', 'in-person'] }).notNull(),
    receivedOn: date('received_on').notNull(),
    dueOn: date('due_on').notNull(),
    state: text('state', { enum: ['open', 'done', 'refused'] })
      .notNull()
      .default('open'),
    /** The officer's words: what was asked, and what was done about it. Erased with the person. */
    note: text('note').notNull().default(''),
    outcome: text('outcome').notNull().default(''),
    createdBy: text('created_by').notNull(),
    closedBy: text('closed_by'),
    closedAt: at('closed_at'),
  },
  (t) => [index('requests_campaign').on(t.campaignId, t.state)],
)

/** What was purged, by which rule, and how many rows of what; no names. Append-only. */
export const purges = identitySchema.table(
  'purges',
  {
    id: text('id').primaryKey(),
    campaignId: ofCampaign(),
    createdAt: at('created_at').notNull().defaultNow(),
    actor: text('actor').notNull(),
    rule: text('rule').notNull(),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
  },
  (t) => [index('purges_campaign').on(t.campaignId)],
)

/**
 * What is left of people who were purged or erased: how many of each unit and group there were and had answered. The view
 * campaign.participation adds it to the living, so that no figure changes when names go. Names no one.
 */
export const keptParticipation = identitySchema.table(
  'kept_participation',
  {
    campaignId: ofCampaign(),
    block: text('block').notNull(),
    unit: text('unit').notNull(),
    group: text('group_code').notNull(),
    /** '' for what had none. */
    stratumId: text('stratum_id').notNull(),
    invited: integer('invited').notNull(),
    answered: integer('answered').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.unit, t.group, t.stratumId] })],
)

/** Other counts that the console shows of what was purged; see `kind`. */
export const keptCounts = identitySchema.table(
  'kept_counts',
  {
    campaignId: ofCampaign(),
    /**
     * `person` how many people; `day` answers by day (yyyy-mm-dd); `consent` by version of the notice; `message` by
     * "channel state"; `wave` messages by the wave's id.
     */
    kind: text('kind', { enum: ['person', 'day', 'consent', 'message', 'wave'] }).notNull(),
    /** Of which day, version, … ; '' for `person`. */
    part: text('part').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.kind, t.part] })],
)
