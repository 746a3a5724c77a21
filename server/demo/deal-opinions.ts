/**
 * Deals a unit's answers out to its raters: of every question each level as often as the tally says, to those who are asked
 * it, in random order. When all have answered the counts are the tally's, and so the points come out as printed.
 */
import type { SeededRandom } from './seeded-random.ts'

export type Rater = { asked: ReadonlySet<string> }
export type Opinions = Record<string, string>

/** One record of question → level a rater, in the order of `raters`; whoever is asked more often than the tally knows is `without` opinion. */
export function dealOpinions(
  questions: Record<string, Record<string, number>>,
  raters: Rater[],
  without: string,
  random: SeededRandom,
): Opinions[] {
  const opinions: Opinions[] = raters.map(() => ({}))
  for (const [question, counts] of Object.entries(questions)) {
    const asked = raters.flatMap((rater, index) => (rater.asked.has(question) ? [index] : []))
    const levels = shuffle(
      Object.entries(counts).flatMap(([level, count]) => Array<string>(count).fill(level)),
      random,
    )
    for (const [order, index] of asked.entries()) opinions[index]![question] = levels[order] ?? without
  }
  return opinions
}

function shuffle<Item>(items: Item[], random: SeededRandom): Item[] {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1)
    ;[items[last], items[other]] = [items[other]!, items[last]!]
  }
  return items
}
