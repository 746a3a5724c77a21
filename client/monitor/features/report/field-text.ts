/** The text of a field between the server, a draft and the eye: plain for what is prose, rows for what is a list. Pure. */
import type { ReportField } from '../../../shared/report-types.ts'
import { isListField, rowsOf, rowWords, savedText, typedRows } from './list-rows.ts'

/** The draft that editing a saved text begins with. */
export const draftOf = (field: string, saved: string): string =>
  isListField(field) ? JSON.stringify(rowsOf(saved)) : saved

/** What to save of a draft; undefined while it can't be saved. */
export const savedOf = (field: string, draft: string): string | undefined =>
  isListField(field) ? savedText(field, typedRows(draft)) : draft.trim()

/** Between two drafts in one: a field of one line would swallow the end of a line. */
const BETWEEN: Record<ReportField['kind'], string> = { text: '\n\n', lines: '\n', line: '; ', json: '' }

/** Two drafts in one, the first one's text first. */
export function joinDrafts({ field, kind }: Pick<ReportField, 'field' | 'kind'>, first: string, second: string) {
  if (isListField(field)) return JSON.stringify([...typedRows(first), ...typedRows(second)])
  return [first, second].filter((text) => text.trim() !== '').join(BETWEEN[kind])
}

/** Lines to read. */
export const linesOf = (field: string, draft: string): string[] =>
  isListField(field) ? typedRows(draft).map(rowWords) : draft.split('\n').filter((line) => line.trim() !== '')

/** Whether a draft says the same as what is saved, blanks at the ends of lines aside. */
export const saysTheSame = (field: string, draft: string, saved: string): boolean => {
  const bare = (text: string) =>
    linesOf(field, text)
      .map((line) => line.trim())
      .join('\n')
  return bare(draft) === bare(draftOf(field, saved))
}
