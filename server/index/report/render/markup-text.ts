/** Text on its way into XML or HTML. Pure. XML 1.0, 2.2 (what a document may hold) and 2.4 (what is escaped). */

/** Control characters and halves of a pair, which no XML can hold, are left out; composed letters (NFC). */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Fit for element content and quoted attributes. */
export const escapeMarkup = (text: string): string => cleanText(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)

/** The same document with every text in it cleaned. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(cleanTexts) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanTexts(inner)])) as T
}
