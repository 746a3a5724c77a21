/** The day that a document bears for programs. Pure. */

/** From "Sơn La, ngày 15 tháng 01 năm 2025" → "2025-01-15"; what is left open is the first; no year at all → "1980-01-01". */
export function printedDay(date: string): string {
  const part = (word: string, fallback: string) => new RegExp(`${word}\\s+(\\d+)`, 'u').exec(date)?.[1] ?? fallback
  const [year, month, day] = [
    part('năm', '1980'),
    part('tháng', '1').padStart(2, '0'),
    part('ngày', '1').padStart(2, '0'),
  ]
  const text = `${year}-${month}-${day}`
  return Number.isNaN(Date.parse(text)) ? '1980-01-01' : text
}
