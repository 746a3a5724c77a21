/** What a spreadsheet's functions give, as far as the report uses them: floats, but rounded by their 15 digits. Pure. */

/** ROUND(value, 2): halves away from zero, after the noise behind the fifteenth digit is gone, as Excel and LibreOffice do. */
export function roundInSheet(value: number): number {
  const cents = Math.round(Number((Math.abs(value) * 100).toPrecision(15)))
  return (Math.sign(value) * cents) / 100 || 0
}

export const sumInSheet = (values: number[]): number => roundInSheet(values.reduce((sum, value) => sum + value, 0))

/** Null for no values, where a sheet would say #DIV/0!. */
export const meanInSheet = (values: number[]): number | null =>
  values.length === 0 ? null : roundInSheet(values.reduce((sum, value) => sum + value, 0) / values.length)
