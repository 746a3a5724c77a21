/** The end of the text: who receives it, and who signs. Decree 30/2020/NĐ-CP, appendix I, part II, 7–9. */
import { AlignmentType, type FileChild, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { ReportDocument } from '../schemas.ts'
import { NO_BORDERS } from './docx-borders.ts'
import { upper } from './docx-head.ts'
import { PORTRAIT_WIDTH, SIZE } from './docx-styles.ts'

const HALF = Math.floor(PORTRAIT_WIDTH / 2)
/** Room for the signature and the seal. */
const ROOM = 1400

export function composeClosing({ signOff }: ReportDocument): FileChild[] {
  const { recipients, position, name } = signOff
  if (recipients.length + position.length === 0 && name === '') return []
  return [
    new Paragraph({ keepNext: true, children: [] }),
    new Table({
      width: { size: PORTRAIT_WIDTH, type: WidthType.DXA },
      columnWidths: [HALF, PORTRAIT_WIDTH - HALF],
      borders: NO_BORDERS,
      margins: { left: 0, right: 0 },
      layout: 'fixed',
      rows: [
        new TableRow({ cantSplit: true, children: [cell(recipientsOf(recipients)), cell(signature(position, name))] }),
      ],
    }),
  ]
}

const recipientsOf = (recipients: string[]): Paragraph[] =>
  recipients.length === 0
    ? [new Paragraph({})]
    : [
        new Paragraph({
          children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: SIZE.recipientsTitle })],
        }),
        ...recipients.map(
          (line) =>
            new Paragraph({
              children: [new TextRun({ text: `- ${line.replace(/^-\s*/, '')}`, size: SIZE.recipients })],
            }),
        ),
      ]

const signature = (position: string[], name: string): Paragraph[] => [
  ...position.map((line) => signed(upper(line))),
  signed(name, ROOM),
]

const signed = (text: string, before = 0): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before },
    children: [new TextRun({ text, bold: true, size: SIZE.body })],
  })

const cell = (children: Paragraph[]): TableCell =>
  new TableCell({ children, width: { size: HALF, type: WidthType.DXA } })
