/** Refusals of setup/: a campaign’s definition as the console edits it. */
import { refusal } from './refusal.ts'

export const setupRefusals = {
  definitionChanged: refusal(
    'definition-changed',
    409,
    'Nội dung vừa được người khác lưu một bản mới; thay đổi của bạn chưa được ghi. Hãy xem bản mới rồi lưu lại.',
  ),
  unitInUse: refusal(
    'unit-in-use',
    409,
    'Có đơn vị hoặc nhóm đang có người trong danh sách nên không bỏ hay đổi mã được. Hãy sửa danh sách trước.',
  ),
  versionUnknown: refusal('version-unknown', 404, 'Không có bản này trong đợt điều tra. Hãy tải lại trang.'),
  blockUnknown: refusal('block-unknown', 404, 'Không có khối hoặc nhóm này trong đợt điều tra. Hãy tải lại trang.'),
  questionsInvalid: refusal(
    'questions-invalid',
    422,
    'Bảng câu hỏi có chỗ chưa đúng nên chưa ghi gì cả. Hãy sửa các ô được chỉ ra rồi tải lại.',
  ),
} as const
