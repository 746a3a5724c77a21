/**
 * Shapes of the picture: who was reached how, what failed and why, and what a person does about it. Counts are people
 * unless they say messages. Of starting and answering there are only days in the database, and none of them here.
 */
import { z } from 'zod'

/** What PostgreSQL cannot even compare with (U+0000) is in no word of ours. */
const Word = z.string().regex(/^[^\0]*$/)
const Code = Word.max(64)
const Id = Word.max(64)
const Count = z.int().nonnegative()
const Instant = z.iso.datetime()

export const CodeParams = z.object({ code: Code })
export const PersonParams = z.object({ code: Code, id: Id })
export const DeliveryParams = z.object({ code: Code, id: Id })

export const ChannelWord = z.enum(['email', 'zalo'])
export const StateWord = z.enum(['queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'withdrawn'])

/** How many of their invitations a person has answered. */
export const AnsweredWord = z.enum(['none', 'some', 'all'])
export const HowWord = z.enum(['zalo-chat', 'paper', 'other'])

/** One wave over one channel, in messages (a wave sends at most one to a person over a channel). */
export const FunnelStep = z.object({
  channel: ChannelWord,
  /** Every message of the wave over this channel, withdrawn ones included; = queued + sending + sent + failed + unknown + withdrawn. */
  planned: Count,
  queued: Count,
  sending: Count,
  /** Went out: includes `delivered`. */
  sent: Count,
  /** Of `sent`: those whose arrival was confirmed. */
  delivered: Count,
  failed: Count,
  /** Nobody can tell whether they went out; a person settles them. */
  unknown: Count,
  withdrawn: Count,
  /** Of `sent`: people who pressed Bắt đầu (whichever message they had it from), or have answered. */
  started: Count,
  /** Of `sent`: people who have answered everything asked of them. */
  answered: Count,
})
export type FunnelStep = z.infer<typeof FunnelStep>

export const FunnelWave = z.object({
  wave: z.int().positive(),
  kind: z.enum(['invitation', 'reminder']),
  startsAt: Instant,
  state: z.enum(['planned', 'overdue', 'running', 'paused', 'stopped']),
  channels: z.array(FunnelStep),
})
export type FunnelWave = z.infer<typeof FunnelWave>

export const FailureGroup = z.object({
  channel: ChannelWord,
  /** `queued`: tried without success, and tried again by itself. */
  state: z.enum(['failed', 'unknown', 'queued']),
  /** Our own stable word, for support and for filtering; people read `title`. */
  cause: z.string(),
  title: z.string(),
  nextStep: z.string(),
  /** It happened to them, whatever came after. */
  people: Count,
  /** Of `people`: whom nothing has reached since, nor is about to; the search finds them with `reached=none`. */
  needing: Count,
  /** Whether "gửi lại" makes sense for the group; an address that fails is corrected first. */
  retryable: z.boolean(),
  /** Of `people`: a message over another channel went out to them. */
  fallback: Count,
})
export type FailureGroup = z.infer<typeof FailureGroup>

export const FunnelView = z.object({
  waves: z.array(FunnelWave),
  byHand: z.object({
    /**
     * Whom only a person can still reach: not answered nor opted out, no message that went out, waits or is unknown, and
     * either no address that works or a message that failed; and all who were handed their link.
     */
    people: Count,
    handed: Count,
    /** Of `handed`. */
    started: Count,
    answered: Count,
  }),
  reached: z.object({
    /** People asked to answer. */
    invited: Count,
    /** A message went out to them, or they were handed their link. */
    messaged: Count,
    started: Count,
    answered: Count,
  }),
  /** Most people in need first, then most people. */
  failures: z.array(FailureGroup),
  /** Day in Viet Nam on which people or messages were last purged (server/privacy/): their numbers are not here any more. */
  purgedOn: z.iso.date().nullable(),
})
export type FunnelView = z.infer<typeof FunnelView>

export const PEOPLE_PER_PAGE = 50
const Page = z.coerce.number().int().min(1).max(100_000).default(1)

/** An empty value is no filter. */
const filter = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional())

export const PeopleQuery = z.object({
  /** Name with or without accents, beginnings of words in any order; phone in any writing; e-mail; Mã. */
  search: filter(Word.max(200)),
  /** These four meet in one message of the person. */
  channel: filter(ChannelWord),
  state: filter(StateWord),
  cause: filter(Word.max(64)),
  wave: filter(z.coerce.number().int().min(1).max(100_000)),
  /** A unit's code. */
  unit: filter(Word.max(64)),
  /** Only whom nothing has reached and nothing is about to: see `needing`. */
  reached: filter(z.enum(['none'])),
  page: Page,
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

/** `name` is the unit's in the campaign's definition. */
const Unit = z.object({ code: z.string(), name: z.string() })

/** Why nothing more goes to an address. */
const AddressFailure = z.object({ cause: z.string(), title: z.string() }).nullable()

export const PersonView = z.object({
  id: z.string(),
  name: z.string(),
  /** The office's own number, column "Mã". */
  code: z.string().nullable(),
  position: z.string().nullable(),
  units: z.array(Unit),
  email: z.string().nullable(),
  /** As people write it: 0912345678. */
  phone: z.string().nullable(),
  emailFailure: AddressFailure,
  phoneFailure: AddressFailure,
  answered: AnsweredWord,
  started: z.boolean(),
  optedOut: z.boolean(),
  /** The message that something happened to last. */
  last: z
    .object({
      channel: ChannelWord,
      wave: z.int(),
      state: StateWord,
      cause: z.string().nullable(),
      /** The state and its cause in words. */
      title: z.string(),
      /** Null where it would tell when somebody answered, and while nothing has happened yet. */
      at: Instant.nullable(),
    })
    .nullable(),
  /** The last time an officer handed over the link. */
  handed: z.object({ how: HowWord, by: z.string(), at: Instant }).nullable(),
})
export type PersonView = z.infer<typeof PersonView>

export const PeopleView = z.object({
  /** How many fit the search and the filters, on all pages. */
  total: Count,
  page: z.int(),
  perPage: z.int(),
  people: z.array(PersonView),
})
export type PeopleView = z.infer<typeof PeopleView>

export const HistoryEntry = z.object({
  at: Instant,
  /** `hand`: an officer handed the link over. `link`: the link or an address was changed. */
  channel: z.enum(['email', 'zalo', 'hand', 'link']),
  wave: z.int().nullable(),
  /** A message's state; for `hand` how it was handed over; for `link` `reissued` or `corrected`. */
  state: z.string(),
  cause: z.string().nullable(),
  /** In words. */
  title: z.string(),
  /** The account that did it, by e-mail; null: the system. */
  by: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** Oldest first. Nothing of answering but `answered`. */
export const PersonHistoryView = PersonView.extend({ history: z.array(HistoryEntry) })
export type PersonHistoryView = z.infer<typeof PersonHistoryView>

export const RetryBody = z.strictObject({
  channel: ChannelWord,
  cause: Word.min(1).max(64),
  /** This wave's only. */
  wave: z.int().positive().optional(),
})
export type RetryBody = z.infer<typeof RetryBody>

/** Messages back in the queue, and those of the group that were left as they are, each under the first reason that fits. */
export const RetriedView = z.object({
  retried: Count,
  skipped: z.object({
    answered: Count,
    optedOut: Count,
    /** Without an address, or one that failed and was not corrected since. */
    address: Count,
    /** Reached, or about to be, another way: by the same wave over the channel that came after, or by a later wave. */
    elsewhere: Count,
    /** As many messages as one person may get. */
    limit: Count,
    /** Their wave was stopped for good. */
    stopped: Count,
  }),
})
export type RetriedView = z.infer<typeof RetriedView>

export const ResendBody = z.strictObject({ channel: ChannelWord })
export const ResentView = z.object({ state: z.literal('queued') })
export type ResentView = z.infer<typeof ResentView>

export const UNKNOWN_PER_PAGE = 50
export const UnknownQuery = z.object({ page: Page })

/** Oldest first: waiting longest. */
export const UnknownView = z.object({
  total: Count,
  page: z.int(),
  perPage: z.int(),
  deliveries: z.array(
    z.object({
      id: z.string(),
      wave: z.int(),
      channel: ChannelWord,
      person: z.object({ id: z.string(), name: z.string() }),
      /** Where the message was going: e-mail address or phone. */
      address: z.string().nullable(),
      claimedAt: Instant.nullable(),
      cause: z.string().nullable(),
      title: z.string(),
      nextStep: z.string(),
    }),
  ),
})
export type UnknownView = z.infer<typeof UnknownView>

export const SettleBody = z.strictObject({
  /** It went out after all; it did not; it did not and is to be sent once more. */
  as: z.enum(['sent', 'not-sent', 'not-sent-retry']),
})
export type SettleBody = z.infer<typeof SettleBody>

export const SettledView = z.object({ state: StateWord })
export type SettledView = z.infer<typeof SettledView>
