/**
 * Opinions of a unit's raters, drawn so that its survey points come out at a target: per criterion every rater asked has
 * a level near the criterion's share, some have no opinion, and single levels are moved by a step until the sum of shares
 * is the whole number of steps that is nearest. What rounding leaves over is carried to the next criterion.
 */
import type { Block, Definition } from '../campaigns/definition.ts'
import type { SeededRandom } from './seeded-random.ts'

export type Rater = { asked: ReadonlySet<string> }
export type Opinions = Record<string, string>

const NO_OPINION = 0.03

/** One record of question → level value a rater, in the order of `raters`. `target` is of the survey source's maximum. */
export function drawOpinions(
  definition: Definition,
  block: Block,
  raters: Rater[],
  target: number,
  random: SeededRandom,
): Opinions[] {
  const levels = [...definition.levels].sort((a, b) => Number(a.share) - Number(b.share))
  const top = levels.length - 1
  const criteria = block.criteria.filter((criterion) => criterion.question)
  const max = criteria.reduce((sum, criterion) => sum + Number(criterion.max), 0)
  const opinions: Opinions[] = raters.map(() => ({}))
  let owed = 0
  for (const criterion of criteria) {
    const question = criterion.question!
    const asked = raters.flatMap((rater, index) => (rater.asked.has(question) ? [index] : []))
    const judging = asked.filter((_, order) => order < 2 || random.next() >= NO_OPINION)
    for (const index of asked) opinions[index]![question] = definition.noOpinion.value
    const wanted = target / max + owed / Number(criterion.max)
    const steps = Math.round(Math.min(1, Math.max(0, wanted)) * judging.length * top)
    for (const [order, step] of drawSteps(judging.length, steps, top, random).entries()) {
      opinions[judging[order]!]![question] = levels[step]!.value
    }
    owed += (target / max) * Number(criterion.max) - (steps / (judging.length * top)) * Number(criterion.max)
  }
  return opinions
}

/** `count` whole numbers from 0 to `top` around their mean, with exactly the sum asked for. */
function drawSteps(count: number, sum: number, top: number, random: SeededRandom): number[] {
  const mean = sum / count
  const steps = Array.from({ length: count }, () => {
    const drawn = Math.round(mean + (random.next() + random.next() - 1) * 1.4)
    return Math.min(top, Math.max(0, drawn))
  })
  for (let have = steps.reduce((a, b) => a + b, 0); have !== sum; ) {
    const at = random.below(count)
    const towards = have < sum ? 1 : -1
    const moved = steps[at]! + towards
    if (moved < 0 || moved > top) continue
    steps[at] = moved
    have += towards
  }
  return steps
}
