/** Refusals of privacy/: requests by respondents, retention and purges. */
import { refusal } from './refusal.ts'

export const privacyRefusals = {
  requestUnknown: refusal('request-unknown', 404, 'Không có yêu cầu này trong đợt điều tra.'),
  requestClosed: refusal(
    'request-closed',
    409,
    'Yêu cầu này đã được giải quyết rồi. Hãy tải lại trang để xem kết quả.',
  ),
  requestKind: refusal('request-kind', 409, 'Việc này không đúng với loại yêu cầu đã ghi. Hãy ghi một yêu cầu mới.'),
  requestWithoutPerson: refusal(
    'request-without-person',
    409,
    'Yêu cầu này chưa gắn với ai trong danh sách. Hãy ghi yêu cầu mới và chọn đúng người, hoặc kết thúc bằng lời giải thích.',
  ),
  receivedLater: refusal('received-later', 422, 'Ngày nhận yêu cầu chưa tới. Hãy ghi ngày đã nhận.'),
  eraseUnconfirmed: refusal('erase-unconfirmed', 422, 'Chưa xác nhận. Hãy gõ đúng chữ “xóa”.'),
  purgeUnconfirmed: refusal('purge-unconfirmed', 422, 'Chưa xác nhận. Hãy gõ đúng mã của đợt điều tra.'),
  purgeNothingDue: refusal('purge-nothing-due', 409, 'Chưa có gì đến hạn xóa. Hãy xem ngày đến hạn của từng quy tắc.'),
} as const
