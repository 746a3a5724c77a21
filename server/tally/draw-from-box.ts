/**
 * The drawing rule (promise 2), pure. A unit's box is opened when it holds 2k or more; all but k responses, chosen at
 * random, are drawn. That alone protects what everybody was asked. A question that only some groups see is published
 * from those groups' responses only, so the rule must hold for every *audience* (set of groups that sees some question):
 * what is drawn of an audience is nobody or at least k people, and at least k stay behind, so that the last count at
 * close differs from the last published one by at least k people too.
 */

export type Waiting = { id: string; stratum: string }

/** Returns a random integer from 0 to `below` − 1; node:crypto's randomInt in production, seeded in tests. */
export type RandomInt = (below: number) => number

/** Returns the ids to draw now, in random order; empty when nothing may be drawn yet. `audiences` are sets of strata. */
export function drawFromBox(
  waiting: Waiting[],
  audiences: ReadonlySet<string>[],
  k: number,
  random: RandomInt,
): string[] {
  if (waiting.length < 2 * k) return []
  const shuffled = shuffle(waiting, random)
  const left = shuffled.slice(0, k)
  let drawn = shuffled.slice(k)
  // Putting people back only ever makes the rest smaller, so this ends.
  for (let changed = true; changed; ) {
    changed = false
    for (const audience of audiences) {
      const isIn = (item: Waiting) => audience.has(item.stratum)
      const drawnOf = drawn.filter(isIn)
      if (drawnOf.length === 0) continue
      const lacking = Math.max(0, k - left.filter(isIn).length)
      const back = drawnOf.length - lacking < k ? drawnOf : drawnOf.slice(0, lacking)
      if (back.length === 0) continue
      left.push(...back)
      const kept = new Set(back)
      drawn = drawn.filter((item) => !kept.has(item))
      changed = true
    }
  }
  return drawn.length >= k ? drawn.map((item) => item.id) : []
}

/** Fisher and Yates; a new array. */
export function shuffle<Item>(items: readonly Item[], random: RandomInt): Item[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = random(last + 1)
    const held = shuffled[last]!
    shuffled[last] = shuffled[other]!
    shuffled[other] = held
  }
  return shuffled
}
