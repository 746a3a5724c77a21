/** Where things stand in a sheet: names of columns, cells and ranges in A1 notation. Pure. ECMA-376 part 1, 18.17.2.3. */
import { columnLetters } from '../../../sheets/column-letters.ts'

/** A cell by its column (from 0) and its row's own number (from 1). */
export type Place = { column: number; row: number }
export const placeName = ({ column, row }: Place): string => `${columnLetters(column)}${row}`

/** Cells as the shortest list for a function: neighbours in a row or a column as a range; "E5:H5,J5". */
export function listPlaces(places: Place[]): string {
  const runs: Place[][] = []
  for (const place of places) {
    const run = runs.at(-1)
    if (run && continues(run, place)) run.push(place)
    else runs.push([place])
  }
  return runs
    .map((run) => (run.length === 1 ? placeName(run[0]!) : `${placeName(run[0]!)}:${placeName(run.at(-1)!)}`))
    .join(',')
}

/** Excel takes 255 arguments. */
export const MAX_ARGUMENTS = 255

function continues(run: Place[], next: Place): boolean {
  const last = run.at(-1)!
  const across = next.row === last.row && next.column === last.column + 1
  const down = next.column === last.column && next.row === last.row + 1
  if (run.length === 1) return across || down
  return run[0]!.row === last.row ? across : down
}

/** A table's cell by its row (from 0) and its column's key. */
export const cellId = (row: number, key: string): string => `${row},${key}`
