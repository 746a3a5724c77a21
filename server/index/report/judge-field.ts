/** Whether a text may stand in a field, and how it is kept. Pure. */
import { cleanText } from './compose-field.ts'
import { findListProblem } from './compose-lists.ts'
import { FIELDS, type FieldName, MAX_FIELD_LENGTH } from './words-fields.ts'

const MAX_LINE = 500
const MAX_LINES = 100

/** The text as it will be kept, and what is wrong with it, in Vietnamese. */
export function judgeField(field: FieldName, typed: string): { text: string; problem?: string } {
  const { kind } = FIELDS[field]
  const cleaned = cleanText(typed)
  const text = kind === 'line' ? cleaned.replace(/\s+/g, ' ') : cleaned
  const problem = text === '' ? undefined : findProblem(field, text)
  return { text, ...(problem && { problem }) }
}

function findProblem(field: FieldName, text: string): string | undefined {
  const { kind } = FIELDS[field]
  if (text.length > MAX_FIELD_LENGTH)
    return `Dài ${text.length} ký tự, quá ${MAX_FIELD_LENGTH} ký tự. Hãy rút gọn rồi lưu lại.`
  const lines = text.split('\n')
  if (kind === 'line' && text.length > MAX_LINE) return `Dài quá ${MAX_LINE} ký tự. Mục này chỉ một dòng.`
  if (kind === 'lines' && (lines.length > MAX_LINES || lines.some((line) => line.length > MAX_LINE)))
    return `Nhiều nhất ${MAX_LINES} dòng, mỗi dòng nhiều nhất ${MAX_LINE} ký tự.`
  if (field === 'documents' || field === 'steps') return findListProblem(field, text)
  return field === 'ngay-van-ban' ? findDayProblem(text) : undefined
}

function findDayProblem(text: string): string | undefined {
  const [, day, month, year] = (/^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []).map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day))
  // A day that the month does not have falls into another month.
  const real = date.getUTCMonth() === month! - 1 && date.getUTCFullYear() === year
  return real ? undefined : 'Hãy viết ngày/tháng/năm có thật, ví dụ 15/01/2025.'
}
