/** One Biểu số as a sheet: three lines of heading, the table with formulas in place, its notes; frozen and set up for paper. ECMA-376 part 1, 18.3.1. */
import { columnLetters } from '../../../sheets/column-letters.ts'
import { MAIN, XML } from '../../../sheets/office-xml.ts'
import type { ReportColumn, ReportDocument, ReportRow, ReportTable } from '../schemas.ts'
import { PROVISIONAL } from '../words-rules.ts'
import { LANDSCAPE_WIDTH } from './docx-styles.ts'
import { fitColumns } from './paper-columns.ts'
import { findStrongRows } from './strong-rows.ts'
import { textWidth } from './text-width.ts'
import { type SheetCell, writeRow } from './xlsx-cells.ts'
import { type Formulas, planFormulas, type Setting } from './xlsx-formulas.ts'
import { cellId } from './xlsx-place.ts'
import type { Look, Looks } from './xlsx-styles.ts'

/** Biểu số, title, campaign; a blank row; the heading. */
const HEADING_ROW = 5
const FIRST_ROW = HEADING_ROW + 1
/** Narrower than this and "100,00" shows as ####. */
const LEAST_WIDTH = 8
/** Height of a line, in points. */
const LINE = 15

/** `titles`: what is repeated on each printed page, as a defined name has it. */
export type Sheet = { name: string; xml: string; titles: string | null }

export const sheetName = (table: ReportTable): string => `Biểu ${table.code}`.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

export function writeTableSheet(
  report: ReportDocument,
  table: ReportTable,
  setting: Omit<Setting, 'firstRow'>,
  looks: Looks,
): Sheet {
  const formulas = planFormulas(table, { ...setting, firstRow: FIRST_ROW })
  const isStrong = findStrongRows(table)
  const names = table.columns.map((_, at) => columnLetters(at))
  const line = (text: string, look: Look, align: Look['align'] = 'centerContinuous'): SheetCell[] =>
    table.columns.map((_, at) => ({ value: at === 0 ? text : null, look: { ...look, align } }))
  const total = table.columns.reduce((sum, column) => sum + widthOf(column), 0)
  const notes = table.notes.map((text, at) => ({ row: FIRST_ROW + table.rows.length + 1 + at, text }))
  const state = report.provisional ? PROVISIONAL : `Kèm theo Báo cáo ${report.number.replace(/^Số:?/, 'số')}`
  const rows = [
    writeRow(1, line(`Biểu số ${table.code}`, { font: 'bold' }), looks, names),
    writeRow(2, line(table.title, { font: 'title' }), looks, names),
    writeRow(3, line(state, { font: report.provisional ? 'bold' : 'italic' }), looks, names),
    writeRow(
      HEADING_ROW,
      table.columns.map(({ title }) => ({ value: title, look: HEADING })),
      looks,
      names,
      headingHeight(table),
    ),
    ...table.rows.map((row, at) =>
      writeRow(FIRST_ROW + at, bodyCells(table, row, at, formulas, isStrong(row)), looks, names, rowHeight(table, row)),
    ),
    ...notes.map(({ row, text }) => writeRow(row, line(text, NOTE, 'left'), looks, names, heightOf(text, total))),
  ]
  const name = sheetName(table)
  const repeated = fixedColumns(table)
  const columns = repeated > 0 ? `'${name}'!$A:$${columnLetters(repeated - 1)},` : ''
  return {
    name,
    titles: `${columns}'${name}'!$${HEADING_ROW}:$${HEADING_ROW}`,
    xml: worksheet(
      table,
      rows,
      repeated,
      notes.map(({ row }) => row),
    ),
  }
}

const NOTE: Look = { font: 'italic', wrapped: true }
const HEADING: Look = { font: 'bold', align: 'center', bordered: true, wrapped: true, filled: true }

