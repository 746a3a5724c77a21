/** A column of a table of cells: what it is called, how its cells are edited, and what pasted text means in it. */
import { cellOf, type Row, type Sheet } from './sheet.ts'

export type Column = {
  key: string
  name: string
  /** `long`: may need several lines. `check`: ticked is "x". `shown`: worked out, not typed. */
  kind: 'text' | 'long' | 'number' | 'choice' | 'check' | 'shown'
  /** Least width in pixels. */
  width: number
  /** Of a choice: what a cell may hold and how it reads. `kept`: stays where it stands, and is offered nowhere else. */
  options?: readonly { value: string; label: string; kept?: boolean }[]
  /** Offered while one types, of a text; anything else may be typed. */
  suggest?: readonly { value: string; label: string }[]
  /** Shown in an empty cell. */
  placeholder?: string | ((row: Row) => string)
  /** What a cell that was never touched holds. */
  untouched?: string
  /** What stands in the cell while nobody edits it, where that is not the text itself. */
  plain?: (row: Row) => string | undefined
  /** In the head in place of the name, where that is long. */
  short?: string
  /** Of `shown`, and of cells that are off: what stands there. */
  show?: (row: Row, sheet: Sheet) => string
  /** Cells of these rows follow from elsewhere, and are not typed. */
  off?: (row: Row, sheet: Sheet) => boolean
}

/** The choice of a row of another table, by its code and name. */
export const namedOption = (row: Row) => ({ value: row.id, label: `${cellOf(row, 'code')} · ${cellOf(row, 'name')}` })

export const TICKED = 'x'

/** What a cell holds, one that was never touched included. */
export const heldBy = (row: Row | undefined, { key, untouched = '' }: Pick<Column, 'key' | 'untouched'>): string =>
  row ? (row.cells[key] ?? untouched) : ''

/** What a pasted text means here: a choice by its value or its words, a tick by whatever people mark with. */
export function readPasted({ kind, options = [] }: Pick<Column, 'kind' | 'options'>, text: string): string {
  if (kind === 'check') return /^(|0|-|k|không|no|false)$/i.test(text) ? '' : TICKED
  if (kind !== 'choice') return text
  const wanted = fold(text)
  const found = options.find(({ value, label }) => fold(value) === wanted || fold(label) === wanted)
  const begun = found ?? options.find(({ label }) => wanted !== '' && fold(label).startsWith(`${wanted} `))
  return begun?.value ?? text
}

/** What a cell gives to the clipboard: the words that people see. */
export const copiedText = ({ kind, options = [] }: Pick<Column, 'kind' | 'options'>, value: string): string =>
  kind === 'choice' ? (options.find((option) => option.value === value)?.label ?? value) : value

const fold = (text: string): string => text.normalize('NFC').trim().toLocaleLowerCase('vi')
