import { expect, test } from 'vitest'
import { type CsvStyle, withoutGuards, writeCsv } from './write-csv.ts'

const FORMULA = /^[\s"]*[=+\-@＝＋－＠]/

async function linesOf(cells: string[], style: CsvStyle): Promise<string[]> {
  let text = ''
  const rows = [cells.map((cell) => [cell])]
  for await (const part of writeCsv({ name: '', columns: [{ title: 'a', width: 1 }], rows }, style)) text += part
  return text.slice(1).trimEnd().split('\r\n').slice(1)
}

test.each(['comma', 'semicolon'] as const)(
  '%s: no part of a cell begins as a formula, wherever a spreadsheet cuts',
  async (style) => {
    const cells = [
      '=1+1',
      ' @x',
      'x;=1+1',
      'x\t=1+1',
      'x; "=1+1"',
      'x\n=1+1',
      ...(style === 'comma' ? [] : ['x,=1+1', 'x, +1']),
    ]
    const foreign = style === 'comma' ? /[;\n]/ : /[,\n]/
    const written = (await linesOf(cells, style)).join('\n')
    expect(written.split(foreign).filter((piece) => FORMULA.test(piece))).toEqual([])
  },
)

test('a cell with a tab is quoted, for the spreadsheets that cut at tabs as well', async () => {
  expect(await linesOf(['a\tb'], 'comma')).toEqual(['"a\tb"'])
})

test.each(['comma', 'semicolon'] as const)('%s: what was kept from running reads back as it was', async (style) => {
  const cells = ['=1+1', 'x;=1+1', 'x\n-1', 'x, +1', "x; '-' hay '+'", ...(style === 'comma' ? [] : ["x, '-' hay '+'"])]
  const read = (await linesOf(cells, style)).map((line) => withoutGuards(line.replace(/^"|"$/g, '')))
  expect(read).toEqual(cells)
})
