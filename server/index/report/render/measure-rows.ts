/** How high a Biểu stands on paper, near enough to tell whether a page holds it. Pure. */
import type { ReportTable } from '../schemas.ts'
import { CELL_MARGINS, type PaperColumn, type PaperPart } from './paper-columns.ts'
import { findStrongRows } from './strong-rows.ts'
import { textWidth } from './text-width.ts'

/** Of a line of Times New Roman to its size. */
export const LINE = 1.15
/** The line between two rows, in points. */
const BORDER = 0.5
/** A heading that stands upright needs a row as high as it is long; not higher than this, then it wraps. In points. */
const HIGHEST_HEADING = 95
const HEADING_MARGINS = 8

/** In points: the part's heading row and all others, `padding` above and below each. */
export function partHeight(table: ReportTable, { columns, size }: PaperPart, padding: number): number {
  const isStrong = findStrongRows(table)
  const high = (lines: number) => lines * size * LINE + 2 * padding + BORDER
  const heading = Math.max(
    headingHeight(columns, size),
    ...columns.map((column) => (column.turned ? 0 : high(linesOf(column.title, size, true, room(column))))),
  )
  return table.rows.reduce((sum, row) => {
    const lines = columns.map((column) => linesOf(row.cells[column.key]?.text ?? '', size, isStrong(row), room(column)))
    return sum + high(Math.max(1, ...lines))
  }, heading)
}

/** In points: the least height of a row with headings that stand upright; 0 without any. */
export function headingHeight(columns: PaperColumn[], size: number): number {
  const turned = columns.filter((column) => column.turned)
  return Math.min(
    HIGHEST_HEADING,
    Math.max(0, ...turned.map(({ title }) => textWidth(title, size, true) + HEADING_MARGINS)),
  )
}

/** How many lines `text` takes in `width` points, broken between words. */
export function linesOf(text: string, size: number, bold: boolean, width: number): number {
  const whole = textWidth(text, size, bold)
  if (whole <= width) return 1
  const space = textWidth(' ', size, bold)
  let [lines, used] = [1, 0]
  for (const word of text.split(/\s+/)) {
    const own = textWidth(word, size, bold)
    if (used > 0 && used + space + own > width) {
      lines += 1
      used = own
    } else used += (used > 0 ? space : 0) + own
  }
  return lines
}

const room = ({ twips }: PaperColumn): number => twips / 20 - CELL_MARGINS
