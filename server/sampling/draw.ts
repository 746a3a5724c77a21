/**
 * The draw itself. Pure. Whoever has the list, the method and the seed gets the same people, with nothing but sha256sum:
 * each member of a stratum is ranked by SHA-256 of "seed|key", and the first n are taken. A hash depends on the seed and on
 * who it is, never on the order of rows or on this program's randomness; under a seed nobody could foresee, every set of n
 * members is equally likely.
 *
 * The member of a stratum is a *person as a rater of one unit*: who rates two units stands in two strata and takes part
 * in two draws, each apart from the other because unit and group belong to the key. So each stratum's size is exact and
 * each draw a simple random one; somebody may be drawn for one unit and not for the other.
 */
import { createHash } from 'node:crypto'
import type { SampleMethod, StratumView } from './schemas.ts'
import { sizeStrata } from './size-stratum.ts'

/** A person as a roster row says it; `folded` is the name as foldName compares it. */
export type Someone = {
  nameKey: { folded: string }
  email: string | null
  phone: string | null
  externalCode: string | null
}
export type Member = { unit: string; group: string; key: string }
/** `rank` 1 is the first drawn. `hash` is hexadecimal. */
export type Ranked<M> = { member: M; hash: string; rank: number; drawn: boolean }

/** name|email|phone|code|unit|group; what is missing is empty. A separator within a part becomes "/". */
export function keyOf({ nameKey, email, phone, externalCode }: Someone, unit: string, group: string): string {
  return [nameKey.folded, email, phone, externalCode, unit, group]
    .map((part) => (part ?? '').replace(/\s+/g, ' ').replaceAll('|', '/'))
    .join('|')
}

/** SHA-256 of "seed|key", UTF-8, hexadecimal. */
export const hashOf = (seed: string, key: string): string => createHash('sha256').update(`${seed}|${key}`).digest('hex')

/** Strata by unit and group (plain order of their codes); members of each by rank. Keys must differ within a stratum. */
export function drawStrata<M extends Member>(
  members: M[],
  method: SampleMethod,
  seed: string,
): { strata: StratumView[]; ranked: Ranked<M>[] } {
  const byStratum = new Map<string, M[]>()
  for (const member of members) {
    const place = `${member.unit} ${member.group}`
    const known = byStratum.get(place)
    if (known) known.push(member)
    else byStratum.set(place, [member])
  }
  const groups = [...byStratum.values()].sort(byCodes)
  const counted = groups.map((group) => ({ unit: group[0]!.unit, group: group[0]!.group, staff: group.length }))
  const strata = sizeStrata(counted, method)
  const ranked = groups.flatMap((group, at) => rank(group, strata[at]!.drawn, seed))
  return { strata, ranked }
}

function rank<M extends Member>(members: M[], size: number, seed: string): Ranked<M>[] {
  return members
    .map((member) => ({ member, hash: hashOf(seed, member.key) }))
    .sort((a, b) => compare(a.hash, b.hash))
    .map(({ member, hash }, at) => ({ member, hash, rank: at + 1, drawn: at < size }))
}

/** SHA-256 over the drawn keys, a line each, sorted by bytes: `LC_ALL=C sort keys | sha256sum`. Equal draws, equal digests. */
export function digestOf(ranked: Ranked<Member>[]): string {
  const lines = ranked.filter(({ drawn }) => drawn).map(({ member }) => Buffer.from(`${member.key}\n`))
  const hash = createHash('sha256')
  for (const line of lines.sort(Buffer.compare)) hash.update(line)
  return hash.digest('hex')
}

const byCodes = ([a]: Member[], [b]: Member[]): number => compare(a!.unit, b!.unit) || compare(a!.group, b!.group)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
