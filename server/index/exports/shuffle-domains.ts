/**
 * Parts the answers of one person from each other: within a cell, the answers to each domain's questions are dealt out anew
 * among the rows, apart from those to the others. What a row says of one domain is still what one person said; what it says
 * of two is not. So counts of every question and every relation within a domain stay as they were, and nobody who knows
 * some of a person's answers, or has kept the live counts of the draws, can read on to the others. (Data swapping; the
 * order of dealing comes from the contents and the digest, so that it tells nothing of how rows stood before.) Pure.
 */
import { createHash } from 'node:crypto'

type Answers = Record<string, unknown>

/** `domains`: names of the questions of each domain. `seed`: the same gives the same rows. Other answers are left out. */
export function shuffleDomains(rows: Answers[], domains: string[][], seed: string): Answers[] {
  const dealt: Answers[] = rows.map(() => ({}))
  domains.forEach((questions, domain) => {
    const parts = rows.map((answers) => questions.map((name) => [name, answers[name]] as const))
    const keyed = parts.map((part) => ({ part, content: JSON.stringify(part) }))
    const sorted = keyed.toSorted((a, b) => compare(a.content, b.content))
    const order = sorted.map((_, at) => ({ at, place: hash(`${seed} ${domain} ${at}`) }))
    order
      .toSorted((a, b) => compare(a.place, b.place))
      .forEach(({ at }, row) => {
        Object.assign(dealt[row]!, Object.fromEntries(sorted[at]!.part))
      })
  })
  return dealt
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
