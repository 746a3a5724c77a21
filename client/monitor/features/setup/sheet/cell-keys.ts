/**
 * What a key does in a cell, as in a spreadsheet. `ready`: the cell was come to, typing replaces what is in it, arrows
 * leave it. `typing`: it is being replaced, arrows still leave it. `editing` (F2, or a click into it): arrows move in the
 * text. Pure.
 */

export type CellMode = 'ready' | 'typing' | 'editing'
export type CellKind = 'text' | 'choice' | 'check'

export type KeyPress = { key: string; shift: boolean; ctrl: boolean; alt: boolean }

export type KeyAct =
  | { act: 'move'; rows: number; columns: number }
  | { act: 'extend'; rows: number; columns: number }
  | { act: 'move-row'; by: -1 | 1 }
  /** To the row's first or last cell; with `far`, of the whole table. */
  | { act: 'edge'; end: boolean; far: boolean }
  | { act: 'edit' }
  | { act: 'cancel' }
  | { act: 'clear' }
  | { act: 'copy-above' }

const ARROWS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Null: the key is the browser's own (Tab goes to the next cell, letters are typed). */
export function actOf({ key, shift, ctrl, alt }: KeyPress, mode: CellMode, kind: CellKind): KeyAct | null {
  const arrow = ARROWS[key]
  if (arrow && alt && !ctrl && !shift && arrow[0] !== 0 && kind !== 'choice')
    return { act: 'move-row', by: arrow[0] < 0 ? -1 : 1 }
  if (alt) return null
  if (key === 'Enter' && kind !== 'check') return { act: 'move', rows: shift ? -1 : 1, columns: 0 }
  if (key === 'Escape') return mode === 'ready' ? null : { act: 'cancel' }
  if (key === 'F2') return { act: 'edit' }
  if (ctrl && (key === 'd' || key === 'D')) return { act: 'copy-above' }
  if (mode === 'editing') return null
  if (key === 'Home' || key === 'End') return { act: 'edge', end: key === 'End', far: ctrl }
  if (arrow) return { act: shift ? 'extend' : 'move', rows: arrow[0], columns: arrow[1] }
  if (mode === 'ready' && (key === 'Delete' || key === 'Backspace')) return { act: 'clear' }
  return null
}
