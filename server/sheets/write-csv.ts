/** A table as CSV (RFC 4180) that a spreadsheet opens with its accents and runs nothing of. */
import { inVietnam, looksLikeFormula } from './cell-rules.ts'
import type { Cell, Table } from './table.ts'

/** With this a spreadsheet takes the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** `semicolon`: with decimal commas, as spreadsheets of a Vietnamese machine read and write it. */
export type CsvStyle = 'comma' | 'semicolon'

/** Text, part by part. */
export async function* writeCsv({ columns, rows }: Table, style: CsvStyle = 'comma'): AsyncGenerator<string> {
  const line = (cells: Cell[]) => `${cells.map((cell) => csvCell(cell, style)).join(style === 'comma' ? ',' : ';')}\r\n`
  yield `${BYTE_ORDER_MARK}${line(columns.map(({ title }) => title))}`
  for await (const part of rows) yield part.map(line).join('')
}

/**
 * Where a spreadsheet whose cells end at another sign than ours would see a new cell begin, in the middle of ours. Apostrophes
 * that stood there already get one more, so that taking one away gives the text back.
 */
const INNER_FORMULA = {
  comma: /[;\r\n][\s"]*(?='*[=+\-@＝＋－＠])/g,
  semicolon: /[,;\r\n][\s"]*(?='*[=+\-@＝＋－＠])/g,
}

/** A cell of a file of ours that came back, without the apostrophes that kept a spreadsheet from running it. Pure. */
export function withoutGuards(cell: string): string {
  const text = cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell
  return text.replace(GUARDED_FORMULA, '$1')
}
const GUARDED_FORMULA = /([,;\r\n][\s"]*)'(?='*[=+\-@＝＋－＠])/g

function csvCell(cell: Cell, style: CsvStyle): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return style === 'comma' ? String(cell) : String(cell).replace('.', ',')
  if (cell instanceof Date) return writtenMoment(cell)
  const text = (looksLikeFormula(cell) ? `'${cell}` : cell).replace(INNER_FORMULA[style], "$&'")
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** dd/mm/yyyy HH:MM in Viet Nam. */
function writtenMoment(instant: Date): string {
  const [date = '', time = ''] = inVietnam(instant).toISOString().split('T')
  return `${date.split('-').reverse().join('/')} ${time.slice(0, 5)}`
}
