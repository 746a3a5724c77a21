/** The columns of the table of questions as a file, and how its cells say yes and which kind. Pure. */
import type { Block } from '../campaigns/definition.ts'
import { headingKey } from '../sheets/heading-key.ts'
import type { QuestionRow } from './question-row.ts'

export type SheetColumn = keyof Omit<QuestionRow, 'groups'>

/** Title and width in characters, in the order of the file; a column for each group follows. */
export const COLUMNS: Record<SheetColumn, { title: string; width: number }> = {
  domain: { title: 'Mã lĩnh vực', width: 10 },
  domainName: { title: 'Lĩnh vực', width: 30 },
  criterion: { title: 'Mã tiêu chí', width: 10 },
  name: { title: 'Tiêu chí', width: 44 },
  max: { title: 'Điểm tối đa', width: 10 },
  source: { title: 'Nguồn điểm', width: 14 },
  title: { title: 'Câu hỏi', width: 54 },
  description: { title: 'Giải thích', width: 36 },
  required: { title: 'Bắt buộc', width: 10 },
  kind: { title: 'Loại câu hỏi', width: 20 },
  question: { title: 'Mã câu hỏi', width: 16 },
}
export const SHEET_COLUMNS = Object.keys(COLUMNS) as SheetColumn[]

/** Without these a row cannot be understood; the others may be left out by whoever makes a table of their own. */
export const NEEDED: SheetColumn[] = ['domain', 'criterion', 'name', 'max', 'title']

export const groupTitle = ({ code, name }: Block['groups'][number]): string => `Nhóm ${code}: ${name}`

/** The header of the table of `block`, column by column. */
export const headings = ({ groups }: Block): string[] => [
  ...SHEET_COLUMNS.map((column) => COLUMNS[column].title),
  ...groups.map(groupTitle),
]

/** SurveyJS types as officers call them. */
const KIND_NAMES: Record<string, string> = {
  levels: 'Chấm điểm',
  comment: 'Ý kiến nhiều dòng',
  text: 'Ý kiến một dòng',
  boolean: 'Có / Không',
  rating: 'Thang 1 đến 5',
  html: 'Đoạn giới thiệu',
  radiogroup: 'Chọn một',
  checkbox: 'Chọn nhiều',
  matrix: 'Bảng chọn',
}

export const kindName = (kind: string): string => KIND_NAMES[kind] ?? kind

/** The kind that a cell names; the text itself when it is none of ours. */
export function kindOf(cell: string): string {
  const key = headingKey(cell)
  return (
    Object.entries(KIND_NAMES).find(
      ([kind, name]) => key !== '' && [kind, name].some((text) => headingKey(text) === key),
    )?.[0] ?? cell
  )
}

const YES = new Set(['x', '×', '✓', '✔', '☑', '1', 'co', 'yes', 'true', 'v', 'batbuoc'])
const NO = new Set(['', '0', 'khong', 'no', 'false', '-', '–'])

/** Whether a cell is marked; undefined when nobody can tell. */
export function readMark(cell: string): boolean | undefined {
  const text = headingKey(cell) || cell.trim().toLowerCase()
  if (YES.has(text)) return true
  return NO.has(text) ? false : undefined
}
