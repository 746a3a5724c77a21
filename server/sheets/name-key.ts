/**
 * Keys under which all usual spellings of one unit's or group's name meet: case, spaces, punctuation, "và"/"&", tone
 * placement, common abbreviations, and "UBND" in front, which some lists write and some leave out. Pure.
 */
import { foldName, removeAccents } from '../campaigns/fold-name.ts'

/** Longer phrases first. Compared with and without accents; both sides of a comparison go through the same list. */
const PHRASES = (
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
).map(([from, to]) => ({ from: words(from).map(withAndWithoutAccents), to: words(to) }))
const PROVINCE = withAndWithoutAccents('tỉnh')

function words(text: string): string[] {
  return foldName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}

function withAndWithoutAccents(word: string): Set<string> {
  const folded = foldName(word)
  return new Set([folded, removeAccents(folded)])
}

/** The spellings of a text that may be looked up, as written first: without a remark in brackets, without ", tỉnh …". */
export function nameKeys(text: string): string[] {
  const all = spelled(text)
  const keys = [keyOf(all)]
  if (text.includes('(')) keys.push(keyOf(spelled(text.replace(/\(.*?\)/gs, ' '))))
  const province = all.findIndex((word, index) => index > 0 && PROVINCE.has(word))
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
  const given = words(text)
  const result: string[] = []
  for (let at = 0; at < given.length; ) {
    const phrase = PHRASES.find(({ from }) => from.every((word, offset) => word.has(given[at + offset] ?? '')))
    result.push(...(phrase?.to ?? given.slice(at, at + 1)))
    at += phrase?.from.length ?? 1
  }
  return result
}
