/** What sheets and columns are called, wherever they are named. */
import { t } from '../../words/t.ts'
import { BLOCKS, CLASSES, type Draft, GENERAL, LEVELS, type Place, rowsOf } from './draft/draft.ts'
import { cellOf } from './sheet/sheet.ts'

const COLUMNS: Record<string, string> = {
  code: t`Mã`,
  name: t`Tên`,
  aliases: t`Tên gọi khác`,
  predecessors: t`Kế thừa năm trước`,
  weight: t`Trọng số`,
  weighting: t`Cách gộp các nhóm`,
  origin: t`Nơi lấy điểm`,
  domain: t`Lĩnh vực`,
  max: t`Điểm tối đa`,
  source: t`Nguồn điểm`,
  title: t`Câu hỏi`,
  description: t`Giải thích`,
  kind: t`Cách trả lời`,
  required: t`Bắt buộc`,
  share: t`Hệ số`,
  from: t`Từ điểm`,
  part: t`Thành phần`,
}
const SETS_FROM = t`Lấy điểm từ`

const GENERALS: Record<string, string> = {
  title: t`Tên đợt điều tra`,
  year: t`Năm`,
  organizerName: t`Cơ quan tổ chức`,
  organizerPhone: t`Số điện thoại liên hệ`,
  organizerEmail: t`Thư điện tử liên hệ`,
  noticeVersion: t`Bản thông báo`,
  noticeText: t`Nội dung thông báo`,
  surveyMax: t`Điểm tối đa của khảo sát`,
  minimumCell: t`Số phiếu tối thiểu để hiện điểm`,
  noOpinionCode: t`Mã của câu trả lời không ý kiến`,
  noOpinionName: t`Câu trả lời không ý kiến`,
  indexTotal: t`Tổng điểm của Chỉ số`,
  indexTies: t`Khi bằng điểm`,
}

const SHEETS: Record<string, string> = {
  [GENERAL]: t`Thông tin chung`,
  [LEVELS]: t`Mức trả lời`,
  [CLASSES]: t`Xếp loại`,
  [BLOCKS]: t`Khối`,
  units: t`Đơn vị`,
  groups: t`Nhóm đối tượng`,
  sources: t`Nguồn điểm`,
  domains: t`Lĩnh vực`,
  questions: t`Câu hỏi và tiêu chí`,
  set: t`Bộ tiêu chí của Chỉ số`,
}

export function columnName(sheet: string, column: string): string {
  if (sheet === GENERAL) return GENERALS[column] ?? column
  if (column === 'from' && sheet.startsWith('set:')) return SETS_FROM
  return COLUMNS[column] ?? t`Người được hỏi`
}

/** Names of the sheet and of its block, if it belongs to one. */
export function sheetName(sheet: string, draft: Draft): string {
  const [kind = '', block] = sheet.split(':')
  const name = SHEETS[kind] ?? ''
  const of = rowsOf(draft, BLOCKS).find(({ id }) => id === block)
  return of ? `${cellOf(of, 'name')} · ${name}` : name
}

/** `Khối sở · Câu hỏi và tiêu chí · dòng 1.2 · Điểm tối đa`; a unit, a group or a source by its name: `Khối sở · Nguồn điểm · “Khảo sát cán bộ” · Điểm tối đa`. */
export function placeWords({ sheet, row, column }: Place, draft: Draft): string {
  const rows = rowsOf(draft, sheet)
  const at = rows.findIndex(({ id }) => id === row)
  const name = /^(questions|set)/.test(sheet) ? '' : cellOf(rows[at], 'name').trim()
  const line = at < 0 || sheet === GENERAL ? '' : name ? `“${name}”` : t`dòng ${cellOf(rows[at], 'code') || at + 1}`
  return [sheetName(sheet, draft), line, column ? columnName(sheet, column) : ''].filter(Boolean).join(' · ')
}

/** The view in which a sheet is edited. */
export function viewOf(sheet: string) {
  const kind = sheet.split(':')[0]!
  if (['questions', 'set', 'sources', 'domains'].includes(kind)) return '/campaigns/$code/setup/questions' as const
  if (['units', 'groups', BLOCKS].includes(kind)) return '/campaigns/$code/setup/units' as const
  return '/campaigns/$code/setup' as const
}
