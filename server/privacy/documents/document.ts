/** An administrative document of headed tables and paragraphs, before it is a Word file or a page. Pure. */

/**
 * `value` null: the system cannot know it, and the office has to fill it in; the place is marked, with `hint` saying what
 * belongs there.
 */
export type Row = { label: string; value: string | null; hint?: string }

export type Part =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Two columns. */
  | { kind: 'rows'; rows: Row[] }
  | { kind: 'table'; columns: string[]; rows: string[][] }

export type OfficeDocument = {
  /** Who issues it. */
  authority: string
  title: string
  subtitle: string
  /** "ngày 02 tháng 3 năm 2026" */
  date: string
  parts: Part[]
}

/** How a place to be filled in by the office is written. */
export const blankOf = ({ hint }: Pick<Row, 'hint'>): string => `[Cơ quan điền: ${hint ?? 'chưa có trong hệ thống'}]`

/** A day as dd/mm/yyyy. `day`: yyyy-mm-dd. */
export const writeDay = (day: string): string => day.split('-').reverse().join('/')

/** "ngày 02 tháng 3 năm 2026"; days under 10 and the months 1 and 2 with a zero (Decree 30/2020/NĐ-CP, appendix I, part II, 4). */
export function writeDate(day: string): string {
  const [year, month, date] = day.split('-')
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}
