/** What officers wrote, made fit to stand in a document, and its place in the report. Pure. */
import type { ReportPart } from './schemas.ts'
import { FIELD_NAMES, FIELDS, type FieldName } from './words-fields.ts'

/** Field → text. Those that are empty are left out, so that a field emptied and one never written are the same. */
export type Narratives = Partial<Record<FieldName, string>>

/** Everything that XML 1.0 cannot hold, and what turns the direction of text or joins what looks apart. */
const UNFIT =
  /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu

/** NFC, line breaks as \n, no control characters, no blanks at the ends of lines, at most one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(UNFIT, '')
    .normalize('NFC') // an accent may have stood behind an invisible character
    .replace(/[ \t\u00a0]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Only known fields with something in them, cleaned. */
export function cleanNarratives(given: Record<string, string>): Narratives {
  const known = FIELD_NAMES.flatMap((name) => {
    const text = Object.hasOwn(given, name) ? cleanText(given[name]!) : ''
    return text === '' ? [] : [[name, text] as const]
  })
  return Object.fromEntries(known)
}

export function fieldPart(narratives: Narratives, field: FieldName): ReportPart {
  const { title, hint } = FIELDS[field]
  const text = narratives[field] ?? ''
  return { kind: 'field', field, title, hint, text, written: text !== '' }
}

/** A field of one line: line breaks become blanks. */
export function lineOf(narratives: Narratives, field: FieldName): string | undefined {
  return narratives[field]?.replace(/\s+/g, ' ')
}

export function linesOf(narratives: Narratives, field: FieldName): string[] {
  return paragraphsOf(narratives[field] ?? '')
}

/** A text's lines that hold something. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
