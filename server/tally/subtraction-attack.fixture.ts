/**
 * The attacker of suppress.test.ts: knows some sums of unknown cells exactly, and learns whatever adding and subtracting
 * multiples of them can tell. Exact elimination over fractions; every possible combination is covered, not a sample.
 */
import Fraction from 'fraction.js'

/** One published sum: the coefficients of the unknown cells in it. */
export type Sum = number[]

/** Whether the sum of exactly these cells, each taken once, can be computed. */
function canDerive(published: Sum[], cells: number[], width: number): boolean {
  const wanted = Array.from({ length: width }, (_, index) => (cells.includes(index) ? 1 : 0))
  return rankOf([...published, wanted]) === rankOf(published)
}

/** Every set of cells, except none, whose sum can be computed. */
export function derivableSets(published: Sum[], width: number): number[][] {
  const sets: number[][] = []
  for (let bits = 1; bits < 2 ** width; bits++) {
    const cells = Array.from({ length: width }, (_, index) => index).filter((index) => bits & (1 << index))
    if (canDerive(published, cells, width)) sets.push(cells)
  }
  return sets
}

function rankOf(sums: Sum[]): number {
  const rows = sums.map((sum) => sum.map((coefficient) => new Fraction(coefficient)))
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, index) => index >= rank && !row[column]!.equals(0))
    if (pivot < 0) continue
    const [row] = rows.splice(pivot, 1)
    rows.splice(rank, 0, row!)
    for (let below = rank + 1; below < rows.length; below++) {
      const factor = rows[below]![column]!.div(row![column]!)
      if (!factor.equals(0)) rows[below] = rows[below]!.map((value, index) => value.sub(row![index]!.mul(factor)))
    }
    rank++
  }
  return rank
}
