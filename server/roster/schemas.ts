/** Shapes of the roster's calls (CONTRACT "Staff"). */
import { z } from 'zod'
import { Flag } from '../http/is-set.ts'
import { FIELDS, KINDS } from './columns.ts'

const Row = z.int()

export const RosterParams = z.object({ code: z.string().max(64) })
export const RosterQuery = z.object({
  dryRun: Flag,
  partial: Flag,
  /** Whoever is on the roster and not in the file is taken off it, and what people no longer rate; refused while a row is rejected. */
  removeMissing: Flag,
})

export const ColumnKind = z.enum(KINDS)

/**
 * The form's field `columns`, JSON: how an officer wants the file read. Sending it, even as `{}`, asks for a report where a
 * column is missing, instead of the refusal header-missing.
 */
export const ColumnChoice = z.strictObject({
  /** Name of the sheet. */
  sheet: z.string().max(200).optional(),
  /** The header's row, as the spreadsheet numbers it; 0: the list has none. */
  row: z.int().min(0).max(60_000).optional(),
  /** By the column's place in the file, from 0: what it holds; null: nothing that is wanted. Others are matched by their headings. */
  columns: z.record(z.string().regex(/^\d{1,2}$/), ColumnKind.nullable()).optional(),
})
export type ColumnChoice = z.infer<typeof ColumnChoice>

/** The form's field `corrections`, JSON: cells mended on the screen, read instead of the file's own. */
export const Corrections = z
  .array(
    z.union([
      z.strictObject({ row: Row, column: z.enum(Object.values(FIELDS)), value: z.string().max(1_000) }),
      /** Leaves the row out. */
      z.strictObject({ row: Row, skip: z.literal(true) }),
    ]),
  )
  .max(10_000)
export type Correction = z.infer<typeof Corrections>[number]

const Suggestions = z.array(z.string())

/** People of the file held against the roster as it is. `first`: at most 50. */
const Changes = z.object({
  added: z.object({ count: z.int(), first: z.array(z.object({ row: Row, name: z.string() })) }),
  changed: z.object({
    count: z.int(),
    first: z.array(
      z.object({
        row: Row,
        name: z.string(),
        fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
  }),
  unchanged: z.int(),
  /** On the roster and not in the file; `invitations`: units that people of the file no longer rate. */
  missing: z.object({
    count: z.int(),
    invitations: z.int(),
    first: z.array(z.object({ id: z.string(), name: z.string(), units: z.array(z.string()) })),
  }),
})

const Named = z.object({ code: z.string(), name: z.string() })
/** What a cell may name: units and groups by block, in the definition's order. */
export const RosterCatalogue = z.array(
  z.object({ code: z.string(), name: z.string(), units: z.array(Named), groups: z.array(Named) }),
)
export type RosterCatalogue = z.infer<typeof RosterCatalogue>

export const RosterReport = z.object({
  /** Rows that are about someone; = accepted + rows rejected + duplicates. */
  rows: z.int(),
  accepted: z.int(),
  rejected: z.array(
    z.object({
      row: Row,
      column: z.string(),
      code: z.string(),
      value: z.string(),
      message: z.string(),
      /** What the whole cell should probably say, the likeliest first. */
      suggestions: Suggestions.optional(),
    }),
  ),
  /** Rows that say again what another row of the file says. */
  duplicates: z.array(z.object({ row: Row, of: Row })),
  /** Accepted, but worth a look. */
  warnings: z.array(
    z.object({
      row: Row,
      column: z.string(),
      code: z.string(),
      message: z.string(),
      value: z.string().optional(),
      suggestions: Suggestions.optional(),
    }),
  ),
  added: z.object({ respondents: z.int(), invitations: z.int() }),
  updated: z.object({ respondents: z.int(), invitations: z.int() }),
  removed: z.object({ respondents: z.int(), invitations: z.int() }),
  /** Where the list was found; `missing`: titles of the columns without which it cannot be read. */
  header: z.object({ sheet: z.string(), row: Row, missing: z.array(z.string()) }),
  /** Names of all sheets. */
  sheets: z.array(z.string()),
  /** Every column of the list, what it was taken for, and its first values. */
  columns: z.array(
    z.object({
      column: z.int(),
      header: z.string(),
      matched: ColumnKind.nullable(),
      samples: z.array(z.string()),
    }),
  ),
  changes: Changes,
  catalogue: RosterCatalogue,
  /** All who are invited after this import; `small`: fewer than the minimum cell, so opening merges it with another group. */
  strata: z.array(z.object({ unit: z.string(), group: z.string(), invited: z.int(), small: z.boolean() })),
})
export type RosterReport = z.infer<typeof RosterReport>

/**
 * How far an import is, of `total` rows or people (0: not known yet): a line of the answer to a call that accepts
 * application/x-ndjson. The last line is {report} or {error: {status, code, message, details?}}.
 */
export const ImportProgress = z.object({
  phase: z.enum(['reading', 'checking', 'comparing', 'saving']),
  done: z.int(),
  total: z.int(),
})
export type ImportProgress = z.infer<typeof ImportProgress>

// ── people of the list ───────────────────────────────────────────────────────────────────────────────────────────────
/** What PostgreSQL cannot even compare with (U+0000) is in no word of ours. */
const Word = z.string().regex(/^[^\0]*$/)
const filter = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional())

export const PersonParams = z.object({ code: Word.max(64), id: Word.max(64) })
export const PeopleQuery = z.object({
  /** Name with or without accents, beginnings of words in any order; phone in any writing; e-mail; Mã. */
  search: filter(Word.max(200)),
  /** Codes. */
  unit: filter(Word.max(64)),
  group: filter(Word.max(64)),
  /** `name`: by given name. `unit`, `group`: in the definition's order, a person of several under the first, then by given name. */
  sort: z.enum(['name', 'unit', 'group']).default('name'),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

/** A unit that the person rates, and as a member of which group. */
const Rating = z.object({ unit: z.string(), unitName: z.string(), group: z.string(), groupName: z.string() })

/** One person of the list: who they are, how they are reached, whom they rate. Nothing of what they did with it. */
export const RosterPerson = z.object({
  id: z.string(),
  name: z.string(),
  /** The office's own number, column "Mã". */
  code: z.string().nullable(),
  position: z.string().nullable(),
  email: z.string().nullable(),
  /** As people write it: 0912345678. */
  phone: z.string().nullable(),
  ratings: z.array(Rating),
})
export type RosterPerson = z.infer<typeof RosterPerson>

export const RosterPeople = z.object({ total: z.int(), offset: z.int(), people: z.array(RosterPerson) })
export type RosterPeople = z.infer<typeof RosterPeople>

/** `editable`: the campaign is still a draft; then `catalogue` holds what may be chosen, else it is empty. */
export const RosterCard = RosterPerson.extend({ editable: z.boolean(), catalogue: RosterCatalogue })
export type RosterCard = z.infer<typeof RosterCard>

/** What is given is changed, by the rules of the import; "" empties. */
export const PersonBody = z
  .strictObject({
    name: Word.max(1_000),
    email: Word.max(1_000),
    phone: Word.max(1_000),
    position: Word.max(1_000),
    code: Word.max(1_000),
    /** All of them, in place of those before. */
    ratings: z
      .array(z.strictObject({ unit: Word.max(64), group: Word.max(64) }))
      .min(1)
      .max(500),
  })
  .partial()
export type PersonBody = z.infer<typeof PersonBody>
