/**
 * What somebody typed into the search for a person, as patterns for PostgreSQL. Accents are folded in the pattern instead
 * of in 50,000 names: `a` becomes a class of all its accented forms, which the database matches six times faster than it
 * normalizes, and alike whatever its locale. Pure.
 */

import { removeAccents } from '../../campaigns/fold-name.ts'
import { normalizePhone } from '../../roster/normalize-phone.ts'

export type SearchPatterns = {
  /** POSIX regular expressions, case-sensitive as they hold both cases; each must fit the name: the beginning of one of its words. */
  words: string[]
  /** "84" and nine digits when a whole number was typed, or digits of one; matched anywhere. Null: this is no phone. */
  phone: string | null
  /** In lower case; anywhere in the address when it holds "@", else the beginning of a part. `text` is what stands in both. */
  email: { text: string; pattern: string }
  /** In lower case: the beginning of the office's own number. */
  code: string
}

/** Null when nothing was typed that could be searched for. */
export function searchPatterns(typed: string): SearchPatterns | null {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '') return null
  const lower = text.toLowerCase()
  return {
    words: lower
      .split(' ')
      .slice(0, MOST_WORDS)
      .map((word) => `(^|[ .(-])${[...removeAccents(word)].map(letterPattern).join('')}`),
    phone: phoneOf(text),
    email: emailOf(lower),
    code: lower,
  }
}

/** PostgreSQL keeps 32 compiled expressions; beyond them it would compile each anew for every name. */
const MOST_WORDS = 8

/** As many digits as tell people apart; fewer are rather part of a Mã. */
const PHONE_DIGITS = 4

function phoneOf(text: string): string | null {
  const compact = text.replace(/[\s.()\-–—_]/g, '')
  if (!/^\+?\d+$/.test(compact)) return null
  const whole = normalizePhone(text)
  if ('phone' in whole && whole.phone) return whole.phone
  // Part of a number: its beginning may be written 0…, 84…, +84… or 0084….
  const digits = compact.replace(/^(?:\+84|0084|0+)/, '')
  return digits.length >= PHONE_DIGITS ? digits : null
}

function emailOf(lower: string): SearchPatterns['email'] {
  if (lower.includes('@')) return { text: lower, pattern: literal(lower) }
  const text = removeAccents(lower)
  return { text, pattern: `(^|[@._+-])${literal(text)}` }
}

const BASES = 'aăâeêioôơuưy'
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
/** Also where a name came in decomposed. */
const MARKS = '[\u0300-\u036f]*'

const CLASSES = new Map<string, string>()
for (const base of BASES) {
  const plain = removeAccents(base)
  const forms = TONES.map((tone) => (base + tone).normalize('NFC')).join('')
  CLASSES.set(plain, `${CLASSES.get(plain) ?? ''}${forms}${forms.toUpperCase()}`)
}
CLASSES.set('d', 'dDđĐ')

function letterPattern(letter: string): string {
  const accented = CLASSES.get(letter)
  if (accented) return `[${accented}]${MARKS}`
  const upper = letter.toUpperCase()
  return upper !== letter && [...upper].length === 1 ? `[${letter}${upper}]${MARKS}` : `${literal(letter)}${MARKS}`
}

const literal = (text: string): string => text.replace(/[\\^$.|?*+()[\]{}-]/g, '\\$&')
