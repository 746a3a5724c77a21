/** Fits a table onto landscape paper: cuts it into parts where it is too wide, and gives each part's columns their widths. Pure. */
import type { ReportColumn, ReportTable } from '../schemas.ts'
import { textWidth } from './text-width.ts'

/** Twentieths of a point. */
const TWIP = 20
/** What a cell keeps free on both sides together, in points. */
const CELL_MARGINS = 6

/** `indent`: what a figure keeps to its right, so that a column's figures stand in its middle with their decimals under each other. */
export type PaperColumn = ReportColumn & { twips: number; turned: boolean; indent: number; centred: boolean }
/** `size`: of the type, in points. */
export type PaperPart = { columns: PaperColumn[]; part: number; parts: number; size: number }

const COUNTED = new Set<ReportColumn['kind']>(['number', 'count', 'rank'])

/**
 * The parts of `table` in paper `width` twips wide, in the largest of `sizes` (points, falling) that keeps it whole, or cut
 * up in the smallest. A heading that is too long for its column is turned upright.
 */
export function fitColumns(table: ReportTable, width: number, sizes: number[]): PaperPart[] {
  for (const size of sizes) {
    const cut = cutColumns(table, width / TWIP, size)
    if (cut.length > 1 && size !== sizes.at(-1)) continue
    return cut.map((columns, at) => ({
      columns: fillWidth(table, columns, width, size),
      part: at + 1,
      parts: cut.length,
      size,
    }))
  }
  return []
}

function cutColumns(table: ReportTable, width: number, size: number): ReportColumn[][] {
  const least = (columns: ReportColumn[]) => columns.reduce((sum, column) => sum + leastWidth(table, column, size), 0)
  if (least(table.columns) <= width) return [table.columns]
  const repeat = Math.min(table.print?.repeat ?? leadingColumns(table), table.columns.length - 1)
  const lead = table.columns.slice(0, repeat)
  const rest = table.columns.slice(repeat)
  const room = Math.max(width - least(lead), width / 3)
  const widest = Math.max(...rest.map((column) => leastWidth(table, column, size)))
  const fits = Math.max(1, Math.floor(room / widest))
  const perPart = Math.min(table.print?.perPart ?? fits, fits)
  // Parts of like size look better than full ones and a crumb.
  const parts = Math.ceil(rest.length / perPart)
  const each = Math.ceil(rest.length / parts)
  return Array.from({ length: parts }, (_, at) => [...lead, ...rest.slice(at * each, (at + 1) * each)]).filter(
    (columns) => columns.length > lead.length,
  )
}

/** The columns that say what a row is: up to the first text, and texts right after it. */
function leadingColumns({ columns }: ReportTable): number {
  let end = columns.findIndex(({ kind }) => kind === 'text') + 1
  while (end > 0 && columns[end]?.kind === 'text') end += 1
  return end
}

/** In points: figures stay on one line, words wrap down to about half of what the column asks for. */
function leastWidth(table: ReportTable, column: ReportColumn, size: number): number {
  const cells = table.rows.map((row) => row.cells[column.key]?.text ?? '')
  const unbroken =
    column.kind === 'text'
      ? Math.max(longestWord(cells, size), column.width * size * 0.28)
      : Math.max(0, ...cells.map((text) => Math.min(textWidth(text, size, true), size * 6)))
  return Math.max(unbroken, size * 2) + CELL_MARGINS
}

/** "+3,00", not "không so sánh được". */
export const isFigure = (text: string): boolean => !/\p{L}/u.test(text)

const widestText = (table: ReportTable, { key }: ReportColumn, size: number, among = (_: string) => true): number =>
  Math.max(
    0,
    ...table.rows
      .map((row) => row.cells[key]?.text ?? '')
      .filter(among)
      .map((text) => textWidth(text, size)),
  )

const longestWord = (texts: string[], size: number): number =>
  Math.max(0, ...texts.flatMap((text) => text.split(/\s+/)).map((word) => textWidth(word, size)))

/** Shares what the least widths leave free by what the columns ask for, so that each part fills the paper. */
function fillWidth(table: ReportTable, columns: ReportColumn[], width: number, size: number): PaperColumn[] {
  const least = columns.map((column) => leastWidth(table, column, size) * TWIP)
  const free = Math.max(0, width - sum(least))
  const wish = columns.map((column, at) => Math.max(0, wishedWidth(table, column, size) * TWIP - least[at]!) + 1)
  const share = free / sum(wish)
  const widths = least.map((twips, at) => Math.floor(Math.min(twips + wish[at]! * share, width)))
  const squeezed = sum(widths) > width ? widths.map((twips) => Math.floor((twips * width) / sum(widths))) : widths
  return columns.map((column, at) => ({
    ...column,
    twips: squeezed[at]!,
    indent:
      Math.max(0, Math.floor((squeezed[at]! / TWIP - CELL_MARGINS - widestText(table, column, size, isFigure)) / 2)) *
      TWIP,
    centred: COUNTED.has(column.kind) || (column.kind === 'text' && widestText(table, column, size) < size * 2.5),
    turned: longestWord([column.title], size) * TWIP * 1.06 > squeezed[at]! - CELL_MARGINS * TWIP,
  }))
}

const wishedWidth = (table: ReportTable, column: ReportColumn, size: number): number => {
  const heading = longestWord([column.title], size) * 1.08 + CELL_MARGINS
  if (column.kind !== 'text') return heading
  return Math.max(heading, Math.min(widestText(table, column, size) + CELL_MARGINS, column.width * size * 0.55))
}

const sum = (all: number[]): number => all.reduce((total, one) => total + one, 0)
