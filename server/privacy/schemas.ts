/** Shapes of the privacy calls. Days are yyyy-mm-dd in Viet Nam. Nothing here tells what anybody answered. */
import { z } from 'zod'
import { RequestKind, Retention, RetentionRule } from './retention.ts'

export type { RequestKind, Retention, RetentionRule } from './retention.ts'

export const CodeParams = z.object({ code: z.string().min(1).max(64) })
export const RequestParams = CodeParams.extend({ request: z.string().min(1).max(64) })

const Day = z.iso.date()
const Count = z.int().nonnegative()
const Words = z.string().trim().max(2000)

/** Who is meant: enough for an officer to be sure, without anything about answers. `units`: names of those they rate. */
export const PersonCard = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string().nullable(),
  position: z.string().nullable(),
  email: z.string().nullable(),
  /** "84" and nine digits. */
  phone: z.string().nullable(),
  optedOut: z.boolean(),
  units: z.array(z.string()),
})
export type PersonCard = z.infer<typeof PersonCard>

export const CandidatesQuery = z.object({ search: z.string().trim().min(2).max(100) })
/** The first twenty, by given name. */
export const CandidatesView = z.object({ total: Count, people: z.array(PersonCard) })
export type CandidatesView = z.infer<typeof CandidatesView>

export const RequestVia = z.enum(['phone', 'email', 'letter', 'in-person'])
export type RequestVia = z.infer<typeof RequestVia>

export const RequestView = z.object({
  id: z.string(),
  kind: RequestKind,
  via: RequestVia,
  receivedOn: Day,
  dueOn: Day,
  state: z.enum(['open', 'done', 'refused']),
  overdue: z.boolean(),
  note: z.string(),
  outcome: z.string(),
  /** Null when nobody on the list was found, or after the person has been erased. */
  person: PersonCard.nullable(),
  createdBy: z.string(),
  closedBy: z.string().nullable(),
  closedOn: Day.nullable(),
})
export type RequestView = z.infer<typeof RequestView>

/** Open ones first, the next due first; then the newest closed. `days`: from receiving to due, for a new request. */
export const RequestsView = z.object({
  open: Count,
  overdue: Count,
  today: Day,
  days: Retention.shape.requests,
  requests: z.array(RequestView),
})
export type RequestsView = z.infer<typeof RequestsView>

/** For the badge in the rail; names nobody. */
export const RequestCounts = z.object({ open: Count, overdue: Count })
export type RequestCounts = z.infer<typeof RequestCounts>

export const RequestBody = z.strictObject({
  kind: RequestKind,
  via: RequestVia,
  receivedOn: Day,
  person: z.string().min(1).max(64).nullable(),
  note: Words.default(''),
})
export type RequestBody = z.infer<typeof RequestBody>

export const CloseBody = z.strictObject({ state: z.enum(['done', 'refused']), outcome: Words.min(3) })
export type CloseBody = z.infer<typeof CloseBody>

/** Fields left out stay; null or '' removes an address, a position. */
export const CorrectBody = z.strictObject({
  name: z.string().max(500).optional(),
  position: z.string().trim().max(200).nullable().optional(),
  email: z.string().max(500).nullable().optional(),
  phone: z.string().max(100).nullable().optional(),
})
export type CorrectBody = z.infer<typeof CorrectBody>

export const EraseBody = z.strictObject({ confirm: z.string().max(100) })

/** What an erasure does, told before it is done. `leaves`: invitations that no longer count as invited. */
export const ErasePreview = z.object({ messages: Count, leaves: Count, stays: Count })
export type ErasePreview = z.infer<typeof ErasePreview>

/** One version of the notice, as its text was shown. `sha256` of the text's UTF-8 bytes, hexadecimal. */
export const NoticeView = z.object({
  version: z.string(),
  text: z.string(),
  sha256: z.string(),
  /** Saved with these versions of the definition. */
  firstSaved: z.object({ version: z.int(), by: z.string(), on: Day }),
  /** Shown to respondents now, or to the end. */
  current: z.boolean(),
  /** Invitations answered under it: nobody answers without having ticked the consent box. */
  consents: Count,
})
export type NoticeView = z.infer<typeof NoticeView>
export const NoticesView = z.object({ notices: z.array(NoticeView) })
export type NoticesView = z.infer<typeof NoticesView>

export const RuleView = z.object({
  rule: RetentionRule,
  days: z.int(),
  /** Null until the result is final. */
  dueOn: Day.nullable(),
  due: z.boolean(),
  /** What it would remove now, by kind of row: messages, marks, contacts, people, invitations, answers. */
  counts: z.record(z.string(), Count),
  /** People whom it passes over while a request of theirs is open. */
  waiting: Count,
})
export type RuleView = z.infer<typeof RuleView>

export const PurgeView = z.object({
  on: Day,
  by: z.string(),
  rule: RetentionRule,
  counts: z.record(z.string(), Count),
})
export type PurgeView = z.infer<typeof PurgeView>

export const RetentionView = z.object({
  status: z.string(),
  finalOn: Day.nullable(),
  retention: Retention,
  defaults: Retention,
  rules: z.array(RuleView),
  /** Newest first; batches of one day, rule and account are one line. */
  purges: z.array(PurgeView),
})
export type RetentionView = z.infer<typeof RetentionView>

export const RetentionBody = Retention
export type RetentionBody = z.infer<typeof RetentionBody>

/** `confirm`: the campaign's code. */
export const PurgeBody = z.strictObject({ confirm: z.string().max(100) })
export const PurgedView = z.object({ purged: z.record(z.string(), z.record(z.string(), Count)) })
export type PurgedView = z.infer<typeof PurgedView>
