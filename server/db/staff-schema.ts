/** The data dictionary of accounts, sessions, audit and programs: schema staff, as schema.ts says. */
import { sql } from 'drizzle-orm'
import { bigint, bigserial, boolean, index, integer, jsonb, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytea } from './schema.ts'

export const staffSchema = pgSchema('staff')

export const accounts = staffSchema.table('accounts', {
  id: text('id').primaryKey(),
  email: text('email').notNull().unique(),
  /** As the person is called in the office; '' when nobody said. */
  name: text('name').notNull().default(''),
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
  passwordChangedAt: at('password_changed_at').notNull().defaultNow(),
  /** A disabled account signs in no more and keeps its place in the audit log. */
  disabledAt: at('disabled_at'),
  createdAt: at('created_at').notNull().defaultNow(),
})

/** An offer to join, or to set a new password: a link by e-mail, of which only the hash of its token is kept. */
export const accountInvitations = staffSchema.table('account_invitations', {
  id: text('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull().default(''),
  role: text('role', { enum: ['admin', 'officer', 'unit', 'auditor'] }).notNull(),
  unit: text('unit'),
  /** Set when it is for an account that exists: a new password, and a new second factor. */
  accountId: text('account_id').references(() => accounts.id, { onDelete: 'cascade' }),
  tokenHash: bytea('token_hash').notNull().unique(),
  invitedBy: text('invited_by').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  acceptedAt: at('accepted_at'),
  revokedAt: at('revoked_at'),
})

/** Codes that stand in for a lost second factor, each once; SHA-256 of each. */
export const recoveryCodes = staffSchema.table(
  'recovery_codes',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    codeHash: bytea('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.codeHash] })],
)

export const sessions = staffSchema.table('sessions', {
  id: text('id').primaryKey(),
  accountId: text('account_id')
    .notNull()
    .references(() => accounts.id, { onDelete: 'cascade' }),
  createdAt: at('created_at').notNull().defaultNow(),
  /** To the minute. */
  lastSeenAt: at('last_seen_at').notNull().defaultNow(),
  /** Browser and system in words, and the address it came from, for its owner to recognise. */
  device: text('device').notNull().default(''),
  address: text('address').notNull().default(''),
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
export const audit = staffSchema.table(
  'audit',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull().defaultNow(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    campaign: text('campaign'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index('audit_at').on(t.at), index('audit_campaign').on(t.campaign, t.action)],
)

/**
 * The chain over the audit log: hash = SHA-256(hash before ‖ staff.audit_entry(row, seq)), in the order of committing. A
 * deferred trigger writes it at commit, so that no transaction waits for another's while it still takes locks.
 */
export const auditChain = staffSchema.table('audit_chain', {
  seq: bigint('seq', { mode: 'number' }).primaryKey(),
  auditId: bigint('audit_id', { mode: 'number' })
    .notNull()
    .unique()
    .references(() => audit.id),
  hash: bytea('hash').notNull(),
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
