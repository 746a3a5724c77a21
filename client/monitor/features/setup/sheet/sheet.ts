/**
 * Rows of text cells, as an officer types them: what every table of setting up is made of. A cell keeps the very text that
 * was typed, wrong or half done, so that nothing typed is lost; reading it is definition-of.ts's matter. Pure; every
 * change returns a new sheet and shares what did not change.
 */

/** `id` stays when everything in the row changes: edits, undoing and merging find the row by it. */
export type Row = { id: string; cells: Readonly<Record<string, string>> }
export type Sheet = readonly Row[]

export const cellOf = (row: Row | undefined, column: string): string => row?.cells[column] ?? ''

/** One cell anew; the same sheet when nothing changes. */
export function setCell(sheet: Sheet, id: string, column: string, value: string): Sheet {
  const at = sheet.findIndex((row) => row.id === id)
  const row = sheet[at]
  if (!row || row.cells[column] === value) return sheet
  return sheet.with(at, { ...row, cells: { ...row.cells, [column]: value } })
}

/** `cells` into the sheet from row `at` on, below its end as new rows with ids of `newId`. `columns`: those from the first cell on; a cell that is undefined stays. */
export function fillBlock(
  sheet: Sheet,
  at: number,
  columns: readonly string[],
  cells: readonly (readonly (string | undefined)[])[],
  newId: () => string,
): Sheet {
  const rows = [...sheet]
  cells.forEach((line, offset) => {
    const row = rows[at + offset] ?? { id: newId(), cells: {} }
    const filled = columns.flatMap((column, place) => (line[place] === undefined ? [] : [[column, line[place]]]))
    rows[at + offset] = { ...row, cells: { ...row.cells, ...Object.fromEntries(filled) } }
  })
  return rows
}

export const insertRow = (sheet: Sheet, at: number, row: Row): Sheet => sheet.toSpliced(at, 0, row)

export const removeRow = (sheet: Sheet, id: string): Sheet => sheet.filter((row) => row.id !== id)

/** One row up (-1) or down (1); at the edge nothing moves. */
export function moveRow(sheet: Sheet, id: string, by: -1 | 1): Sheet {
  const at = sheet.findIndex((row) => row.id === id)
  const row = sheet[at]
  const to = at + by
  if (!row || to < 0 || to >= sheet.length) return sheet
  return sheet.toSpliced(at, 1).toSpliced(to, 0, row)
}
