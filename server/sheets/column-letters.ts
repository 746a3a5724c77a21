/** The letters of a spreadsheet's column: 0 → A, 26 → AA. Pure. */
export const columnLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26)
