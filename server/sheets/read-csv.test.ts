import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

const widest = (rows: { cells: string[] }[]) => Math.max(0, ...rows.map(({ cells }) => cells.length))
const rowsOf = (text: string) => readCsv(Buffer.from(text), widest)[0]!.rows

test.each([
  ['a Windows header over Unix rows', 'Họ tên,Email\r\nAn,an@x\nBình,binh@x\nChi,chi@x\n'],
  ['a Unix header over Windows rows', 'Họ tên,Email\nAn,an@x\r\nBình,binh@x\r\nChi,chi@x\r\n'],
  ['rows of three kinds of machines', 'Họ tên,Email\r\nAn,an@x\rBình,binh@x\nChi,chi@x'],
])('%s: each line is a row of its own', (_, text) => {
  expect(rowsOf(text)).toEqual([
    { row: 1, cells: ['Họ tên', 'Email'] },
    { row: 2, cells: ['An', 'an@x'] },
    { row: 3, cells: ['Bình', 'binh@x'] },
    { row: 4, cells: ['Chi', 'chi@x'] },
  ])
})

test('a line break within quotes stays in its cell, whichever machine wrote it', () => {
  expect(rowsOf('a,b\r\n"Sở Nội vụ\r\nSở Tài chính",x\r\n')[1]).toEqual({
    row: 2,
    cells: ['Sở Nội vụ\nSở Tài chính', 'x'],
  })
})

test.each(['sep=;\r\na;b,c\r\n', 'sep=;\na;b,c\n'])('a stated delimiter is taken, and its line is no row', (text) => {
  expect(rowsOf(text)).toEqual([{ row: 1, cells: ['a', 'b,c'] }])
})
