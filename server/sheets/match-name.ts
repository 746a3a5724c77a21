/**
 * Finds the unit or group that a cell means, by code, name or alias. A text without any accents matches by its letters
 * alone; one with other accents than the name's is a misspelling, which gets a suggestion and is never accepted. Pure.
 */

import { removeAccents } from '../campaigns/fold-name.ts'
import { editDistance } from './edit-distance.ts'
import { isBare, nameKey, nameKeys, spellOut } from './name-key.ts'

export type Named = { code: string; name: string; aliases?: string[] }
export type Match<T> = { found: T } | { found: null; several: T[]; nearest: T | null }
export type Matcher<T> = (text: string) => Match<T>

/** Suggestions compare with every name; a list with more different misspellings than this has another problem. */
const SUGGESTIONS = 200
const LONGEST_SUGGESTED_FOR = 150
/** Fewer letters than this are part of too many names. */
const LEAST_CONTAINED = 4

/** A matcher over a fixed list, remembering its answers: the same few texts fill a whole column. */
export function createMatcher<T extends Named>(list: readonly T[]): Matcher<T> {
  const byKey = new Map<string, Set<T>>()
  const byBareKey = new Map<string, Set<T>>()
  for (const named of list) {
    for (const label of labelsOf(named)) {
      file(byKey, nameKey(label), named)
      file(byBareKey, removeAccents(nameKey(label)), named)
    }
  }
  const nearest = createSuggester(list)
  const known = new Map<string, Match<T>>()
  const find: Matcher<T> = (text) => {
    const bare = isBare(text.toLowerCase())
    for (const key of nameKeys(text)) {
      const hits = byKey.get(key) ?? (bare ? byBareKey.get(removeAccents(key)) : undefined)
      const [first, second] = hits ?? []
      if (first && !second) return { found: first }
      if (hits) return { found: null, several: [...hits], nearest: null }
    }
    return { found: null, several: [], nearest: nearest(text) }
  }
  return (text) => {
    const answer = known.get(text) ?? find(text)
    known.set(text, answer)
    return answer
  }
}

/** The closest name: at most a quarter of its letters wrong, accents deciding between equals; else the only one that has its words. */
function createSuggester<T extends Named>(list: readonly T[]): (text: string) => T | null {
  const labels = list.flatMap((named) =>
    labelsOf(named).map((label) => ({ named, label: spellOut(label), bare: removeAccents(spellOut(label)) })),
  )
  let left = SUGGESTIONS
  return (text) => {
    if (left <= 0 || text.length > LONGEST_SUGGESTED_FOR) return null
    left--
    const spelled = spellOut(text)
    const bare = removeAccents(spelled)
    let best: { named: T; distance: number } | null = null
    for (const label of labels) {
      const allowed = Math.floor(Math.max(bare.length, label.bare.length) / 4)
      const letters = editDistance(bare, label.bare, allowed)
      if (letters === Number.POSITIVE_INFINITY) continue
      const accents = editDistance(spelled, label.label, spelled.length)
      const distance = letters + Math.min(accents, 1_000) / 10_000
      if (!best || distance < best.distance) best = { named: label.named, distance }
    }
    return best?.named ?? onlyOneWith(bare, labels)
  }
}

/** "Thuỷ Phú" where the list has "UBND xã Thủy Phú": the one name that has these words in a row; null when several do. */
function onlyOneWith<T>(bare: string, labels: { named: T; bare: string }[]): T | null {
  if (bare.replaceAll(' ', '').length < LEAST_CONTAINED) return null
  const having = new Set(labels.flatMap((label) => (` ${label.bare} `.includes(` ${bare} `) ? [label.named] : [])))
  const [only] = having
  return having.size === 1 && only !== undefined ? only : null
}

function labelsOf(named: Named): string[] {
  return [named.code, named.name, ...(named.aliases ?? [])]
}

function file<T>(index: Map<string, Set<T>>, key: string, named: T): void {
  const filed = index.get(key)
  if (filed) filed.add(named)
  else index.set(key, new Set([named]))
}
