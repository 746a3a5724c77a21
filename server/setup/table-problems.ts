/** What can be wrong in a table of questions, each with what to do. `{0}`… stand for a problem's values. Pure. */
import type { QuestionRow, RowProblem } from './question-row.ts'

const WORDS = {
  'domain-missing': 'Tiêu chí phải thuộc một lĩnh vực: ghi mã lĩnh vực.',
  'domain-name-missing': 'Lĩnh vực “{0}” là mới: ghi thêm tên lĩnh vực.',
  'domain-name-differs': 'Lĩnh vực “{0}” có hai tên: “{1}” và “{2}”. Ghi cùng một tên ở mọi dòng.',
  'code-invalid':
    'Mã “{0}” viết chưa đúng: chỉ gồm chữ không dấu, số, “.”, “_”, “-”, bắt đầu bằng chữ hoặc số, dài nhất 32.',
  'criterion-missing': 'Câu hỏi chấm điểm phải có mã tiêu chí.',
  'criterion-twice': 'Mã tiêu chí “{0}” đã có ở dòng khác.',
  'name-missing': 'Thiếu tên tiêu chí.',
  'max-missing': 'Thiếu điểm tối đa.',
  'max-invalid': 'Điểm tối đa “{0}” không phải là số: ghi như 0,75 hoặc 0.75, tối đa sáu chữ số sau dấu phẩy.',
  'max-ambiguous': '“{0}” có thể là số nghìn hoặc số thập phân: bỏ bớt số 0 ở cuối hoặc bỏ dấu ngăn.',
  'max-negative': 'Điểm tối đa không được âm.',
  'max-too-large': 'Điểm tối đa “{0}” quá lớn.',
  'max-not-wanted': 'Câu hỏi không chấm điểm thì để trống điểm tối đa.',
  'source-missing': 'Thiếu nguồn điểm: ghi một trong {0}.',
  'source-unknown': 'Không có nguồn điểm “{0}”: ghi một trong {1}.',
  'question-missing': 'Tiêu chí khảo sát phải có câu hỏi.',
  'question-not-wanted': 'Điểm của nguồn này do nơi khác cung cấp: để trống câu hỏi và các cột nhóm.',
  'question-name-invalid':
    'Mã câu hỏi “{0}” viết chưa đúng: bắt đầu bằng chữ không dấu, chỉ gồm chữ, số, “_”, “.”, “-”, dài nhất 64. Có thể để trống.',
  'question-twice': 'Mã câu hỏi “{0}” đã có ở dòng khác. Có thể để trống để hệ thống tự đặt.',
  'title-missing': 'Thiếu nội dung câu hỏi.',
  'text-long': 'Dài {0} ký tự, nhiều nhất là {1}.',
  'groups-missing': 'Câu hỏi chưa có nhóm nào được hỏi: đánh dấu x ở ít nhất một nhóm, hoặc xóa dòng.',
  'group-unknown': 'Khối này không có nhóm “{0}”.',
  'group-mark-invalid': '“{0}” không phải dấu chọn: ghi x nếu nhóm này được hỏi, để trống nếu không.',
  'required-invalid': '“{0}” không rõ: ghi x hoặc “có” nếu bắt buộc, để trống nếu không.',
  'kind-unknown': 'Không có loại câu hỏi “{0}”: ghi một trong {1}.',
  'kind-changed': 'Không đổi được loại của câu hỏi đã có: bỏ mã câu hỏi để tạo câu mới.',
  'no-criteria': 'Bảng không có tiêu chí nào.',
  'too-many-rows': 'Bảng có {0} dòng, nhiều nhất là {1}.',
  'row-empty': 'Dòng này không có tiêu chí lẫn câu hỏi.',
  'column-missing': 'Thiếu cột “{0}”.',
  'group-column-missing': 'Thiếu cột của nhóm “{0}”. Hãy tải bảng về lại, sửa trên bảng mới.',
  'column-unknown': 'Không rõ cột “{0}” là gì. Tên cột phải như trong bảng tải về.',
  'column-twice': 'Cột “{0}” có hai lần.',
} as const

export type TableProblemCode = keyof typeof WORDS

/** The words of a problem. */
export const problemWords = (code: TableProblemCode, values: string[]): string =>
  WORDS[code].replace(/\{(\d)\}/g, (_, place: string) => values[Number(place)] ?? '')

/** A problem with the cell `column` of the row `at`. */
export function problemAt(
  at: number,
  column: keyof QuestionRow | null,
  code: TableProblemCode,
  value: string,
  ...values: string[]
): RowProblem {
  return { at, column, code, value, values, message: problemWords(code, values) }
}

/** Every code with its Vietnamese words, for whoever says them in another language. */
export const tableProblemCodes = Object.keys(WORDS) as TableProblemCode[]
