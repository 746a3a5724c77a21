/** Text on its way into the report's XML or HTML. Pure. */
import { escapeHtml } from '../../../markup/escape-html.ts'
import { keepXmlCharacters } from '../../../markup/xml-characters.ts'

/** What XML cannot hold, and DEL, is left out; composed letters (NFC). */
export const cleanText = (text: string): string => keepXmlCharacters(text.normalize('NFC')).replaceAll('\u007f', '')

/** Fit for element content and quoted attributes. */
export const escapeMarkup = (text: string): string => escapeHtml(cleanText(text))

/** The same document with every text in it cleaned. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T
  if (Array.isArray(value)) return value.map(cleanTexts) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanTexts(inner)])) as T
}
