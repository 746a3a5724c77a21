/** A table as CSV (RFC 4180) that a spreadsheet opens with its accents and runs nothing of. */
import { inVietnam, looksLikeFormula } from './cell-rules.ts'
import type { Cell, Table } from './table.ts'

/** With this a spreadsheet takes the file for UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/** Text, part by part. */
export async function* writeCsv({ columns, rows }: Table): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${columns.map(({ title }) => csvCell(title)).join(',')}\r\n`
  for await (const part of rows) yield part.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** Where a spreadsheet whose cells end at semicolons would see a new cell begin, in the middle of ours. */
const INNER_FORMULA = /[;\r\n][\s"]*(?=[=+\-@＝＋－＠])/g

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return writtenMoment(cell)
  const text = (looksLikeFormula(cell) ? `'${cell}` : cell).replace(INNER_FORMULA, "$&'")
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** dd/mm/yyyy HH:MM in Viet Nam. */
function writtenMoment(instant: Date): string {
  const [date = '', time = ''] = inVietnam(instant).toISOString().split('T')
  return `${date.split('-').reverse().join('/')} ${time.slice(0, 5)}`
}
