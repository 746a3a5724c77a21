/** An administrative document as a Word file, in the type and margins of Decree 30/2020/NĐ-CP, appendix I, as the yearly report has them. */
import {
  Document,
  type FileChild,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { balanced } from '../../index/report/render/docx-balanced.ts'
import { THIN_BORDERS } from '../../index/report/render/docx-borders.ts'
import { MARGINS, mm, PORTRAIT_WIDTH, SIZE, STYLES } from '../../index/report/render/docx-styles.ts'
import { keepXmlCharacters } from '../../markup/xml-characters.ts'
import { blankOf, type OfficeDocument, type Part, type Row } from './document.ts'

const TEXT_SIZE = 24
const LABEL_SHARE = 0.34

export async function renderDocx(document: OfficeDocument): Promise<Buffer> {
  const { authority, title, subtitle, date, parts } = document
  const children: FileChild[] = [
    new Paragraph({ style: 'Centred', children: [text(authority.toLocaleUpperCase('vi'), { bold: true })] }),
    new Paragraph({
      style: 'Centred',
      spacing: { after: 240 },
      children: [text(date.replace(/^ngày/, 'Ngày'), { italics: true })],
    }),
    balanced(clean(title.toLocaleUpperCase('vi')), SIZE.body, PORTRAIT_WIDTH),
    new Paragraph({ style: 'Centred', spacing: { after: 240 }, children: [text(subtitle)] }),
    ...parts.flatMap(composePart),
  ]
  return Packer.toBuffer(
    new Document({
      title,
      creator: authority,
      lastModifiedBy: authority,
      styles: STYLES,
      sections: [{ properties: { page: { size: { width: mm(210), height: mm(297) }, margin: MARGINS } }, children }],
    }),
  )
}

function composePart(part: Part): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [text(part.text, { bold: true })] })]
    case 'paragraph':
      return [new Paragraph({ style: 'Body', children: [text(part.text)] })]
    case 'rows':
      return [table([LABEL_SHARE, 1 - LABEL_SHARE], part.rows.map(composeRow))]
    case 'table': {
      const share = 1 / part.columns.length
      return [
        table(
          part.columns.map(() => share),
          [
            new TableRow({
              tableHeader: true,
              children: part.columns.map((name) => cell([text(name, { bold: true })])),
            }),
            ...part.rows.map((row) => new TableRow({ children: row.map((value) => cell([text(value)])) })),
          ],
        ),
      ]
    }
  }
}

const composeRow = (row: Row): TableRow => new TableRow({ children: [cell([text(row.label)]), cell([valueRun(row)])] })

/** What the office fills in stands out, on paper too. */
const valueRun = (row: Row): TextRun =>
  row.value === null
    ? new TextRun({ text: blankOf(row), size: TEXT_SIZE, italics: true, highlight: 'yellow' })
    : text(row.value)

function table(shares: number[], rows: TableRow[]): Table {
  const columnWidths = shares.map((share) => Math.floor(PORTRAIT_WIDTH * share))
  return new Table({
    width: { size: PORTRAIT_WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: THIN_BORDERS,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    rows,
  })
}

const cell = (children: TextRun[]): TableCell => new TableCell({ children: [new Paragraph({ children })] })

const clean = (words: string): string => keepXmlCharacters(words)
const text = (words: string, style: { bold?: boolean; italics?: boolean } = {}): TextRun =>
  new TextRun({ text: clean(words), size: TEXT_SIZE, ...style })
