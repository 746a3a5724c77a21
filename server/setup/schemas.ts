/** Schemas of setting a campaign up: its definition, the versions of it, the table of questions, the preview. */
import { z } from 'zod'
import { Definition } from '../campaigns/definition.ts'
import { CodeParams } from '../campaigns/schemas.ts'
import { Flag } from '../http/is-set.ts'

/** What a definition may weigh as JSON: two blocks of 100 units and 50 criteria, each group with its own questionnaire, are 700 kB. */
export const DEFINITION_BYTES = 1024 * 1024

/** As many problems as anybody can read; the rest shows when those are mended. */
export const MOST_PROBLEMS = 200

/** Something that does not add up; `path` as `blocks[so].criteria[1.2].max`. */
export const ProblemView = z.object({ path: z.string(), problem: z.string() })
export type ProblemView = z.infer<typeof ProblemView>

/** One difference between two definitions; the codes are listed in change-words.ts. `values` fill {0}, {1}… of other words for `code`. */
export const ChangeView = z.object({ code: z.string(), values: z.array(z.string()), words: z.string() })
export type ChangeView = z.infer<typeof ChangeView>

export const DefinitionView = z.object({
  version: z.int(),
  /** False from opening on. */
  editable: z.boolean(),
  definition: Definition,
  /** Empty when the campaign may be opened. */
  problems: z.array(ProblemView),
  /** E-mail address of whoever saved this version; empty for what was there before versions were. */
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
  /** Code of last year's campaign whose definition this one began with: predecessors are chosen among its units. */
  copiedFrom: z.string().nullable(),
})
export type DefinitionView = z.infer<typeof DefinitionView>

/** A definition as sent: its shape is judged with a path for each problem, not by the door. */
const SentDefinition = z.record(z.string(), z.unknown())

export const CheckBody = z.object({ definition: SentDefinition })
/** `changes` against the saved version. `savable` is false when `problems` are of its shape. */
export const CheckView = z.object({
  savable: z.boolean(),
  problems: z.array(ProblemView),
  changes: z.array(ChangeView),
})
export type CheckView = z.infer<typeof CheckView>

/** `version` is the one that the edit began from. */
export const SaveBody = z.object({ version: z.int().min(1), definition: SentDefinition })
export type SaveBody = z.infer<typeof SaveBody>
export const SavedView = DefinitionView.extend({ changes: z.array(ChangeView) })
export type SavedView = z.infer<typeof SavedView>

/** Details of 409 definition-changed: what is saved by now. */
export const ConflictDetails = z.object({ version: z.int(), by: z.string(), at: z.iso.datetime() })
export type ConflictDetails = z.infer<typeof ConflictDetails>

/** Details of 409 unit-in-use: what people of the roster stand under. */
export const InUseDetails = z.array(
  z.object({ kind: z.enum(['unit', 'group']), block: z.string(), code: z.string(), people: z.int() }),
)
export type InUseDetails = z.infer<typeof InUseDetails>

const VersionHead = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  hash: z.string(),
  /** Against the version before; none for the first. */
  changes: z.array(ChangeView),
})
export const VersionParams = CodeParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) })
/** The 100 newest below `before`, the newest first. */
export const VersionsQuery = z.object({ before: z.coerce.number().int().min(1).max(1_000_001).optional() })
export const VersionsView = z.array(VersionHead)
export type VersionsView = z.infer<typeof VersionsView>
export const VersionView = VersionHead.extend({ definition: Definition })
export type VersionView = z.infer<typeof VersionView>

const BlockCode = z.string().max(32)
export const TableQuery = z.object({ block: BlockCode })
export const QuestionsQuery = TableQuery.extend({ dryRun: Flag })

/**
 * `row` is the spreadsheet's own number, 0 for the table as a whole; `column` the title of a column, empty for a whole row;
 * `value` the cell as it is; `code` and `values` say `message` for another language. The codes: table-problems.ts.
 */
export const TableProblem = z.object({
  row: z.int(),
  column: z.string(),
  code: z.string(),
  value: z.string(),
  values: z.array(z.string()),
  message: z.string(),
})
export type TableProblem = z.infer<typeof TableProblem>

/** Also the details of 422 questions-invalid, when there are problems and it was not a rehearsal. */
export const QuestionsReport = z.object({
  rows: z.int(),
  problems: z.array(TableProblem),
  changes: z.array(ChangeView),
  /** What would not add up afterwards; it can be saved, and keeps the campaign from being opened. */
  remaining: z.array(ProblemView),
  /** The version now: a new one when it was saved. */
  version: z.int(),
})
export type QuestionsReport = z.infer<typeof QuestionsReport>

export const PreviewParams = CodeParams.extend({ block: BlockCode, group: z.string().max(37) })
