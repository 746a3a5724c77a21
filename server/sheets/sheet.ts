/** A spreadsheet as an import sees it, whichever kind of file it came from. Pure. */

/** `row` is the number a spreadsheet program shows beside the row (1-based, blank rows counted); rows without text are left out. */
export type SheetRow = { row: number; cells: string[] }
export type Sheet = { name: string; rows: SheetRow[] }

/** A file as uploaded. What it is, is told from its bytes; the name only words a message. */
export type SpreadsheetFile = { name: string; data: Buffer }

/** Details of a refusal of the whole file, in the form that every list of problems has. */
export const inFile = (problem: string) => [{ path: 'file', problem }]

/** `unpackedBytes`: a 20 MB .xlsx of real people unpacks to far less; more is a zip bomb. */
export const LIMITS = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 300 * 1024 * 1024,
  rows: 60_000,
  columns: 100,
  cellCharacters: 1_000,
} as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00a0\u2028\u2029]/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** A cell's text: NFC, without control and invisible characters (PostgreSQL refuses NUL); line breaks stay, they separate units. */
export function cleanCell(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .normalize('NFC') // last: an accent may have stood behind an invisible character
    .trim()
}

/** Cleans cells, numbers rows from 1 and drops those without text. */
export function toSheetRows(table: (readonly unknown[])[]): SheetRow[] {
  const rows: SheetRow[] = []
  table.forEach((values, index) => {
    const cells = values.map((value) => (value === null || value === undefined ? '' : cleanCell(String(value))))
    if (cells.some((cell) => cell !== '')) rows.push({ row: index + 1, cells })
  })
  return rows
}
