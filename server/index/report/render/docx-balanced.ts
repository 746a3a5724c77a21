/** A centred title over as many lines as it needs, each about as long as the others, not one full and one word below. */
import { Paragraph, TextRun } from 'docx'
import { textWidth } from './text-width.ts'

/** `size` in half points, `width` of the room in twips. */
export function balanced(text: string, size: number, width: number): Paragraph {
  const needed = textWidth(text, size / 2, true) * 20
  const lines = Math.ceil(needed / width)
  const side = Math.max(0, Math.floor((width - (needed / lines) * 1.12) / 2))
  return new Paragraph({
    style: 'Centred',
    ...(lines > 1 && { indent: { left: side, right: side } }),
    children: [new TextRun({ text, size, bold: true })],
  })
}
