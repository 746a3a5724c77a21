/**
 * What may be shown (DESIGN promise 2). The one function that every view, export and API asks; pure.
 *
 * k people must stand behind every published figure *and behind every figure that subtraction makes of published ones*.
 * The attacker keeps all that was ever published, knows n of every cell, and subtracts. Two tables are published:
 *
 * "people": the groups of one criterion of one unit. Groups share nobody, so n adds up: total − shown groups is the
 *   hidden groups' joint figure. Rule: a group of fewer than k valid answers is hidden (also of none, if anyone was
 *   asked: "all of them had no opinion" is an answer); then the smallest others, until at least two are hidden and
 *   together hold k. Published only after close, when nothing changes any more, so there is no earlier table to subtract.
 *
 * "questions": the criteria of one source of one unit. The same people stand behind all, so n does not add up: the sum
 *   of two hidden criteria may be about the same two people. Criteria also change while the campaign is open:
 *   – Open: a criterion under k is hidden, and *the total waits until none is hidden*. So a published total is always the
 *     sum of published criteria and tells nothing new. A second hidden criterion could not protect here: once the first
 *     is large enough, the second is shown, and if it did not change meanwhile, the old total minus it is the old secret.
 *   – Settled (after close): the total has to be handed over. If a criterion is under k, one more is hidden: of those
 *     that *everybody counted* was asked, the one with most valid answers. The hidden sum is then about all of them, and
 *     since at least k more of them were counted at close, the last live value of the second is not its value now.
 *     Without such a criterion the total is hidden.
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

export type Table = {
  minimum: number
  cells: Cell[]
  /** Responses counted in the unit. */
  counted: number
} & ({ parts: 'people' } | { parts: 'questions'; settled: boolean })

/** "none": there is nothing to show, and nothing is kept back. */
export type Showing = 'shown' | 'hidden' | 'none'

export type Verdict = { total: Showing; cells: Showing[] }

/** Decides for a total and its parts at once; deciding for either alone would not be safe. */
export function suppress(table: Table): Verdict {
  return table.parts === 'people' ? suppressPeople(table) : suppressQuestions(table, table.settled)
}

function suppressPeople({ cells, minimum }: Table): Verdict {
  const total = cells.reduce((sum, cell) => sum + cell.n, 0)
  if (total < minimum) {
    const asked = cells.map((cell): Showing => (cell.asked === 0 ? 'none' : 'hidden'))
    return { total: total === 0 ? 'none' : 'hidden', cells: asked }
  }
  const showing = cells.map((cell): Showing => {
    if (cell.asked === 0) return 'none'
    return cell.n < minimum ? 'hidden' : 'shown'
  })
  while (showing.includes('hidden') && !coversEnough(cells, showing, minimum)) {
    const next = pick(
      cells,
      (index) => showing[index] === 'shown',
      (a, b) => a.n < b.n,
    )
    if (next === undefined) break
    showing[next] = 'hidden'
  }
  return { total: 'shown', cells: showing }
}

function coversEnough(cells: Cell[], showing: Showing[], minimum: number): boolean {
  const hidden = cells.filter((_, index) => showing[index] === 'hidden')
  return hidden.length >= 2 && hidden.reduce((sum, { n }) => sum + n, 0) >= minimum
}

function suppressQuestions({ cells, minimum, counted }: Table, settled: boolean): Verdict {
  const showing = cells.map(({ n, smallest = n }): Showing => {
    if (n === 0) return 'none'
    return smallest < minimum ? 'hidden' : 'shown'
  })
  if (showing.every((state) => state === 'none')) return { total: 'none', cells: showing }
  if (!settled) return { total: showing.every((state) => state === 'shown') ? 'shown' : 'hidden', cells: showing }
  if (!showing.includes('hidden')) return { total: 'shown', cells: showing }
  const cover = pick(
    cells,
    (index) => showing[index] === 'shown' && cells[index]!.asked >= counted,
    (a, b) => a.n > b.n,
  )
  if (cover === undefined) return { total: 'hidden', cells: showing }
  showing[cover] = 'hidden'
  return { total: 'shown', cells: showing }
}

/** Index of the first candidate that no other candidate comes before. */
function pick(cells: Cell[], candidate: (index: number) => boolean, before: (a: Cell, b: Cell) => boolean) {
  return cells.reduce<number | undefined>((best, cell, index) => {
    if (!candidate(index)) return best
    return best === undefined || before(cell, cells[best]!) ? index : best
  }, undefined)
}
