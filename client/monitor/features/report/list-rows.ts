import { t } from '../../words/t.ts'

/** The two fields that are lists, as rows that a person types: documents, and steps with their days. Pure. */

/** Days as typed, dd/mm/yyyy. A step of one day has no `until`. */
export type Row = { what: string; number: string; day: string; until: string }
export type ListField = 'documents' | 'steps'

export const isListField = (field: string): field is ListField => field === 'documents' || field === 'steps'
export const EMPTY_ROW: Row = { what: '', number: '', day: '', until: '' }
/** As the server's own limits (report/compose-lists.ts). */
export const MOST_ROWS = 100

type Entry = { what: string; number?: string; date?: string; from?: string; to?: string }

/** `2024-12-06` → `06/12/2024`. */
const typedDay = (iso: string | undefined): string => (iso ?? '').split('-').reverse().join('/')

/** `6/12/2024`, also with dots or dashes → `2024-12-06`; undefined for what is no day. */
export function readDay(typed: string): string | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(typed) ?? []
  if (!day || !month || !year) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined
}

/** Rows of the text that the server keeps; text that is no list has none. */
export function rowsOf(saved: string): Row[] {
  const entries = parseArray(saved) as Entry[]
  return entries.map(({ what, number, date, from, to }) => ({
    ...{ what: String(what ?? ''), number: String(number ?? '') },
    ...{ day: typedDay(date ?? from), until: typedDay(to) },
  }))
}

/** Rows of a draft, as typed; what a draft of another make has instead of words is no words. */
export const typedRows = (draft: string): Row[] =>
  (parseArray(draft) as Partial<Record<keyof Row, unknown>>[]).map(({ what, number, day, until }) => ({
    ...{ what: wordsOf(what), number: wordsOf(number), day: wordsOf(day), until: wordsOf(until) },
  }))

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function parseArray(text: string): object[] {
  try {
    const parsed: unknown = JSON.parse(text || '[]')
    return Array.isArray(parsed) ? parsed.filter((one) => typeof one === 'object' && one !== null) : []
  } catch {
    return []
  }
}

const isEmpty = (row: Row): boolean => Object.values(row).every((value) => value.trim() === '')

/** What is wrong with a row, by the column it stands in. */
export function problemsOf(field: ListField, row: Row): Partial<Record<keyof Row, string>> {
  if (isEmpty(row)) return {}
  const [day, until] = [readDay(row.day), readDay(row.until)]
  const wantsUntil = field === 'steps' && row.until.trim() !== ''
  return {
    ...(row.what.trim() === '' && { what: t`Hãy ghi nội dung.` }),
    ...(!day && { day: t`Ghi ngày/tháng/năm, ví dụ 06/12/2024.` }),
    ...(wantsUntil && !until && { until: t`Ghi ngày/tháng/năm, hoặc để trống.` }),
    ...(wantsUntil && until && day && until < day && { until: t`Ngày kết thúc trước ngày bắt đầu.` }),
  }
}

/** The text to save; undefined while a row has a problem. Empty rows are left out. */
export function savedText(field: ListField, rows: Row[]): string | undefined {
  const filled = rows.filter((row) => !isEmpty(row))
  if (filled.some((row) => Object.keys(problemsOf(field, row)).length > 0)) return undefined
  const entries = filled.map((row) => {
    const [what, day, until] = [row.what.trim(), readDay(row.day)!, readDay(row.until)]
    if (field === 'documents') return { what, number: row.number.trim(), date: day }
    return until ? { what, from: day, to: until } : { what, date: day }
  })
  return entries.length > 0 ? JSON.stringify(entries) : ''
}

/** One row as a line of words, to be read and compared. */
export function rowWords({ what, number, day, until }: Row): string {
  const days = until ? t`từ ngày ${day} đến ngày ${until}` : day && t`ngày ${day}`
  return [what, [number, days].filter(Boolean).join(' ')].filter(Boolean).join(': ')
}