const bodyCells = (
  table: ReportTable,
  row: ReportRow,
  at: number,
  { formulas, exact }: Formulas,
  strong: boolean,
): SheetCell[] =>
  table.columns.map((column) => {
    const cell = row.cells[column.key]
    const id = cellId(at, column.key)
    const value = cell?.value ?? null
    const font = strong ? 'bold' : row.kind === 'note' ? 'italic' : undefined
    const look: Look = { ...LOOKS[column.kind], font, bordered: true }
    if (column.kind === 'change' && !/,/.test(cell?.text ?? '')) look.format = 'places'
    if (typeof value === 'string' && column.kind !== 'text') look.align = 'center'
    return { value: exact.has(id) ? cell!.exact! : value, formula: formulas.get(id), look }
  })

const LOOKS: Record<ReportTable['columns'][number]['kind'], Look> = {
  number: { align: 'center', format: 'whole' },
  count: { align: 'center', format: 'whole' },
  rank: { align: 'center', format: 'whole' },
  text: { align: 'left', wrapped: true },
  points: { align: 'right', format: 'points' },
  percent: { align: 'right', format: 'points' },
  change: { align: 'right', format: 'change' },
}

/** The columns that stay in sight and on each page: up to the one that names the row. */
const fixedColumns = ({ columns, print }: ReportTable): number =>
  print?.repeat ?? columns.findIndex(({ kind, width }) => kind === 'text' && width >= 20) + 1

const headingHeight = ({ columns }: ReportTable): number =>
  Math.max(...columns.map((column) => heightOf(column.title, widthOf(column), true))) + 4

/** Programs do not all find the height of wrapped text themselves when they open a file. */
const rowHeight = ({ columns }: ReportTable, { cells }: ReportRow): number =>
  Math.max(
    ...columns.map((column) => (column.kind === 'text' ? heightOf(cells[column.key]?.text ?? '', widthOf(column)) : 0)),
    LINE,
  )

/** In characters; no word of a heading is broken. */
const widthOf = ({ title, width }: ReportColumn): number =>
  Math.ceil(Math.max(width, LEAST_WIDTH, ...title.split(/\s+/).map((word) => textWidth(word, 11, true) / 5.25 + 1))) + 1

/** Points for `text` wrapped in a column `width` characters wide; a character of the sheet's standard type is 5.25 points wide. */
export const heightOf = (text: string, width: number, bold = false): number =>
  Math.ceil((textWidth(text, 11, bold) * 1.08) / (width * 5.25) || 1) * LINE

/** Notes run across the whole table, or they would make the printed sheet as wide as the longest of them. */
const mergeCells = (rows: number[], last: string): string =>
  rows.length === 0 || last === 'A'
    ? ''
    : `<mergeCells count="${rows.length}">${rows.map((row) => `<mergeCell ref="A${row}:${last}${row}"/>`).join('')}</mergeCells>`

function worksheet(table: ReportTable, rows: string[], fixed: number, merged: number[]): string {
  const corner = `${columnLetters(fixed)}${FIRST_ROW}`
  const split = fixed > 0 ? `xSplit="${fixed}" ` : ''
  const widths = table.columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  )
  // A table too wide for a page is printed on as many as the Word document takes, not shrunk until nobody can read it.
  const pages = fitColumns(table, LANDSCAPE_WIDTH).length
  return [
    XML,
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ${split}ySplit="${HEADING_ROW}" topLeftCell="${corner}" activePane="${fixed > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    mergeCells(merged, columnLetters(table.columns.length - 1)),
    pageSetup(pages),
    '</worksheet>',
  ].join('')
}

/** A4 on its side, margins as in the Word document (inches), the page's number above. */
export const pageSetup = (pagesAcross: number): string =>
  `<printOptions horizontalCentered="1"/><pageMargins left="0.98" right="0.59" top="0.79" bottom="0.79" header="0.39" footer="0.39"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross}" fitToHeight="0"/><headerFooter><oddHeader>&amp;C&amp;P</oddHeader></headerFooter>`
