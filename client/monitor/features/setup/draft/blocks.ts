/** A block more or less, with all that belongs to it. Pure. */
import { insertRow, removeRow, type Sheet } from '../sheet/sheet.ts'
import { BLOCK_SHEETS, BLOCKS, type BlockSheet, type Draft, newId, rowsOf, sheetOf, withSheet } from './draft.ts'

/** A new block begins with the first one's groups, sources and domains, an empty unit, and no questions. */
export function addBlock(draft: Draft, id: string, name: string): Draft {
  const blocks = rowsOf(draft, BLOCKS)
  const like = blocks[0]
  const copied = (sheet: BlockSheet): Sheet =>
    like ? rowsOf(draft, sheetOf(like.id, sheet)).map((row) => ({ ...row, cells: { ...row.cells } })) : []
  const cells = { code: '', name, weighting: like?.cells.weighting ?? 'pooled' }
  return {
    ...draft,
    [BLOCKS]: insertRow(blocks, blocks.length, { id, cells }),
    [sheetOf(id, 'units')]: [{ id: newId(), cells: {} }],
    [sheetOf(id, 'questions')]: [],
    [sheetOf(id, 'set')]: [],
    ...Object.fromEntries(
      (['groups', 'sources', 'domains'] as const).map((sheet) => [sheetOf(id, sheet), copied(sheet)]),
    ),
  }
}

export function removeBlock(draft: Draft, id: string): Draft {
  const gone = new Set(BLOCK_SHEETS.map((sheet) => sheetOf(id, sheet)))
  const left = Object.fromEntries(Object.entries(draft).filter(([sheet]) => !gone.has(sheet)))
  return withSheet(left, BLOCKS, removeRow(rowsOf(draft, BLOCKS), id))
}
