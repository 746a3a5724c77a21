/** Rows as a spreadsheet takes them from the clipboard: tabs between cells, one line a row. Pure. */
export const toTsv = (rows: string[][]): string =>
  rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
