/** The first page's head: who issues, the nation's title and motto, number, place and day, and the document's name. Decree 30/2020/NĐ-CP, appendix I, part II, 1–5. */
import {
  AlignmentType,
  type FileChild,
  type IRunPropertiesOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { ReportDocument } from '../schemas.ts'
import { PROVISIONAL } from '../words-rules.ts'
import { balanced } from './docx-balanced.ts'
import { NO_BORDERS } from './docx-borders.ts'
import { rule } from './docx-rule.ts'
import { PORTRAIT_WIDTH, SIZE } from './docx-styles.ts'

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
const NATION_WIDTH = 5450
const ISSUER_WIDTH = PORTRAIT_WIDTH - NATION_WIDTH

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

export const composeHead = (report: ReportDocument): FileChild[] => [
  new Table({
    width: { size: PORTRAIT_WIDTH, type: WidthType.DXA },
    columnWidths: [ISSUER_WIDTH, NATION_WIDTH],
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    layout: 'fixed',
    rows: [
      new TableRow({ children: [cell(issuer(report), ISSUER_WIDTH), cell(nation(), NATION_WIDTH)] }),
      new TableRow({
        children: [
          cell([centred(report.number, { size: SIZE.motto }, 120)], ISSUER_WIDTH),
          cell([centred(report.date, { size: SIZE.motto, italics: true }, 120)], NATION_WIDTH),
        ],
      }),
    ],
  }),
  ...composeName(report),
]

const issuer = ({ superior, authority }: ReportDocument): Paragraph[] => [
  ...(superior ? [centred(upper(superior), { size: SIZE.national })] : []),
  centred(upper(authority), { size: SIZE.national, bold: true }),
  rule(upper(authority), SIZE.national, true, 0.4, ISSUER_WIDTH),
]

const nation = (): Paragraph[] => [
  centred(NATION, { size: SIZE.national, bold: true }),
  centred(MOTTO, { size: SIZE.motto, bold: true }),
  rule(MOTTO, SIZE.motto, true, 1, NATION_WIDTH),
]

/** "BÁO CÁO", what it is about, and, while points can still change, that they can. */
function composeName({ title, subtitle, provisional }: ReportDocument): Paragraph[] {
  const subject = [title.replace(/^báo cáo[\s:]*/iu, ''), subtitle].filter(Boolean)
  return [
    centred('BÁO CÁO', { size: SIZE.body, bold: true }, 360),
    ...subject.map((line) => balanced(line, SIZE.body, PORTRAIT_WIDTH)),
    rule(subject.at(-1) ?? '', SIZE.body, true, 0.4, PORTRAIT_WIDTH),
    ...(provisional ? [centred(PROVISIONAL, { size: SIZE.body, bold: true }, 120)] : []),
    new Paragraph({ style: 'Centred', children: [] }),
  ]
}

const cell = (children: Paragraph[], width: number): TableCell =>
  new TableCell({ children, width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.TOP })

const centred = (text: string, run: IRunPropertiesOptions, before = 0): Paragraph =>
  new Paragraph({
    style: 'Centred',
    alignment: AlignmentType.CENTER,
    spacing: { before },
    children: [new TextRun({ text, ...run })],
  })
