import { t } from '../words/t.ts'

/** One mistake of a file, as its row is labelled. Pure. */

export type ImportProblem = {
  sheet: string | null
  row: number | null
  column: string | null
  unit: string | null
  criterion?: string | null
  code: string
  value: string | null
  message: string
}

/** Mistakes about a number that was read; values of the others can be codes such as `1.1`. */
const NUMBERS = new Set(['above-max', 'negative', 'too-many-decimals', 'sum-differs', 'max-differs'])

/** `7.25` → `7,25`, as the office writes it; whatever else stood there stays as it is. */
export function valueText({ code, value }: ImportProblem): string {
  if (value === null) return ''
  return NUMBERS.has(code) && /^-?\d+\.\d+$/.test(value) ? value.replace('.', ',') : value
}

/** `Khối sở · E7`: sheet and cell in one, for a narrow screen. Columns come as `E`, as `E · Sở Nội vụ`, or by their name. */
export function placeText({ sheet, row, column }: ImportProblem): string {
  const [letters = ''] = column?.split(' · ') ?? []
  if (letters && !/^[A-Z]+$/.test(letters)) return [sheet, row && t`dòng ${row}`, column].filter(Boolean).join(' · ')
  const cell = row === null ? letters && t`cột ${letters}` : letters ? `${letters}${row}` : t`dòng ${row}`
  return [sheet, cell].filter(Boolean).join(' · ')
}
