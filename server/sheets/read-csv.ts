/** Reads a .csv into a sheet of text. Pure. */
import Papa from 'papaparse'
import { errors } from '../errors.ts'
import { decodeText } from './decode-text.ts'
import { inFile, LIMITS, type Sheet, type SheetRow, toSheetRows } from './sheet.ts'

const DELIMITERS = [',', ';', '\t']
/** Lines tried with each delimiter: the header is within the first 30 rows, and cells may hold line breaks. */
const TRIED_ROWS = 60

/**
 * One sheet; row numbers as a spreadsheet program shows them. `countColumns` says how many columns of the wanted header the
 * rows hold: the delimiter with the most is taken. Throws file-unreadable.
 */
export function readCsv(
  data: Buffer,
  countColumns: (rows: SheetRow[]) => number,
  columns: number = LIMITS.columns,
): Sheet[] {
  const { text, stated } = takeStatedDelimiter(withOneLineEnd(decodeText(data).replace(/^\ufeff/, '')))
  const delimiter = stated ?? bestDelimiter(text, countColumns)
  const { data: table, errors: problems } = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
  const quote = problems.find((problem) => problem.type === 'Quotes')
  if (quote) {
    throw errors.fileUnreadable(inFile(`Dòng ${(quote.row ?? 0) + 1} có dấu ngoặc kép mở mà không đóng đúng chỗ.`))
  }
  const rows = toSheetRows(table)
  const wide = rows.find((row) => row.cells.length > columns && row.cells.slice(columns).some(Boolean))
  if (wide) throw errors.tooLarge(inFile(`Dòng ${wide.row} có hơn ${columns} cột.`))
  return [{ name: '', rows }]
}

/** Files put together from several mix the ends of lines; papaparse takes one for the whole file and joins the other lines. */
const withOneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Excel writes "sep=;" as a first line that it does not show: the delimiter, and no row. */
function takeStatedDelimiter(text: string): { text: string; stated?: string } {
  const stated = /^"?sep=(.)"?\n/i.exec(text)
  return stated?.[1] ? { text: text.slice(stated[0].length), stated: stated[1] } : { text }
}

/** The delimiter under which the best header appears: counting characters would fall for ";" within cells and titles. */
function bestDelimiter(text: string, countColumns: (rows: SheetRow[]) => number): string {
  let best = { delimiter: DELIMITERS[0] ?? ',', found: -1 }
  for (const delimiter of DELIMITERS) {
    const { data: table } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: TRIED_ROWS })
    const found = countColumns(toSheetRows(table))
    if (found > best.found) best = { delimiter, found }
  }
  return best.delimiter
}
