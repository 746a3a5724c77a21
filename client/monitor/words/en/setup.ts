/** English words of setting a campaign up. */
import type { Catalogue } from '../t.ts'

export const setup: Catalogue = {
  'Thông tin chung': 'General',
  'Xem thử phiếu': 'Preview the questionnaire',
  'Câu hỏi và tiêu chí': 'Questions and criteria',
  'Đơn vị và nhóm': 'Units and groups',
  'Các bản đã lưu': 'Saved versions',
}
