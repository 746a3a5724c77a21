/** Refusals at a respondent’s two doors, credential/ and responses/. */
import { refusal } from './refusal.ts'

export const respondentRefusals = {
  linkUnknown: refusal(
    'link-unknown',
    404,
    'Đường dẫn này không đúng hoặc đã bị thay. Hãy mở lại từ tin nhắn mới nhất.',
  ),
  invitationUnknown: refusal('invitation-unknown', 404, 'Đường dẫn này không có phiếu được chọn.'),
  consentOutdated: refusal(
    'consent-outdated',
    409,
    'Thông báo về dữ liệu cá nhân đã đổi. Hãy tải lại trang để đọc bản mới.',
  ),
  credentialIssued: refusal(
    'credential-issued',
    409,
    'Phiếu này đã được trả lời từ một thiết bị khác. Mỗi người chỉ trả lời một lần.',
  ),
  blindedInvalid: refusal('blinded-invalid', 422, 'Thiết bị gửi dữ liệu chưa đúng. Hãy tải lại trang rồi thử lại.'),
  stratumUnknown: refusal('stratum-unknown', 404, 'Không có hòm phiếu này.'),
  signatureInvalid: refusal('signature-invalid', 403, 'Giấy xác nhận không hợp lệ. Hãy tải lại trang rồi gửi lại.'),
  responseExists: refusal('response-exists', 409, 'Giấy xác nhận này đã dùng cho một phiếu khác.'),
  answersInvalid: refusal('answers-invalid', 422, 'Có câu chưa trả lời đúng. Hãy xem lại các câu được chỉ ra.'),
  responsesUnreadable: refusal(
    'responses-unreadable',
    409,
    'Có phiếu trong hòm không mở được: SECRET_KEY không phải khóa đã dùng khi nhận phiếu. Hãy khôi phục đúng khóa rồi thử lại.',
  ),
  receiptsNotPublic: refusal(
    'receipts-not-public',
    409,
    'Danh sách biên nhận được công bố sau khi đợt điều tra kết thúc.',
  ),
} as const
