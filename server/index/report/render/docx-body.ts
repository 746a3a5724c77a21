/** The report's text as paragraphs; a figure in it leads to its row in a Biểu, without the blue underline that print would show. */
import { HeadingLevel, InternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { paragraphsOf } from '../compose-field.ts'
import type { ReportDocument, ReportPart, Run } from '../schemas.ts'
import type { Anchors } from './anchors.ts'
import type { Tooltips } from './docx-tooltips.ts'

const LEVELS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const
const MARKS = { 1: '- ', 2: '+ ' } as const

export const composeBody = (report: ReportDocument, anchors: Anchors, tooltips: Tooltips): Paragraph[] =>
  report.parts.flatMap((part, at) => composePart(part, at === report.parts.length - 1, anchors, tooltips))

/** `last`: stays with the signature, which never stands on a page alone. */
function composePart(part: ReportPart, last: boolean, anchors: Anchors, tooltips: Tooltips): Paragraph[] {
  if (part.kind === 'heading')
    return [new Paragraph({ heading: LEVELS[part.level - 1]!, children: [new TextRun(part.text)] })]
  if (part.kind === 'field') return composeField(part, last)
  const runs = part.runs.map((run) => composeRun(run, anchors, tooltips))
  return [body(part.kind === 'item' ? [new TextRun(MARKS[part.level]), ...runs] : runs, last)]
}

/** What officers wrote, a paragraph a line; what they have not is a plain gap that says so. */
function composeField(
  { written, text, title, hint }: Extract<ReportPart, { kind: 'field' }>,
  last: boolean,
): Paragraph[] {
  if (!written) return [body([new TextRun({ text: `[Chưa viết: ${title}. ${hint}]`, italics: true })], last)]
  return paragraphsOf(text).map((line, at, lines) => body([new TextRun(line)], last && at === lines.length - 1))
}

function composeRun(run: Run, anchors: Anchors, tooltips: Tooltips): ParagraphChild {
  const style = { bold: run.style === 'bold', italics: run.style === 'italic' }
  if (!('figure' in run)) return new TextRun({ text: run.text, ...style })
  const text = new TextRun({ text: run.figure.text, ...style })
  const place = anchors.of(run.figure.source)
  if (!place) return text
  return new InternalHyperlink({ anchor: tooltips.add(place, run.figure.source), children: [text] })
}

const body = (children: ParagraphChild[], keepNext: boolean): Paragraph =>
  new Paragraph({ style: 'Body', ...(keepNext && { keepNext }), children })
