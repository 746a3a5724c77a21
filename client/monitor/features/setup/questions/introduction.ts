/** An introduction (a row of kind `html`) may be markup; of any other question the very text is asked. */
import { cellOf, type Row } from '../sheet/sheet.ts'

const BREAKS = /<(?=\/?(p|div|li|br|h[1-6])\b)/gi

export const hasMarkup = (row: Row): boolean => cellOf(row, 'kind') === 'html' && /<[a-z/]/i.test(cellOf(row, 'title'))

/** Its words alone; undefined where the text has no markup. */
export function plainIntroduction(row: Row): string | undefined {
  if (!hasMarkup(row)) return undefined
  const { body } = new DOMParser().parseFromString(cellOf(row, 'title').replace(BREAKS, ' <'), 'text/html')
  return body.textContent.replace(/\s+/g, ' ').trim()
}
