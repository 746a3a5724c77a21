import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fillBlock, insertRow, moveRow, removeRow, type Sheet, setCell } from './sheet.ts'

const sheet: Sheet = [
  { id: 'a', cells: { code: 'A', name: 'An' } },
  { id: 'b', cells: { code: 'B', name: 'Bình' } },
]
let made = 0
const newId = () => {
  made += 1
  return `new-${made}`
}

test('a cell that gets what it had leaves the sheet as it is, and another one leaves the other rows', () => {
  expect(setCell(sheet, 'a', 'name', 'An')).toBe(sheet)
  const changed = setCell(sheet, 'a', 'name', 'Ân')
  expect(changed[0]!.cells).toEqual({ code: 'A', name: 'Ân' })
  expect(changed[1]).toBe(sheet[1])
})

test('a block fills from its cell on, keeps the cells beside it, and goes on in new rows', () => {
  const filled = fillBlock(sheet, 1, ['name', 'max'], [['Bính', '2'], ['Cầm']], newId)
  expect(filled[0]).toBe(sheet[0])
  expect(filled[1]).toEqual({ id: 'b', cells: { code: 'B', name: 'Bính', max: '2' } })
  expect(filled[2]).toMatchObject({ cells: { name: 'Cầm' } })
})

test('columns beyond the table’s last are left out', () => {
  expect(fillBlock(sheet, 0, ['name'], [['x', 'y', 'z']], newId)[0]!.cells).toEqual({ code: 'A', name: 'x' })
})

test('at the edges nothing moves', () => {
  expect(moveRow(sheet, 'a', -1)).toBe(sheet)
  expect(moveRow(sheet, 'b', 1)).toBe(sheet)
  expect(moveRow(sheet, 'a', 1).map(({ id }) => id)).toEqual(['b', 'a'])
})

test('what is put in can be taken out again', () => {
  fc.assert(
    fc.property(fc.nat(2), (at) => {
      expect(removeRow(insertRow(sheet, at, { id: 'x', cells: {} }), 'x')).toEqual(sheet)
    }),
  )
})
