/**
 * Which groups of a unit are too small to stand alone and with which they go together. Pure; used before opening on the
 * numbers invited, and at close on the numbers counted (promise 2).
 */
export type SizedGroup = { key: string; questionnaire: string; size: number }

/**
 * Returns key → key of the group it belongs to (itself when it stands alone). The smallest group under k joins the
 * smallest other one, of the same questionnaire where there is one, until no group is under k or one is left; that last
 * one may be under k, which the caller must refuse or withhold.
 */
export function mergeSmallGroups(groups: SizedGroup[], k: number): Map<string, string> {
  const alive = groups.map((group) => ({ ...group, members: [group.key] }))
  for (;;) {
    alive.sort((a, b) => a.size - b.size || (a.key < b.key ? -1 : 1))
    const [small, ...others] = alive
    if (!small || small.size >= k || others.length === 0) break
    const target = others.find((other) => other.questionnaire === small.questionnaire) ?? others[0]!
    target.size += small.size
    target.members.push(...small.members)
    alive.shift()
  }
  return new Map(alive.flatMap((group) => group.members.map((member) => [member, group.key])))
}
