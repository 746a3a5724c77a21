/** One Biểu số on landscape paper: its heading, its table (in parts where it is too wide) and its notes. */
import {
  type FileChild,
  HeightRule,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { ReportDocument, ReportRow, ReportTable } from '../schemas.ts'
import { type Anchors, rowAnchor, tableAnchor } from './anchors.ts'
import { marked } from './docx-bookmark.ts'
import { THIN_BORDERS } from './docx-borders.ts'
import { PROVISIONAL, upper } from './docx-head.ts'
import { LANDSCAPE_WIDTH, SIZE } from './docx-styles.ts'
import { fitColumns, isFigure, type PaperColumn, type PaperPart } from './paper-columns.ts'
import { textWidth } from './text-width.ts'

const STRONG = new Set<ReportRow['kind']>(['domain', 'total', 'mean'])
/** In points; the largest that keeps a table in one piece. */
const TYPE_SIZES = [12, 11, SIZE.table / 2]
/** A heading that stands upright needs a row as high as it is long; not higher than this, then it wraps. */
const HIGHEST_HEADING = 1900

/** The parts' content, each for a section or page of its own. */
export const composeTable = (report: ReportDocument, table: ReportTable, anchors: Anchors): FileChild[][] =>
  fitColumns(table, LANDSCAPE_WIDTH, TYPE_SIZES).map((part) => [
    ...composeHeading(report, table, part),
    composeRows(table, part, anchors),
    ...(part.part === part.parts
      ? table.notes.map((text) => new Paragraph({ style: 'Note', children: [new TextRun(text)] }))
      : []),
  ])

function composeHeading(report: ReportDocument, table: ReportTable, { part, parts }: PaperPart): Paragraph[] {
  const name = `Biểu số ${table.code}`
  const title = new TextRun({ text: parts === 1 ? name : `${name} (phần ${part}/${parts})`, bold: true })
  return [
    centred(part === 1 ? marked(tableAnchor(table), title) : [title]),
    centred([new TextRun({ text: upper(table.title), bold: true, size: SIZE.motto })]),
    centred([new TextRun({ text: attachedTo(report), italics: true, size: SIZE.motto })], report.provisional ? 0 : 160),
    ...(report.provisional ? [centred([new TextRun({ text: PROVISIONAL, bold: true, size: SIZE.motto })], 160)] : []),
  ]
}

/** "(Kèm theo Báo cáo số 12/BC-SNV ngày 15 tháng 01 năm 2025 của Sở Nội vụ)". */
const attachedTo = ({ number, date, authority }: ReportDocument): string =>
  `(Kèm theo Báo cáo ${number.replace(/^Số:?/, 'số')} ${date.replace(/^[^,]*,\s*/, '')} của ${authority})`

function composeRows(table: ReportTable, { columns, part, size }: PaperPart, anchors: Anchors): Table {
  return new Table({
    width: { size: columns.reduce((sum, { twips }) => sum + twips, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ twips }) => twips),
    layout: TableLayoutType.FIXED,
    borders: THIN_BORDERS,
    margins: { left: 50, right: 50 },
    rows: [
      headingRow(columns, size),
      ...table.rows.map((row, at) => {
        const anchor = rowAnchor(table, at)
        return bodyRow(row, columns, size, part === 1 && anchors.marked.has(anchor) ? anchor : null)
      }),
    ],
  })
}

function headingRow(columns: PaperColumn[], size: number): TableRow {
  const turned = columns.filter((column) => column.turned)
  const longest = Math.max(0, ...turned.map(({ title }) => textWidth(title, size, true) * 20 + 160))
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(longest > 0 && { height: { value: Math.round(Math.min(longest, HIGHEST_HEADING)), rule: HeightRule.ATLEAST } }),
    children: columns.map(
      (column) =>
        new TableCell({
          width: { size: column.twips, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          ...(column.turned && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
          children: [
            new Paragraph({
              style: 'CellCentred',
              children: [new TextRun({ text: column.title, bold: true, ...typeSize(size) })],
            }),
          ],
        }),
    ),
  })
}

/** `anchor`: the bookmark that a figure of the text leads to; it stands in the row's first cell of the first part. */
function bodyRow(row: ReportRow, columns: PaperColumn[], size: number, anchor: string | null): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.map((column, at) => {
      const text = row.cells[column.key]?.text ?? ''
      const run = new TextRun({ text, bold: STRONG.has(row.kind), italics: row.kind === 'note', ...typeSize(size) })
      return new TableCell({
        width: { size: column.twips, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [
          new Paragraph({
            ...placing(column, text),
            children: at === 0 && anchor ? marked(anchor, run) : [run],
          }),
        ],
      })
    }),
  })
}

/** Words and counts in the middle, texts to the left, points with their decimals under each other. */
function placing(column: PaperColumn, text: string) {
  if (column.kind === 'text' && !column.centred) return { style: 'Cell' }
  if (column.centred || !isFigure(text)) return { style: 'CellCentred' }
  return { style: 'CellRight', ...(column.indent > 0 && { indent: { right: column.indent } }) }
}

/** The style's own size is not said again: a large report has tens of thousands of cells. */
const typeSize = (size: number) => (size === SIZE.table / 2 ? {} : { size: size * 2 })

const centred = (children: ParagraphChild[], after = 0): Paragraph =>
  new Paragraph({ style: 'Centred', spacing: { after }, children })
