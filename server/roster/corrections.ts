/** What an officer mended on the screen, sent with the same file again: cells by row and column, and rows left out. Pure. */
import { cleanCell } from '../sheets/sheet.ts'
import { fieldOfTitle } from './columns.ts'
import type { MendedCells } from './read-row.ts'
import type { Correction } from './schemas.ts'

/** By the spreadsheet's row number; `skip`: the row is read as if it were not there. */
export type Mending = { cells: Map<number, MendedCells>; skip: Set<number> }

/** Later corrections of one cell win. */
export function readCorrections(corrections: Correction[]): Mending {
  const mending: Mending = { cells: new Map(), skip: new Set() }
  for (const correction of corrections) {
    if ('skip' in correction) mending.skip.add(correction.row)
    else {
      const field = fieldOfTitle(correction.column)!
      mending.cells.set(correction.row, { ...mending.cells.get(correction.row), [field]: cleanCell(correction.value) })
    }
  }
  return mending
}
