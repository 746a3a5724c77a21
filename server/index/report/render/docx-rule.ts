/** The rules (short lines) that stand under headings; drawn as a paragraph's border, since the decree forbids underlining. */
import { BorderStyle, Paragraph } from 'docx'
import { textWidth } from './text-width.ts'

/** A centred line as long as `share` of `text` at `size` half points, in room `width` twips wide. */
export function rule(text: string, size: number, bold: boolean, share: number, width: number): Paragraph {
  const longest = Math.max(0, ...text.split('\n').map((line) => textWidth(line, size / 2, bold) * 20))
  const length = Math.min(longest, width) * share
  const side = Math.max(0, Math.round((width - length) / 2))
  return new Paragraph({
    indent: { left: side, right: side, firstLine: 0 },
    spacing: { before: 50, after: 0, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  })
}
