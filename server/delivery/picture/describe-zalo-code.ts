/** What Zalo's refusals mean to the office, the well-known ones by name and the others by their class. Pure. */
import { ZALO_ERRORS } from '../../channels/zalo-errors.ts'
import type { CauseWords } from './describe-cause.ts'

const words = (title: string, nextStep: string, retryable: boolean): CauseWords => ({ title, nextStep, retryable })

const BY_MAIL_OR_HAND = 'Gửi qua thư điện tử hoặc trao liên kết tận tay.'
const CALL = 'Gọi người phụ trách tài khoản Zalo của cơ quan'

const NOT_ON_ZALO = words(
  'Số điện thoại này chưa dùng Zalo',
  'Sửa số điện thoại nếu sai rồi gửi lại; nếu đúng, gửi qua thư điện tử hoặc trao liên kết tận tay.',
  false,
)
const DECLINED = words('Người nhận đã chặn tin của cơ quan trên Zalo', BY_MAIL_OR_HAND, false)
const CANNOT_RECEIVE = words('Zalo không gửi được tin này tới người nhận', BY_MAIL_OR_HAND, false)
const TEMPLATE = words(
  'Mẫu tin Zalo chưa được duyệt hoặc không dùng được',
  `${CALL} kiểm tra mẫu tin; sau đó tin tự gửi tiếp.`,
  true,
)
const MONEY = words('Tài khoản Zalo không đủ tiền để gửi', `${CALL} nạp thêm tiền; sau đó tin tự gửi tiếp.`, true)
const RIGHTS = words(
  'Tài khoản Zalo của cơ quan chưa được phép gửi loại tin này',
  `${CALL} kiểm tra quyền gửi; sau đó tin tự gửi tiếp.`,
  true,
)
const APP = words(
  'Ứng dụng Zalo của hệ thống chưa đúng cấu hình',
  `${CALL} và người quản trị hệ thống kiểm tra cấu hình Zalo.`,
  true,
)
const DATA = words(
  'Zalo không nhận nội dung tin gửi cho người này',
  `${CALL} kiểm tra mẫu tin; trong lúc chờ, gửi qua thư điện tử hoặc trao liên kết tận tay.`,
  true,
)

const NAMED = new Map<number, CauseWords>([
  [108, words('Số điện thoại không đúng', 'Sửa số điện thoại rồi gửi lại, hoặc trao liên kết tận tay.', false)],
  [110, words('Ứng dụng Zalo của người nhận quá cũ', BY_MAIL_OR_HAND, false)],
  [118, NOT_ON_ZALO],
  [114, CANNOT_RECEIVE],
  [119, CANNOT_RECEIVE],
  [139, DECLINED],
  [141, DECLINED],
  ...[109, 117, 131, 146].map((code) => [code, TEMPLATE] as const),
  ...[115, 137].map((code) => [code, MONEY] as const),
  ...[120, 135, 1351, 136].map((code) => [code, RIGHTS] as const),
  ...[101, 102, 103, 104, 105].map((code) => [code, APP] as const),
])

const BY_CLASS: Record<keyof typeof ZALO_ERRORS, CauseWords> = {
  token: words(
    'Quyền gửi tin qua Zalo đã hết hạn',
    `${CALL} cấp lại quyền cho hệ thống; sau đó tin tự gửi tiếp.`,
    true,
  ),
  backOff: words('Zalo đang bận hoặc gặp trục trặc', 'Nếu kéo dài quá một giờ, gọi người quản trị hệ thống.', true),
  tomorrow: words(
    'Đã dùng hết số tin Zalo được gửi trong ngày',
    `Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, ${CALL[0]!.toLowerCase()}${CALL.slice(1)} để tăng hạn mức.`,
    true,
  ),
  nextWindow: words('Ngoài giờ Zalo cho phép gửi', 'Hệ thống gửi tiếp vào sáng hôm sau.', true),
  person: RIGHTS,
  useEmail: CANNOT_RECEIVE,
  content: DATA,
}

const OTHER = words(
  'Zalo từ chối tin này, chưa rõ vì sao',
  'Kiểm tra số điện thoại rồi gửi lại; nếu vẫn vậy, gửi qua thư điện tử hoặc trao liên kết tận tay.',
  true,
)

/** `code` without its sign. */
export function describeZaloCode(code: number): CauseWords {
  const named = NAMED.get(code)
  if (named) return named
  const names = Object.keys(ZALO_ERRORS) as (keyof typeof ZALO_ERRORS)[]
  const found = names.find((name) => (ZALO_ERRORS[name] as readonly number[]).includes(-code))
  return found ? BY_CLASS[found] : OTHER
}
