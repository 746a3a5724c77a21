/** What Zalo's refusals mean to the office, the well-known ones by name and the others by their class. Pure. */
import { ZALO_ERRORS } from '../../channels/zalo-errors.ts'
import type { CauseWords } from './describe-cause.ts'

const words = (title: string, nextStep: string, retryable: boolean): CauseWords => ({ title, nextStep, retryable })

const BY_MAIL_OR_HAND = 'Gửi qua thư điện tử hoặc gửi tay đường dẫn.'
const CALL = 'Gọi người phụ trách tài khoản Zalo của cơ quan'

const NOT_ON_ZALO = words(
  'Số điện thoại này chưa dùng Zalo',
  'Sửa số điện thoại nếu sai rồi gửi lại; nếu đúng, gửi qua thư điện tử hoặc gửi tay đường dẫn.',
  false,
)
/** What every message would meet until the account is mended, then going on by itself. */
const account = (title: string, whatToDo: string): CauseWords =>
  words(title, `${CALL} ${whatToDo}; sau đó tin tự gửi tiếp.`, true)
const app = (title: string): CauseWords =>
  words(title, `${CALL} và người quản trị hệ thống kiểm tra cấu hình Zalo.`, true)
const notHere = (title: string): CauseWords => words(title, BY_MAIL_OR_HAND, false)
const data = (title: string): CauseWords =>
  words(title, `${CALL} kiểm tra mẫu tin; trong lúc chờ, gửi qua thư điện tử hoặc gửi tay đường dẫn.`, true)

const tomorrow = (title: string): CauseWords =>
  words(
    title,
    'Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, gọi người phụ trách tài khoản Zalo của cơ quan để tăng hạn mức.',
    true,
  )

/** After Zalo's own table; each its own words, so that nobody takes two of them for one. */
const NAMED = new Map<number, CauseWords>([
  [108, words('Số điện thoại không đúng', 'Sửa số điện thoại rồi gửi lại, hoặc gửi tay đường dẫn.', false)],
  [118, NOT_ON_ZALO],
  [110, notHere('Ứng dụng Zalo của người nhận quá cũ')],
  [114, notHere('Người nhận không hoạt động trên Zalo, đã tắt loại tin này hoặc dùng ứng dụng quá cũ')],
  [119, notHere('Tài khoản Zalo của người nhận không được nhận loại tin này')],
  [139, notHere('Người nhận đã từ chối loại tin này trên Zalo')],
  [140, notHere('Cơ quan chưa được phép gửi loại tin này cho riêng người nhận này')],
  [141, notHere('Người nhận đã chặn mọi tin của cơ quan trên Zalo')],
  [109, account('Mã mẫu tin Zalo không đúng', 'và người quản trị hệ thống sửa mã mẫu tin')],
  [117, account('Cơ quan chưa được cấp quyền dùng mẫu tin Zalo này', 'xin quyền dùng mẫu tin')],
  [131, account('Mẫu tin Zalo chưa được duyệt', 'gửi mẫu tin đi duyệt')],
  [146, account('Mẫu tin Zalo đã bị khóa', 'xem lý do và xin duyệt mẫu tin khác')],
  [115, account('Tài khoản Zalo không đủ tiền để gửi', 'nạp thêm tiền')],
  [137, account('Không thanh toán được cho Zalo', 'kiểm tra ví và cách thanh toán')],
  [120, account('Tài khoản Zalo của cơ quan chưa được dùng tính năng gửi tin', 'xin quyền dùng tính năng này')],
  [135, account('Tài khoản Zalo của cơ quan chưa được phép gửi loại tin này', 'kiểm tra việc xác thực và gói dịch vụ')],
  [1351, account('Tài khoản Zalo của cơ quan bị chặn gửi tin vì vi phạm quy định', 'liên hệ Zalo để được mở lại')],
  [136, account('Tài khoản Zalo của cơ quan chưa nối với tài khoản thanh toán', 'nối tài khoản thanh toán')],
  [101, app('Ứng dụng Zalo của hệ thống không hợp lệ')],
  [102, app('Không tìm thấy ứng dụng Zalo của hệ thống')],
  [103, app('Ứng dụng Zalo của hệ thống chưa được kích hoạt')],
  [104, app('Khóa bí mật của ứng dụng Zalo không đúng')],
  [105, app('Ứng dụng Zalo của hệ thống chưa nối với tài khoản của cơ quan')],
  [112, data('Nội dung gửi cho người này không khớp mẫu tin Zalo')],
  [1121, data('Có phần quá dài so với mẫu tin Zalo')],
  [1122, data('Còn thiếu phần mà mẫu tin Zalo cần')],
  [1124, data('Có phần không đúng dạng mà mẫu tin Zalo cần')],
  [147, tomorrow('Đã dùng hết số tin mà mẫu tin Zalo này được gửi trong ngày')],
])

const BY_CLASS: Record<keyof typeof ZALO_ERRORS, CauseWords> = {
  token: words(
    'Quyền gửi tin qua Zalo đã hết hạn',
    `${CALL} cấp lại quyền cho hệ thống; sau đó tin tự gửi tiếp.`,
    true,
  ),
  backOff: words(
    'Hệ thống của Zalo đang bận hoặc gặp trục trặc',
    'Nếu kéo dài quá một giờ, gọi người quản trị hệ thống.',
    true,
  ),
  tomorrow: tomorrow('Đã dùng hết số tin Zalo được gửi trong ngày'),
  nextWindow: words('Ngoài giờ Zalo cho phép gửi', 'Hệ thống gửi tiếp vào sáng hôm sau.', true),
  person: account('Tài khoản Zalo của cơ quan chưa gửi được tin', 'kiểm tra tài khoản'),
  useEmail: notHere('Không gửi được tin Zalo tới người nhận này'),
  content: data('Nội dung gửi cho người này không được Zalo chấp nhận'),
}

const OTHER = words(
  'Tin bị Zalo từ chối, chưa rõ vì sao',
  'Kiểm tra số điện thoại rồi gửi lại; nếu vẫn vậy, gửi qua thư điện tử hoặc gửi tay đường dẫn.',
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
