/**
 * Sets a Biểu so that one page of landscape paper holds it where it can: the largest type first, down to 10 points, then
 * rows without padding; one that is longer keeps its type and runs over pages. Pure.
 */
import type { ReportTable } from '../schemas.ts'
import { CELL_SPACING, LANDSCAPE_HEIGHT, LANDSCAPE_WIDTH, SIZE } from './docx-styles.ts'
import { LINE, linesOf, partHeight } from './measure-rows.ts'
import { fitColumns, type PaperPart } from './paper-columns.ts'

/** `padding`: above and below each row's text, in twips. */
export type Setting = { parts: PaperPart[]; padding: number }

const SETTINGS = [
  { size: 12, padding: CELL_SPACING },
  { size: 11, padding: CELL_SPACING },
  { size: 10, padding: CELL_SPACING },
  { size: 10, padding: 0 },
]
/** In points: what the measure may be short of. */
const SPARE = 4
const NOTE_SIZE = SIZE.recipients / 2
const NOTE_SPACING = 3

/** `above`: height of what stands above the table, in points. Notes that no page has room for beside the table come after it. */
export function fitPage(table: ReportTable, above: number): Setting {
  const room = LANDSCAPE_HEIGHT / 20 - above - SPARE
  const settings = SETTINGS.map(({ size, padding }) => ({ parts: fitColumns(table, LANDSCAPE_WIDTH, size), padding }))
  const below = notesHeight(table)
  const heights = settings.map(({ parts, padding }) =>
    Math.max(...parts.map((part) => partHeight(table, part, padding / 20))),
  )
  const fitting = (limit: number) => settings[heights.findIndex((height) => height <= limit)]
  return fitting(room - below) ?? fitting(room) ?? settings[0]!
}

const notesHeight = ({ notes }: ReportTable): number =>
  notes.reduce(
    (sum, note) => sum + linesOf(note, NOTE_SIZE, false, LANDSCAPE_WIDTH / 20) * NOTE_SIZE * LINE + NOTE_SPACING,
    0,
  )
