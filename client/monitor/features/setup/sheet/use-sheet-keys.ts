/**
 * Spreadsheet hands for a table of cells: keys, marking a block, copying and pasting it. Events come from the table as a
 * whole; a cell says by its data-row and data-column where it is.
 */
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useRef,
  useState,
} from 'react'
import { toTsv } from '../../../shared/to-tsv.ts'
import { actOf, type CellKind, type CellMode } from './cell-keys.ts'
import { type Column, copiedText, heldBy, readPasted } from './column.ts'
import { parseCells } from './parse-cells.ts'
import { fillBlock, moveRow, type Sheet, setCell } from './sheet.ts'

export type At = { row: number; column: number }
type Marked = { from: At; to: At }
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

type SheetKeysProps = {
  sheet: Sheet
  columns: readonly Column[]
  readOnly: boolean
  /** Null: pasting below the last row adds none. */
  newId: (() => string) | null
  /** `typing`: the cell and the visit, when it is a letter typed. */
  onChange: (sheet: Sheet, typing?: string) => void
}

export function useSheetKeys({ sheet, columns, readOnly, newId, onChange }: SheetKeysProps) {
  const table = useRef<HTMLTableElement>(null)
  const [current, setCurrent] = useState<At | null>(null)
  const [marked, setMarked] = useState<Marked | null>(null)
  const mode = useRef<CellMode>('ready')
  /** Where the mouse's button is held down. */
  const pressed = useRef<At | null>(null)
  const found = useRef('')
  const visit = useRef(0)

  const fieldAt = ({ row, column }: At) =>
    table.current?.querySelector<Field>(`[data-row="${row}"][data-column="${column}"]`)
  /** Goes to the cell, or on in the same direction past cells that hold nothing to edit. */
  const goTo = (from: At, rows: number, columnsBy: number): At | null => {
    let at = { row: from.row + rows, column: from.column + columnsBy }
    while (at.row >= 0 && at.row < sheet.length && at.column >= 0 && at.column < columns.length) {
      const field = fieldAt(at)
      if (field) {
        field.focus()
        return at
      }
      at = { row: at.row + rows, column: at.column + columnsBy }
    }
    return null
  }

  const latest = useRef({ sheet, onChange })
  latest.current = { sheet, onChange }
  const type = useCallback((row: string, column: string, value: string) => {
    if (mode.current === 'ready') mode.current = 'typing'
    latest.current.onChange(setCell(latest.current.sheet, row, column, value), `${row}/${column}#${visit.current}`)
  }, [])

  const onFocus = (event: FocusEvent) => {
    const at = placeOf(event.target)
    if (!at) return
    visit.current += 1
    mode.current = 'ready'
    setCurrent(at)
    found.current = valueAt(at)
    if (isText(event.target)) event.target.select()
    setMarked(null)
  }

  const valueAt = ({ row, column }: At) => (columns[column] ? heldBy(sheet[row], columns[column]) : '')

  const onPointerDown = (event: PointerEvent) => {
    const at = placeOf(event.target)
    if (!at) return
    if (event.shiftKey && current) {
      event.preventDefault()
      setMarked({ from: current, to: at })
      return
    }
    // A second click, into the cell where one is: to edit what is in it.
    if (event.target === document.activeElement) mode.current = 'editing'
    else if (isText(event.target)) {
      // The browser would put the caret where the pointer is, and undo marking the whole.
      event.preventDefault()
      ;(event.target as HTMLElement).focus()
    }
    setMarked(null)
    if (event.pointerType !== 'mouse' || event.button !== 0) return
    pressed.current = at
    const release = () => {
      pressed.current = null
    }
    window.addEventListener('pointerup', release, { once: true })
  }
  /** While the button is held down: from the cell where it went down to the one under the pointer. */
  const onPointerOver = (event: PointerEvent) => {
    const from = pressed.current
    const field = (event.target as HTMLElement).closest('td')?.querySelector('[data-row]')
    const to = from && field ? placeOf(field) : null
    if (!from || !to || (!marked && from.row === to.row && from.column === to.column)) return
    // The browser has begun to mark letters in the first cell.
    window.getSelection()?.removeAllRanges()
    mode.current = 'ready'
    setMarked({ from, to })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target)
    const column = at && columns[at.column]
    const row = at && sheet[at.row]
    if (!at || !column || !row || event.nativeEvent.isComposing) return
    const { key, shiftKey: shift, altKey: alt } = event
    const kind: CellKind = column.kind === 'check' || column.kind === 'choice' ? column.kind : 'text'
    const act = actOf({ key, shift, alt, ctrl: event.ctrlKey || event.metaKey }, mode.current, kind)
    if (!act || (readOnly && !['move', 'extend', 'edge'].includes(act.act))) return
    event.preventDefault()
    if (act.act === 'move') goTo(at, act.rows, act.columns)
    else if (act.act === 'extend') extend(at, act.rows, act.columns)
    else if (act.act === 'edge') goToEdge(at, act.end, act.far)
    else if (act.act === 'edit') edit(event.target as Field)
    else if (act.act === 'cancel') {
      mode.current = 'ready'
      onChange(setCell(sheet, row.id, column.key, found.current), `${row.id}/${column.key}#${visit.current}`)
      requestAnimationFrame(() => isText(event.target) && event.target.select())
    } else if (act.act === 'clear') fill(block(at), () => '')
    else if (act.act === 'copy-above') fill(block(at), (place) => valueAt({ ...place, row: block(at).from.row - 1 }))
    else {
      onChange(moveRow(sheet, row.id, act.by))
      requestAnimationFrame(() => goTo({ ...at, row: at.row + act.by }, 0, 0) ?? fieldAt(at)?.focus())
    }
  }

  const goToEdge = (at: At, end: boolean, far: boolean) => {
    const row = far ? (end ? sheet.length - 1 : 0) : at.row
    goTo({ row, column: end ? columns.length : -1 }, 0, end ? -1 : 1)
  }
  const edit = (field: Field) => {
    mode.current = 'editing'
    if (isText(field)) field.setSelectionRange(field.value.length, field.value.length)
    else if (field instanceof HTMLSelectElement) field.showPicker?.()
  }

  /** What is marked around `at`, or that cell alone; `from` is its upper left. */
  const block = (at: At): Marked => {
    if (!marked) return { from: at, to: at }
    const [rows, cols] = [
      [marked.from.row, marked.to.row].toSorted((one, other) => one - other),
      [marked.from.column, marked.to.column].toSorted((one, other) => one - other),
    ]
    return { from: { row: rows[0]!, column: cols[0]! }, to: { row: rows[1]!, column: cols[1]! } }
  }
  const extend = (at: At, rows: number, columnsBy: number) => {
    const end = marked?.to ?? at
    const to = {
      row: Math.min(sheet.length - 1, Math.max(0, end.row + rows)),
      column: Math.min(columns.length - 1, Math.max(0, end.column + columnsBy)),
    }
    setMarked({ from: marked?.from ?? at, to })
    fieldAt(to)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const fill = ({ from, to }: Marked, value: (at: At) => string) => {
    if (from.row < 0) return
    let next = sheet
    for (let row = from.row; row <= to.row; row += 1)
      for (let column = from.column; column <= to.column; column += 1) {
        const { key, kind, off } = columns[column]!
        const line = sheet[row]!
        if (kind !== 'shown' && !off?.(line, sheet)) next = setCell(next, line.id, key, value({ row, column }))
      }
    onChange(next)
  }

  const onCopy = (event: ClipboardEvent) => {
    const at = placeOf(event.target)
    if (!at || mode.current === 'editing') return
    const { from, to } = block(at)
    const span = columns.slice(from.column, to.column + 1)
    const lines = sheet.slice(from.row, to.row + 1)
    event.preventDefault()
    event.clipboardData.setData(
      'text/plain',
      toTsv(lines.map((row) => span.map((column) => copiedText(column, heldBy(row, column))))),
    )
    if (event.type === 'cut' && !readOnly) fill({ from, to }, () => '')
  }

  const onPaste = (event: ClipboardEvent) => {
    const at = placeOf(event.target)
    if (!at || readOnly) return
    const cells = parseCells(event.clipboardData.getData('text/plain'))
    const single = cells.length === 1 && cells[0]!.length === 1
    if (cells.length === 0 || (single && mode.current === 'editing')) return
    event.preventDefault()
    const { from, to } = block(at)
    if (single) {
      fill({ from, to }, ({ column }) => readPasted(columns[column]!, cells[0]![0]!))
      return
    }
    const span = columns.slice(from.column)
    const read = cells.map((line) =>
      line.map((text, place) => {
        const column = span[place]
        return column && column.kind !== 'shown' ? readPasted(column, text) : undefined
      }),
    )
    const room = sheet.length - from.row
    // A column copied whole ends in empty lines, which make no rows.
    const filled = read.findLastIndex((line) => line.some(Boolean)) + 1
    const fitting = read.slice(0, newId ? Math.max(room, filled) : room)
    const keys = span.map(({ key }) => key)
    onChange(fillBlock(sheet, from.row, keys, fitting, newId ?? (() => '')))
    const [last, widest] = [from.row + fitting.length - 1, Math.max(...cells.map((line) => line.length))]
    setMarked({ from, to: { row: last, column: Math.min(columns.length - 1, from.column + widest - 1) } })
  }

  const isMarked = (row: number, column: number): boolean => {
    if (!marked || !current) return false
    const { from, to } = block(current)
    return row >= from.row && row <= to.row && column >= from.column && column <= to.column
  }

  const handlers = { onFocus, onPointerDown, onPointerOver, onKeyDown, onCopy, onCut: onCopy, onPaste }
  return { table, current, isMarked, type, fieldAt, handlers }
}

const isText = (target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

function placeOf(target: EventTarget): At | null {
  const { row, column } = (target as HTMLElement).dataset
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) }
}
