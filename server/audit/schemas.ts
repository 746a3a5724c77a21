/** Shapes of the audit log: its entries, the checking of its chain, and what of it is downloaded. */
import { z } from 'zod'

/** What PostgreSQL cannot even compare with (U+0000) is in no word of ours. */
const Word = z.string().regex(/^[^\0]*$/)
const Count = z.int().nonnegative()
const Instant = z.iso.datetime()
/** SHA-256 in hexadecimal, as sha256sum prints it. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/)
/** Of a place in the chain; far beyond what will ever be written, and exact in JSON. */
const Seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/** ISO 8601 counts a year 0, which PostgreSQL's calendar has not. */
const Day = z.iso.date().refine((day) => day >= '0001')

/** An empty value is no filter. */
const filter = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional())

/** What changed something, or what only showed (or handed out) personal data. */
export const KindWord = z.enum(['change', 'look'])

const filters = {
  /** An account's e-mail address, as entries have it. */
  actor: filter(Word.max(200)),
  /** One action, or all that begin so when it ends with a dot: `people.`. */
  action: filter(Word.max(64)),
  kind: filter(KindWord),
  /** A campaign's code. */
  campaign: filter(Word.max(64)),
  /** Days in Viet Nam, both included. */
  from: filter(Day),
  to: filter(Day),
}
export const AuditFilter = z.object(filters)
export type AuditFilter = z.infer<typeof AuditFilter>

export const ENTRIES_PER_PAGE = 50
export const AuditQuery = z.object({
  ...filters,
  /** Entries before this place in the chain; from the newest without. */
  before: filter(Seq),
  limit: z.coerce.number().int().min(1).max(200).default(ENTRIES_PER_PAGE),
})
export type AuditQuery = z.infer<typeof AuditQuery>

export const AuditEntry = z.object({
  /** Its place in the chain, from 1 without gaps: the order in which transactions were committed. */
  seq: z.int().positive(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  campaign: z.string().nullable(),
  /** Ids, codes and counts; null when they are too long for a list and asked for one by one. */
  details: z.record(z.string(), z.unknown()).nullable(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

export const AuditPage = z.object({
  entries: z.array(AuditEntry),
  /** `before` of the next page; null on the last. */
  next: z.int().nullable(),
})
export type AuditPage = z.infer<typeof AuditPage>

export const EntryParams = z.object({ seq: Seq })

export const WholeEntry = AuditEntry.extend({
  details: z.record(z.string(), z.unknown()),
  /** The very text that the hash covers. */
  text: z.string(),
  hash: Hash,
  /** The hash of the entry before; '' before the first. */
  previous: z.string(),
})
export type WholeEntry = z.infer<typeof WholeEntry>

/** What entries can be filtered by, and the newest of them. */
export const AuditFacets = z.object({
  actors: z.array(z.string()),
  actions: z.array(z.string()),
  campaigns: z.array(z.string()),
  head: z.object({ seq: z.int().positive(), hash: Hash, at: Instant }).nullable(),
})
export type AuditFacets = z.infer<typeof AuditFacets>

/** The end of the chain as somebody wrote it down, earlier and elsewhere. */
const KeptHead = z.object({ seq: z.int().positive(), hash: Hash })

export const VERIFIED_AT_ONCE = 4_000
export const VerifyBody = z.object({
  /** The last place that was checked already, with the hash it had; without, from the beginning. */
  after: z.object({ seq: z.int().positive(), hash: Hash }).optional(),
  kept: KeptHead.optional(),
  limit: z.int().min(1).max(VERIFIED_AT_ONCE).default(VERIFIED_AT_ONCE),
})
export type VerifyBody = z.infer<typeof VerifyBody>

/**
 * changed: the entry or its hash is not what was written · missing: the chain goes on, the entry is gone · gap: a place of
 * the chain is gone · unchained: an entry that is in no place · empty: everything is gone · kept-missing: the chain ends
 * before the end that was written down · kept-changed: it has another hash there.
 */
export const BreakWord = z.enum(['changed', 'missing', 'gap', 'unchained', 'empty', 'kept-missing', 'kept-changed'])
export type BreakWord = z.infer<typeof BreakWord>

const Place = z.object({ seq: z.int().positive(), hash: Hash, at: Instant })
export const VerifyView = z.object({
  /** How many entries of this part are as they were written. */
  checked: Count,
  /** The last of them; null when there was none. */
  last: Place.nullable(),
  /** When the first of this part was written. */
  firstAt: Instant.nullable(),
  /** How long the chain is now. */
  total: Count,
  /** Nothing is left to check: the end is reached, or a fault is found. */
  done: z.boolean(),
  /** The first fault. `seq` is null for entries outside the chain. */
  broken: z.object({ reason: BreakWord, seq: z.int().positive().nullable(), count: Count.optional() }).nullable(),
})
export type VerifyView = z.infer<typeof VerifyView>
