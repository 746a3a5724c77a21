/** The day that a document bears for programs. Pure. */

/** From "Hà Nội, ngày 15 tháng 01 năm 2025" → "2025-01-15"; what is left open is the first; no year at all → "1980-01-01". */
export function printedDay(date: string): string {
  const part = (word: string, fallback: string) => new RegExp(`${word}\\s+(\\d+)`, 'u').exec(date)?.[1] ?? fallback
  const [year, month, day] = [
    part('năm', '1980'),
    part('tháng', '1').padStart(2, '0'),
    part('ngày', '1').padStart(2, '0'),
  ]
  const text = `${year}-${month}-${day}`
  const midnight = new Date(text)
  // 31 February is a day to Date, in March.
  return Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== text ? '1980-01-01' : text
}
