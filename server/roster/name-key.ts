/**
 * Keys under which all usual spellings of one unit's or group's name meet: case, spaces, punctuation, "và"/"&", tone
 * placement, common abbreviations, and "UBND" in front, which some lists write and some leave out. Pure.
 */
import { foldName } from '../campaigns/fold-name.ts'
import { removeAccents } from './person-name.ts'

/** Longer phrases first. Compared with and without accents; both sides of a comparison go through the same list. */
const PHRASES: [string[], string[]][] = (
  [
    ['ủy ban nhân dân', 'ubnd'],
    ['hội đồng nhân dân', 'hđnd'],
    ['t p', 'thành phố'],
    ['tp', 'thành phố'],
    ['tx', 'thị xã'],
    ['p', 'phường'],
    ['h', 'huyện'],
    ['vp', 'văn phòng'],
    ['và', ''],
  ] as const
).map(([from, to]) => [words(from), words(to)])

function words(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}

/** The spellings of a text that may be looked up, as written first: without a remark in brackets, without ", tỉnh …". */
export function nameKeys(text: string): string[] {
  const all = spelled(text)
  const keys = [keyOf(all), keyOf(spelled(text.replace(/\(.*?\)/gs, ' ')))]
  const province = all.findIndex((word, index) => index > 0 && isWord(word, 'tỉnh'))
  if (province > 0) keys.push(keyOf(all.slice(0, province + 1)), keyOf(all.slice(0, province)))
  return [...new Set(keys)].filter((key) => key !== '')
}

/** The one key a code, name or alias is filed under. */
export function nameKey(text: string): string {
  return keyOf(spelled(text))
}

/** Words with single spaces, abbreviations spelled out: what edit distances are measured on. */
export function spellOut(text: string): string {
  return spelled(text).join(' ')
}

export const isBare = (text: string): boolean => removeAccents(text) === text

function keyOf(all: string[]): string {
  return (all.length > 1 && all[0] === 'ubnd' ? all.slice(1) : all).join('')
}

function spelled(text: string): string[] {
  let rest = words(text)
  const result: string[] = []
  while (rest.length > 0) {
    const [from, to] = PHRASES.find(([phrase]) => phrase.every((word, index) => isWord(rest[index] ?? '', word))) ?? []
    result.push(...(to ?? rest.slice(0, 1)))
    rest = rest.slice(from?.length ?? 1)
  }
  return result
}

function isWord(word: string, expected: string): boolean {
  const folded = foldName(expected)
  return word === folded || word === removeAccents(folded)
}
