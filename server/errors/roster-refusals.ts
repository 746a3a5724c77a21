/** Refusals of roster/ and sheets/: a file of people or of anything else, and one person. */
import { refusal } from './refusal.ts'

export const rosterRefusals = {
  fileMissing: refusal('file-missing', 400, 'Chưa có tệp nào được gửi lên.'),
  fileUnreadable: refusal(
    'file-unreadable',
    422,
    'Không đọc được tệp. Hãy lưu lại thành .xlsx hoặc .csv (UTF-8) rồi thử lại.',
  ),
  headerMissing: refusal('header-missing', 422, 'Không tìm thấy dòng tiêu đề có các cột bắt buộc.'),
  severalRosters: refusal(
    'several-rosters',
    422,
    'Tệp có nhiều trang tính đều là danh sách. Hãy gộp vào một trang hoặc xóa các trang thừa.',
  ),
  rosterRejected: refusal(
    'roster-rejected',
    422,
    'Có dòng chưa đúng nên chưa nhập gì cả. Hãy sửa rồi tải lại, hoặc chọn chỉ nhập các dòng đúng.',
  ),
  personInvalid: refusal('person-invalid', 422, 'Có mục chưa đúng nên chưa ghi gì. Hãy sửa các mục được chỉ ra.'),
  notASpreadsheet: refusal(
    'not-a-spreadsheet',
    422,
    'Tệp này không phải bảng tính Excel, hoặc đã hỏng. Hãy tải mẫu về và điền vào mẫu.',
  ),
} as const
