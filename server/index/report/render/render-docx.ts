/** The report as a Word document in the form of Vietnamese administrative documents (Decree 30/2020/NĐ-CP, appendix I). */
import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { ReportDocument } from '../schemas.ts'
import { findAnchors } from './anchors.ts'
import { composeBody } from './docx-body.ts'
import { composeClosing } from './docx-closing.ts'
import { composeHead } from './docx-head.ts'
import { collectRows } from './docx-rows.ts'
import { MARGINS, mm, SIZE, STYLES } from './docx-styles.ts'
import { composeTable } from './docx-table.ts'
import { collectTooltips } from './docx-tooltips.ts'
import { cleanTexts } from './markup-text.ts'
import { printedDay } from './printed-day.ts'
import { settleDocx } from './settle-docx.ts'

/** The .docx file; the same report gives the same bytes, whatever the process, the day or the clock. */
export async function renderDocx(given: ReportDocument): Promise<Buffer> {
  const report = cleanTexts(given)
  const anchors = findAnchors(report)
  const tooltips = collectTooltips()
  const rows = collectRows()
  const text = [...composeHead(report), ...composeBody(report, anchors, tooltips), ...composeClosing(report)]
  const tables = report.tables.flatMap((table) => composeTable(report, table, anchors, rows))
  const document = new Document({
    title: report.subtitle || report.title,
    creator: report.authority,
    lastModifiedBy: report.authority,
    description: `Mã dữ liệu: ${report.inputDigest}`,
    styles: STYLES,
    sections: [portrait(report, text), ...tables.map((children) => landscape(report, children))],
  })
  return settleDocx(await Packer.toBuffer(document), printedDay(report.date), tooltips, rows)
}

const portrait = (report: ReportDocument, children: FileChild[]): ISectionOptions => ({
  properties: {
    titlePage: true,
    page: { size: { width: mm(210), height: mm(297) }, margin: MARGINS, pageNumbers: { start: 1 } },
  },
  headers: { default: pageNumber(report), first: new Header({ children: [new Paragraph({})] }) },
  children,
})

/** The library turns the sheet itself: width and height are those of the upright one. */
const landscape = (report: ReportDocument, children: FileChild[]): ISectionOptions => ({
  properties: {
    type: SectionType.NEXT_PAGE,
    page: {
      size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
      margin: MARGINS,
    },
  },
  headers: { default: pageNumber(report) },
  children,
})

/** Centred in the upper margin; beside it, on every page, that points can still change. */
const pageNumber = ({ provisional }: ReportDocument): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ size: SIZE.motto, children: [PageNumber.CURRENT] }),
          ...(provisional ? [new TextRun({ size: SIZE.recipients, italics: true, text: ' (số liệu tạm tính)' })] : []),
        ],
      }),
    ],
  })
