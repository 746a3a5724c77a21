/**
 * The criteria set of the index takes the points of the survey's criteria, each exactly once, with the same maximum and in
 * the same domain. When the table changes those, the set follows, or nobody could make the two agree again. Pure.
 */
import type { Criterion, SetCriterion } from '../campaigns/definition.ts'
import { sumDecimals } from './edit-decimals.ts'

type Part = Pick<SetCriterion, 'code' | 'name' | 'max' | 'from'>

/** `was` is undefined for a criterion that is new. */
export type CriterionPair = { was: Criterion | undefined; now: Criterion | undefined }

/** The set with every change of `pairs`; the same object where there is none. */
export function editCriteriaSet(set: SetCriterion[], pairs: CriterionPair[]): SetCriterion[] {
  return pairs.filter(changes).reduce((so, pair) => follow(so, pair), set)
}

function changes({ was, now }: CriterionPair): boolean {
  if (!was || !now) return true
  return was.code !== now.code || was.max !== now.max || was.domain !== now.domain || was.name !== now.name
}

function follow(set: SetCriterion[], { was, now }: CriterionPair): SetCriterion[] {
  if (!was) return now ? add(set, now) : set
  if (!now) return remove(set, was.code)
  const taken = set.some((entry) => takes(entry, was.code))
  if (!taken) return set
  if (was.domain !== now.domain) return add(remove(set, was.code), now)
  return set.map((entry) => {
    if (entry.parts)
      return withParts(
        entry,
        entry.parts.map((part) => renew(part, was, now)),
      )
    return renew(entry, was, now)
  })
}

const takes = ({ from, parts }: SetCriterion, code: string) =>
  from === code || parts?.some((part) => part.from === code)

const renew = <Entry extends Part>(entry: Entry, was: Criterion, now: Criterion): Entry =>
  entry.from === was.code
    ? { ...entry, from: now.code, max: now.max, name: entry.name === was.name ? now.name : entry.name }
    : entry

function remove(set: SetCriterion[], code: string): SetCriterion[] {
  return set.flatMap((entry) => {
    if (entry.from === code) return []
    if (!entry.parts?.some(({ from }) => from === code)) return [entry]
    const parts = entry.parts.filter(({ from }) => from !== code)
    return parts.length === 0 ? [] : [withParts(entry, parts)]
  })
}

/** Among the components that take the survey's points of that domain; without any, as a criterion of its own. */
function add(set: SetCriterion[], { code: from, name, max, domain }: Criterion): SetCriterion[] {
  const taken = new Set(set.flatMap(({ code, parts = [] }) => [code, ...parts.map((part) => part.code)]))
  const parent = set.findLast(
    (entry) => entry.domain === domain && entry.parts?.some((part) => part.from !== undefined),
  )
  if (parent?.parts) {
    const part = { code: freeCode(parent.code, parent.parts.length + 1, taken), name, max, from }
    return set.map((entry) => (entry === parent ? withParts(entry, [...parent.parts!, part]) : entry))
  }
  const last = set.findLastIndex((entry) => entry.domain === domain)
  const count = set.filter((entry) => entry.domain === domain).length
  const criterion = { code: freeCode(domain, count + 1, taken), name, domain, max, from }
  return last < 0 ? [...set, criterion] : set.toSpliced(last + 1, 0, criterion)
}

function freeCode(under: string, first: number, taken: ReadonlySet<string>): string {
  let number = first
  while (taken.has(`${under}.${number}`)) number++
  return `${under}.${number}`
}

/** A criterion that summed its components goes on doing so; one that did not is left for a person to mend. */
function withParts(entry: SetCriterion, parts: Part[]): SetCriterion {
  const summed = sumDecimals(entry.parts!.map(({ max }) => max)) === sumDecimals([entry.max])
  return { ...entry, parts, max: summed ? sumDecimals(parts.map(({ max }) => max)) : entry.max }
}
