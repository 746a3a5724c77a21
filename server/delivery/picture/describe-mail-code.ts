/** What a mail server's refusal means to the office: reply codes (RFC 5321 4.2) and status codes (RFC 3463). Pure. */
import type { CauseWords } from './describe-cause.ts'

const words = (title: string, nextStep: string, retryable: boolean): CauseWords => ({ title, nextStep, retryable })

const BAD_ADDRESS = words(
  'Địa chỉ thư không tồn tại hoặc không nhận thư',
  'Sửa địa chỉ rồi gửi lại, hoặc gửi tay đường dẫn.',
  false,
)
const FULL = words(
  'Hộp thư của người nhận đã đầy',
  'Báo người nhận dọn hộp thư rồi gửi lại, hoặc gửi tay đường dẫn.',
  true,
)
const ACCOUNT = words(
  'Máy chủ thư không nhận tài khoản gửi',
  'Gọi người quản trị máy chủ thư kiểm tra tên và mật khẩu của tài khoản gửi thư.',
  true,
)
const LATER = words(
  'Máy chủ thư tạm thời chưa nhận',
  'Nếu kéo dài quá một ngày, gọi người quản trị máy chủ thư hoặc gửi tay đường dẫn.',
  true,
)
const NO_ROUTE = words(
  'Không tìm thấy nơi nhận thư: phần sau dấu @ có thể sai, hoặc máy chủ bên nhận không hoạt động',
  'Kiểm tra địa chỉ; nếu đúng, đợi rồi gửi lại hoặc gửi tay đường dẫn.',
  true,
)
const POLICY = words(
  'Máy chủ bên nhận chặn thư vì quy định an toàn của họ',
  'Gọi người quản trị máy chủ thư; trong lúc chờ, gửi qua Zalo hoặc gửi tay đường dẫn.',
  true,
)
const CONTENT = words(
  'Máy chủ bên nhận không nhận nội dung thư',
  'Gọi người quản trị máy chủ thư; trong lúc chờ, gửi qua Zalo hoặc gửi tay đường dẫn.',
  true,
)
const REFUSED = words(
  'Máy chủ thư từ chối thư này',
  'Gọi người quản trị máy chủ thư hỏi lý do; trong lúc chờ, gửi qua Zalo hoặc gửi tay đường dẫn.',
  true,
)

const OWN_ADDRESS = words(
  'Bên nhận không chấp nhận địa chỉ gửi của cơ quan',
  'Gọi người quản trị máy chủ thư kiểm tra địa chỉ gửi.',
  true,
)

export function describeMailCode(code: number): CauseWords {
  if ([530, 534, 535, 538, 454].includes(code)) return ACCOUNT
  if ([550, 551, 553, 556].includes(code)) return BAD_ADDRESS
  if ([452, 552].includes(code)) return FULL
  if (code === 521) return NO_ROUTE
  if (code === 554) return POLICY
  if (code < 500) return LATER
  return REFUSED
}

/** Status `class.subject.detail` of a bounce; class 4 came back for now and was tried until it was given up. */
export function describeMailStatus(level: number, subject: number, detail: number): CauseWords {
  if (subject === 2 && detail === 2) return FULL
  if (subject === 1 && (detail === 7 || detail === 8)) return OWN_ADDRESS
  if (subject === 4) return NO_ROUTE
  if (level === 4 || (subject === 3 && detail !== 4)) return LATER
  if (subject === 1 || (subject === 2 && detail === 1)) return BAD_ADDRESS
  if (subject === 7) return POLICY
  if (subject === 6 || subject === 3 || (subject === 2 && detail === 3)) return CONTENT
  return REFUSED
}
