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
 * "questions": the criteria of one source of one unit. The same people stand behind all, so n does not add up: the sum
 *   of two hidden criteria may be about the same two people. Criteria also change while the campaign is open:
 *   – Open: a criterion under k is hidden, and *the total waits until none is hidden*. So a published total is always the
 *     sum of published criteria and tells nothing new. A second hidden criterion could not protect here: once the first
 *     is large enough, the second is shown, and if it did not change meanwhile, the old total minus it is the old secret.
 *   – Settled (after close): the total has to be handed over. If a criterion is under k, the one with most valid answers
 *     is hidden too, and the hidden sum is about at least k people. Its last live value is not its value now: the
 *     drawing rule leaves k people of every audience to be counted at close. Where all are under k, so is the total.
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
    const next = pick(cells, showing, (a, b) => a.n < b.n)
    if (rest.asked === 0 || rest.n >= minimum || next === undefined) return { total, cells: showing }
    showing[next] = 'hidden'
  }
}

function suppressQuestions(cells: Cell[], settled: boolean, minimum: number): Verdict {
  const showing = cells.map(({ n, smallest = n }) => ofWhole(Math.min(n, smallest), minimum))
  if (showing.every((state) => state === 'none')) return { total: 'none', cells: showing }
  if (!settled) return { total: showing.every((state) => state === 'shown') ? 'shown' : 'hidden', cells: showing }
  if (!showing.includes('hidden')) return { total: 'shown', cells: showing }
  const cover = pick(cells, showing, (a, b) => a.n > b.n)
  if (cover === undefined) return { total: 'hidden', cells: showing }
  showing[cover] = 'hidden'
  return { total: 'shown', cells: showing }
}

function ofWhole(n: number, minimum: number): Showing {
  if (n === 0) return 'none'
  return n < minimum ? 'hidden' : 'shown'
}

/** Index of the shown cell that no other shown one comes before. */
function pick(cells: Cell[], showing: Showing[], before: (a: Cell, b: Cell) => boolean): number | undefined {
  return cells.reduce<number | undefined>((best, cell, index) => {
    if (showing[index] !== 'shown') return best
    return best === undefined || before(cell, cells[best]!) ? index : best
  }, undefined)
}
