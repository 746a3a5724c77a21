/**
 * A definition as the tables that an officer edits. `Draft` maps a sheet's name to its rows; whatever belongs to a block
 * stands in sheets named after the block's row. Everything that edits, keeps, undoes and merges is the same for all of
 * them. Pure.
 */
import type { Row, Sheet } from '../sheet/sheet.ts'

export type Draft = Readonly<Record<string, Sheet>>

/** Sheets of the whole campaign; `general` has one row. */
export const GENERAL = 'general'
export const LEVELS = 'levels'
export const CLASSES = 'classes'
export const BLOCKS = 'blocks'

/** Sheets of one block, by the id of its row in `blocks`. */
export const BLOCK_SHEETS = ['units', 'groups', 'sources', 'domains', 'questions', 'set'] as const
export type BlockSheet = (typeof BLOCK_SHEETS)[number]
export const sheetOf = (block: string, sheet: BlockSheet): string => `${sheet}:${block}`

/** In the table of questions: the column that says whether a group sees it. */
export const seenBy = (group: string): string => `seen:${group}`
/** What stands there when it does. */
export const SEEN = 'x'

export const rowsOf = (draft: Draft, sheet: string): Sheet => draft[sheet] ?? []

export const withSheet = (draft: Draft, sheet: string, rows: Sheet): Draft =>
  rowsOf(draft, sheet) === rows ? draft : { ...draft, [sheet]: rows }

export const newId = (): string => `new-${crypto.randomUUID()}`

/** A group without a word on a question was added after it, and is asked everything until somebody says otherwise. */
export const isSeen = (question: Row, group: string): boolean => (question.cells[seenBy(group)] ?? SEEN) !== ''

/** Where a problem stands. Without a column it is the row's, without a row the sheet's. */
export type Place = { sheet: string; row?: string; column?: string }
export type PlacedProblem = Place & { problem: string }
