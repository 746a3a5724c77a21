/**
 * Gives the rows of a draft that was read anew the ids that the same rows have in another one: what has the same code, else
 * the same name, is the same. So undoing reaches back over a save, and two officers' changes meet row by row. Pure.
 */
import { cellOf, type Row, type Sheet } from '../sheet/sheet.ts'
import { BLOCK_SHEETS, BLOCKS, type BlockSheet, type Draft, GENERAL, rowsOf, seenBy, sheetOf } from './draft.ts'

type Ids = ReadonlyMap<string, string>

export function alignIds(draft: Draft, like: Draft): Draft {
  const blocks = idsOf(rowsOf(draft, BLOCKS), rowsOf(like, BLOCKS))
  const campaign = Object.entries(draft)
    .filter(([sheet]) => !sheet.includes(':'))
    .map(
      ([sheet, rows]) => [sheet, sheet === GENERAL ? rows : renamed(rows, idsOf(rows, rowsOf(like, sheet)))] as const,
    )
  const ofBlocks = rowsOf(draft, BLOCKS).flatMap(({ id }) => alignBlock(draft, like, id, blocks.get(id) ?? id))
  return Object.fromEntries([...campaign, ...ofBlocks])
}

function alignBlock(draft: Draft, like: Draft, block: string, as: string): [string, Sheet][] {
  const [here, there] = [
    (sheet: BlockSheet) => rowsOf(draft, sheetOf(block, sheet)),
    (sheet: BlockSheet) => rowsOf(like, sheetOf(as, sheet)),
  ]
  const ids = Object.fromEntries(
    BLOCK_SHEETS.map((sheet) => [sheet, idsOf(here(sheet), there(sheet))]),
  ) as unknown as Record<BlockSheet, Ids>
  return BLOCK_SHEETS.map((sheet) => {
    const rows = renamed(here(sheet), ids[sheet])
    return [sheetOf(as, sheet), rows.map((row) => ({ ...row, cells: referring(row.cells, sheet, ids) }))]
  })
}

/** Cells that hold ids of other sheets' rows, and the columns named after groups. */
function referring(cells: Row['cells'], sheet: BlockSheet, ids: Record<BlockSheet, Ids>): Row['cells'] {
  if (sheet !== 'questions' && sheet !== 'set') return cells
  const columns: Record<string, Ids> = { domain: ids.domains, source: ids.sources, from: ids.questions }
  const groups = new Map([...ids.groups].map(([id, as]) => [seenBy(id), seenBy(as)]))
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [
      groups.get(column) ?? column,
      columns[column]?.get(value) ?? value,
    ]),
  )
}

/** The id of each row → the id of the same row there. */
function idsOf(rows: Sheet, like: Sheet): Ids {
  const ids = new Map<string, string>()
  const free = new Set(like.map(({ id }) => id))
  for (const column of ['code', 'question', 'name'] as const)
    for (const row of rows) {
      const text = cellOf(row, column)
      if (ids.has(row.id) || text === '') continue
      const same = like.find((one) => free.has(one.id) && cellOf(one, column) === text)
      if (!same) continue
      ids.set(row.id, same.id)
      free.delete(same.id)
    }
  // An id that means another row there must not come to mean this one.
  for (const { id } of rows) if (!ids.has(id) && like.some((one) => one.id === id)) ids.set(id, `${id}~new`)
  return ids
}

const renamed = (rows: Sheet, ids: Ids): Sheet => rows.map((row) => ({ ...row, id: ids.get(row.id) ?? row.id }))
