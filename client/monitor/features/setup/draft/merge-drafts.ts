/**
 * Two officers changed the same version. Three-way by cell: what only one of them changed is taken, what both changed
 * differently is a clash, in which this officer's text stands until chosen otherwise; nothing is lost in silence. A row that
 * one took away while the other worked on it stays. Pure.
 */
import { cellOf, type Row, type Sheet } from '../sheet/sheet.ts'
import { type Draft, rowsOf } from './draft.ts'

export type Clash =
  | { kind: 'cell'; sheet: string; row: string; column: string; before: string; mine: string; theirs: string }
  /** One took the row away, the other changed it; `removedBy` says who. The row is kept. */
  | { kind: 'row'; sheet: string; row: string; removedBy: 'me' | 'them' }

export type Merged = { draft: Draft; clashes: Clash[] }

/** `base`: the version both began from. */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft): Merged {
  const clashes: Clash[] = []
  const sheets = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  const entries = sheets.map((sheet) => {
    const merged = mergeSheet(sheet, rowsOf(base, sheet), rowsOf(mine, sheet), rowsOf(theirs, sheet))
    clashes.push(...merged.clashes)
    return [sheet, merged.rows] as const
  })
  return { draft: Object.fromEntries(entries), clashes }
}

function mergeSheet(sheet: string, base: Sheet, mine: Sheet, theirs: Sheet): { rows: Sheet; clashes: Clash[] } {
  if (mine === base || sameSheet(mine, base)) return { rows: theirs, clashes: [] }
  const clashes: Clash[] = []
  const [before, ours, others] = [byId(base), byId(mine), byId(theirs)]
  const rows = orderOf(base, mine, theirs).flatMap((id): Row[] => {
    const [was, my, their] = [before.get(id), ours.get(id), others.get(id)]
    if (my && their) {
      const merged = mergeRow(sheet, was, my, their)
      clashes.push(...merged.clashes)
      return [merged.row]
    }
    const left = (my ?? their)!
    if (!was) return [left]
    if (sameSheet([left], [was])) return []
    clashes.push({ kind: 'row', sheet, row: id, removedBy: my ? 'them' : 'me' })
    return [left]
  })
  return { rows, clashes }
}

function mergeRow(sheet: string, was: Row | undefined, mine: Row, theirs: Row): { row: Row; clashes: Clash[] } {
  const clashes: Clash[] = []
  const columns = [...new Set([...Object.keys(theirs.cells), ...Object.keys(mine.cells)])]
  const cells = columns.flatMap((column) => {
    const [before, my, their] = [was?.cells[column], mine.cells[column], theirs.cells[column]]
    if (my === before || my === their) return their === undefined ? [] : [[column, their]]
    if (their !== before && (their ?? '') !== (my ?? ''))
      clashes.push({
        ...{ kind: 'cell', sheet, row: mine.id, column },
        ...{ before: cellOf(was, column), mine: my ?? '', theirs: their ?? '' },
      })
    return my === undefined ? [] : [[column, my]]
  })
  return { row: { id: mine.id, cells: Object.fromEntries(cells) }, clashes }
}

/** Ids of all rows: in the order of whoever moved rows (mine, if both), the other's new ones after the row they stood after. */
function orderOf(base: Sheet, mine: Sheet, theirs: Sheet): string[] {
  const kept = new Set(base.map(({ id }) => id))
  const old = (sheet: Sheet, other: Sheet) =>
    sheet.filter(({ id }) => kept.has(id) && byId(other).has(id)).map(({ id }) => id)
  const moved = old(mine, base).join('\n') !== old(base, mine).join('\n')
  const [first, second] = moved ? [mine, theirs] : [theirs, mine]
  const order = first.map(({ id }) => id)
  second.forEach(({ id }, at) => {
    if (order.includes(id)) return
    const after = second.slice(0, at).findLast((row) => order.includes(row.id))
    order.splice(after ? order.indexOf(after.id) + 1 : 0, 0, id)
  })
  return order
}

const byId = (sheet: Sheet): Map<string, Row> => new Map(sheet.map((row) => [row.id, row]))

export function sameSheet(one: Sheet, other: Sheet): boolean {
  return one.length === other.length && one.every((row, at) => sameRow(row, other[at]!))
}

function sameRow(one: Row, other: Row): boolean {
  if (one === other) return true
  const columns = new Set([...Object.keys(one.cells), ...Object.keys(other.cells)])
  return one.id === other.id && [...columns].every((column) => one.cells[column] === other.cells[column])
}

/** Whether two drafts say the same. */
export function sameDraft(one: Draft, other: Draft): boolean {
  const sheets = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...sheets].every(
    (sheet) => one[sheet] === other[sheet] || sameSheet(rowsOf(one, sheet), rowsOf(other, sheet)),
  )
}

/** Puts the other officer's text into the merged draft where this officer chose it. */
export function takeTheirs(draft: Draft, clash: Clash): Draft {
  const rows = rowsOf(draft, clash.sheet)
  if (clash.kind === 'row') return { ...draft, [clash.sheet]: rows.filter(({ id }) => id !== clash.row) }
  const changed = rows.map((row) =>
    row.id === clash.row ? { ...row, cells: { ...row.cells, [clash.column]: clash.theirs } } : row,
  )
  return { ...draft, [clash.sheet]: changed }
}
