/** What is refused whatever it was for: its form, its size, too many, and our own faults. */
import { refusal } from './refusal.ts'

export const requestRefusals = {
  invalidRequest: refusal('invalid-request', 400, 'Yêu cầu chưa đúng. Hãy xem các mục được chỉ ra và gửi lại.'),
  notFound: refusal('not-found', 404, 'Không tìm thấy nội dung này. Hãy kiểm tra lại địa chỉ.'),
  tooLarge: refusal('too-large', 413, 'Nội dung gửi lên quá lớn. Hãy chia nhỏ rồi gửi lại.'),
  tooMany: refusal('too-many-requests', 429, 'Có quá nhiều lần thử. Hãy đợi một phút rồi thử lại.'),
  unavailable: refusal('unavailable', 503, 'Hệ thống đang bận hoặc đang khởi động lại. Hãy thử lại sau ít phút.'),
  internal: refusal(
    'internal-error',
    500,
    'Hệ thống gặp trục trặc và đã ghi lại. Hãy thử lại; nếu vẫn vậy, báo cho người quản trị kèm mã yêu cầu.',
  ),
} as const
