/**
 * What a spreadsheet puts on the clipboard: tabs between cells, lines between rows; a cell that holds either stands in
 * quotation marks, with its own marks doubled. The last line may or may not be ended. Pure.
 */
export function parseCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  // A quoted cell or a bare one, then what ends it: a tab, a line's end, or the text's.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y
  while (cell.lastIndex < text.length || row.length > 0) {
    const [, quoted, bare = '', end] = cell.exec(text)!
    row.push(clean(quoted === undefined ? bare : quoted.replaceAll('""', '"')))
    if (end === '\t') continue
    rows.push(row)
    row = []
    if (end === '') break
  }
  return rows
}

/** A cell of ours is one line, composed as everything typed here is. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
