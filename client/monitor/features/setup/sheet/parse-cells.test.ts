import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCells } from './parse-cells.ts'

test('a block from a spreadsheet becomes its rows and cells', () => {
  expect(parseCells('1.1\tQuyết tâm\t0,75\r\n1.2\tKế hoạch\t1\r\n')).toEqual([
    ['1.1', 'Quyết tâm', '0,75'],
    ['1.2', 'Kế hoạch', '1'],
  ])
})

test('empty cells keep their place, at the ends too', () => {
  expect(parseCells('\ta\t\n\t\t')).toEqual([
    ['', 'a', ''],
    ['', '', ''],
  ])
  expect(parseCells('a\n\nb')).toEqual([['a'], [''], ['b']])
})

test('a cell with a line break or quotation marks is one cell, on one line', () => {
  expect(parseCells('"Hai\ndòng"\t"nói ""được"""\nx')).toEqual([['Hai dòng', 'nói "được"'], ['x']])
})

test('quotation marks inside a text are only marks', () => {
  expect(parseCells('mức "tốt"\t"mở mà không đóng')).toEqual([['mức "tốt"', '"mở mà không đóng']])
})

test('whatever a spreadsheet copies comes back cell by cell', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'ệ', '"', '1', ',', ' x'), maxLength: 6 }).map((s) => s.trim())
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }))
  const quote = (cell: string) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)
  fc.assert(
    fc.property(table, (rows) => {
      const copied = `${rows.map((row) => row.map(quote).join('\t')).join('\r\n')}\r\n`
      expect(parseCells(copied)).toEqual(rows.map((row) => row.map((cell) => cell.normalize('NFC'))))
    }),
  )
})
