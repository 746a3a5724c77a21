import { describe, expect, test } from 'vitest'
import { actOf, type CellKind, type CellMode } from './cell-keys.ts'

const press = (
  key: string,
  mode: CellMode = 'ready',
  kind: CellKind = 'text',
  held: ('shift' | 'ctrl' | 'alt')[] = [],
) => actOf({ key, shift: held.includes('shift'), ctrl: held.includes('ctrl'), alt: held.includes('alt') }, mode, kind)

describe('keys in a cell', () => {
  test('arrows leave a cell that was only come to or is being replaced, and move in a text that is being edited', () => {
    expect(press('ArrowRight')).toEqual({ act: 'move', rows: 0, columns: 1 })
    expect(press('ArrowDown', 'typing')).toEqual({ act: 'move', rows: 1, columns: 0 })
    expect(press('ArrowLeft', 'editing')).toBeNull()
  })

  test('Enter goes down and Shift+Enter up, in every mode', () => {
    for (const mode of ['ready', 'typing', 'editing'] as const) {
      expect(press('Enter', mode)).toEqual({ act: 'move', rows: 1, columns: 0 })
      expect(press('Enter', mode, 'text', ['shift'])).toEqual({ act: 'move', rows: -1, columns: 0 })
    }
  })

  test('Escape takes back what was typed, and leaves the key alone where nothing was', () => {
    expect(press('Escape', 'typing')).toEqual({ act: 'cancel' })
    expect(press('Escape')).toBeNull()
  })

  test('Delete empties a cell that was come to, and one letter of a text that is being edited', () => {
    expect(press('Delete')).toEqual({ act: 'clear' })
    expect(press('Delete', 'editing')).toBeNull()
  })

  test('Tab stays the browser’s, so that nobody is locked into the table', () => {
    expect(press('Tab')).toBeNull()
    expect(press('Tab', 'editing')).toBeNull()
  })

  test('Shift with an arrow marks a block, Alt moves the row', () => {
    expect(press('ArrowDown', 'ready', 'text', ['shift'])).toEqual({ act: 'extend', rows: 1, columns: 0 })
    expect(press('ArrowUp', 'ready', 'text', ['alt'])).toEqual({ act: 'move-row', by: -1 })
  })

  test('a list opens with Alt and the arrow, as lists do, and a box is ticked by the space bar', () => {
    expect(press('ArrowDown', 'ready', 'choice', ['alt'])).toBeNull()
    expect(press(' ', 'ready', 'check')).toBeNull()
  })
})
