/** The text of a field between the server, a draft and the eye: plain for what is prose, rows for what is a list. Pure. */
import { isListField, rowsOf, rowWords, savedText, typedRows } from './list-rows.ts'

/** The draft that editing a saved text begins with. */
export const draftOf = (field: string, saved: string): string =>
  isListField(field) ? JSON.stringify(rowsOf(saved)) : saved

/** What to save of a draft; undefined while it can't be saved. */
export const savedOf = (field: string, draft: string): string | undefined =>
  isListField(field) ? savedText(field, typedRows(draft)) : draft.trim()

/** Two drafts in one, the first one's text first. */
export function joinDrafts(field: string, first: string, second: string): string {
  if (isListField(field)) return JSON.stringify([...typedRows(first), ...typedRows(second)])
  return [first, second].filter((text) => text.trim() !== '').join('\n\n')
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
