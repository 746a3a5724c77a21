/**
 * What may be shown (DESIGN promise 2). The one function that every view, export and API asks; pure.
 *
 * k people must stand behind every published figure *and behind every figure that subtraction makes of published ones*.
 * The attacker keeps all that was ever published, knows n of every cell, and subtracts. Two tables are published:
 *
 * "people": the groups of one criterion of one unit. Groups share nobody, so n adds up: whole − shown groups is the joint
 *   figure of the rest, named or not. Rule: a group of fewer than k valid answers is hidden (also of none, if anyone was
 *   asked: "all of them had no opinion" is an answer); then the smallest others, until the rest holds k. Published only
 *   after close, when nothing changes any more, so there is no earlier table to subtract.
 *
 * "questions": the criteria of one source of one unit. The same people stand behind all, so n does not add up, and a
 *   second hidden criterion protects nothing: once it is shown, and that may have been long before, the total minus it
 *   is the first. So *a total is never more than the sum of the criteria shown beside it*, and tells nothing that they do
 *   not. A criterion of fewer than k valid answers adds nothing to it. While the campaign is open the total waits until
 *   none is hidden or empty; after close (settled) it is handed over without those, which scoring names.
 *
 * Over all revisions, then, what was ever published of a criterion depends on that criterion's own answers alone, at
 * times when it had k valid ones; n only grows, so it is never hidden again (with fixed weights a group may come in
 * late and hide it; what was shown before held k of each group then counted). Two such values differ by what was counted
 * between them.
 *
 * Two yardsticks, not one: a *cell* is judged by its valid answers, but a *difference* of two revisions is protected by
 * the people who were asked (tally/draw-from-box.ts): at least k of them, of whom all but one may have had no opinion.
 * Then it shows the answer of one of those k or more, and not of which.
 *
 * With fixed weights each group's mean is a term by itself and can be read off the lattice of possible values, so a
 * criterion's `smallest` term decides, not its n. What this does not stop: inference by likelihood, and people who pool
 * what they themselves answered (docs/threat-model.md).
 */

export type Cell = {
  /** Valid answers. */
  n: number
  /** People whose counted response held the question, whatever they answered. */
  asked: number
  /** Valid answers of the smallest term that stands by itself in the cell's figure; n when left out. */
  smallest?: number
}

export type Table = { minimum: number; cells: Cell[] } & (
  | { parts: 'people'; whole: Cell }
  | { parts: 'questions'; settled: boolean }
)

/** "none": there is nothing to show, and nothing is kept back. */
export type Showing = 'shown' | 'hidden' | 'none'

/** `total` speaks of everybody together for groups, and of the sum of the criteria shown for criteria. */
export type Verdict = { total: Showing; cells: Showing[] }

/** Decides for a total and its parts at once; deciding for either alone would not be safe. */
export function suppress(table: Table): Verdict {
  if (table.parts === 'people') return suppressPeople(table.cells, table.whole, table.minimum)
  return suppressQuestions(table.cells, table.settled, table.minimum)
}

function suppressPeople(cells: Cell[], whole: Cell, minimum: number): Verdict {
  const total = ofWhole(whole.n, minimum)
  const showing = cells.map((cell): Showing => {
    if (cell.asked === 0) return 'none'
    return total !== 'shown' || cell.n < minimum ? 'hidden' : 'shown'
  })
  if (total !== 'shown') return { total, cells: showing }
  // The rest is what subtraction leaves of the whole: nobody, or at least k.
  for (;;) {
    const rest = cells.reduce(
      (left, { n, asked }, index) => (showing[index] === 'shown' ? { n: left.n - n, asked: left.asked - asked } : left),
      whole,
    )
    const next = smallestShown(cells, showing)
    if (rest.asked === 0 || rest.n >= minimum || next === undefined) return { total, cells: showing }
    showing[next] = 'hidden'
  }
}

function suppressQuestions(cells: Cell[], settled: boolean, minimum: number): Verdict {
  const showing = cells.map(({ n, smallest = n }) => ofWhole(Math.min(n, smallest), minimum))
  if (showing.every((state) => state === 'none')) return { total: 'none', cells: showing }
  const wanted = settled ? showing.includes('shown') : showing.every((state) => state === 'shown')
  return { total: wanted ? 'shown' : 'hidden', cells: showing }
}

function ofWhole(n: number, minimum: number): Showing {
  if (n === 0) return 'none'
  return n < minimum ? 'hidden' : 'shown'
}

function smallestShown(cells: Cell[], showing: Showing[]): number | undefined {
  return cells.reduce<number | undefined>((least, { n }, index) => {
    if (showing[index] !== 'shown') return least
    return least === undefined || n < cells[least]!.n ? index : least
  }, undefined)
}
