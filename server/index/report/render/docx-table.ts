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
import type { ReportDocument, ReportTable } from '../schemas.ts'
import { PROVISIONAL } from '../words-rules.ts'
import { type Anchors, tableAnchor } from './anchors.ts'
import { balanced } from './docx-balanced.ts'
import { marked } from './docx-bookmark.ts'
import { THIN_BORDERS } from './docx-borders.ts'
import { upper } from './docx-head.ts'
import type { TableRows } from './docx-rows.ts'
import { LANDSCAPE_WIDTH, SIZE } from './docx-styles.ts'
import { fitPage } from './fit-page.ts'
import { headingHeight, LINE } from './measure-rows.ts'
import type { PaperColumn, PaperPart } from './paper-columns.ts'
import { textWidth } from './text-width.ts'

/** Below the heading, in twips. */
const AFTER_HEADING = 160

/** The parts' content, each for a section or page of its own. */
export const composeTable = (
  report: ReportDocument,
  table: ReportTable,
  anchors: Anchors,
  rows: TableRows,
): FileChild[][] => {
  const { parts, padding } = fitPage(table, headingsHeight(report, table))
  return parts.map((part) => [
    ...composeHeading(report, table, part),
    composeRows(table, part, padding, anchors, rows),
    ...(part.part === part.parts
      ? table.notes.map((text) => new Paragraph({ style: 'Note', children: [new TextRun(text)] }))
      : []),
  ])
}

/** In points: what composeHeading makes. */
function headingsHeight({ provisional }: ReportDocument, { title }: ReportTable): number {
  const lines = Math.ceil(textWidth(upper(title), SIZE.motto / 2, true) / (LANDSCAPE_WIDTH / 20))
  return (SIZE.body / 2 + (lines + (provisional ? 2 : 1)) * (SIZE.motto / 2)) * LINE + AFTER_HEADING / 20
}

function composeHeading(report: ReportDocument, table: ReportTable, { part, parts }: PaperPart): Paragraph[] {
  const name = `Biểu số ${table.code}`
  const title = new TextRun({ text: parts === 1 ? name : `${name} (phần ${part}/${parts})`, bold: true })
  return [
    centred(part === 1 ? marked(tableAnchor(table), title) : [title]),
    balanced(upper(table.title), SIZE.motto, LANDSCAPE_WIDTH),
    centred(
      [new TextRun({ text: attachedTo(report), italics: true, size: SIZE.motto })],
      report.provisional ? 0 : AFTER_HEADING,
    ),
    ...(report.provisional
      ? [centred([new TextRun({ text: PROVISIONAL, bold: true, size: SIZE.motto })], AFTER_HEADING)]
      : []),
  ]
}

/** "(Kèm theo Báo cáo số 12/BC-SNV ngày 15 tháng 01 năm 2025 của Sở Nội vụ)"; a name in capitals, as the head has it, is left out. */
function attachedTo({ number, date, authority }: ReportDocument): string {
  const by = authority === upper(authority) ? '' : ` của ${authority}`
  return `(Kèm theo Báo cáo ${number.replace(/^Số:?/, 'số')} ${date.replace(/^[^,]*,\s*/, '')}${by})`
}

function composeRows(table: ReportTable, part: PaperPart, padding: number, anchors: Anchors, rows: TableRows): Table {
  const { columns, size } = part
  return new Table({
    width: { size: columns.reduce((sum, { twips }) => sum + twips, 0), type: WidthType.DXA },
    columnWidths: columns.map(({ twips }) => twips),
    layout: TableLayoutType.FIXED,
    borders: THIN_BORDERS,
    margins: { left: 40, right: 40 },
    rows: [headingRow(columns, size, padding), rows.add(table, part, padding, anchors)],
  })
}

function headingRow(columns: PaperColumn[], size: number, padding: number): TableRow {
  const height = headingHeight(columns, size)
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    ...(height > 0 && { height: { value: Math.round(height * 20), rule: HeightRule.ATLEAST } }),
    children: columns.map(
      (column) =>
        new TableCell({
          width: { size: column.twips, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          ...(column.turned && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
          children: [
            new Paragraph({
              style: 'CellCentred',
              spacing: { before: padding, after: padding },
              children: [new TextRun({ text: column.title, bold: true, size: size * 2 })],
            }),
          ],
        }),
    ),
  })
}

const centred = (children: ParagraphChild[], after = 0): Paragraph =>
  new Paragraph({ style: 'Centred', spacing: { after }, children })
