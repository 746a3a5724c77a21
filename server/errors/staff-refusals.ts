/** Refusals of staff/: signing in, accounts, invitations, programs and listeners. */
import type { PasswordProblem } from '../staff/judge-password.ts'
import { AppError, refusal } from './refusal.ts'

/** Why a new password will not do (staff/judge-password.ts). */
export const WEAK_PASSWORD = {
  short: 'Mật khẩu phải có ít nhất 12 ký tự. Vài từ ghép lại thành một câu là dễ nhớ nhất.',
  address: 'Mật khẩu không được là địa chỉ thư của mình. Hãy chọn mật khẩu khác.',
  common: 'Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác, chẳng hạn vài từ ghép lại thành một câu.',
} as const satisfies Record<PasswordProblem, string>

export const staffRefusals = {
  wrongCredentials: refusal(
    'wrong-credentials',
    401,
    'Thư điện tử hoặc mật khẩu không đúng. Sai năm lần liền thì tài khoản tạm khóa 15 phút; khi đó hãy đợi hoặc nhờ người quản trị mở khóa.',
  ),
  codeRequired: refusal('code-required', 401, 'Hãy nhập mã 6 số từ ứng dụng xác thực.'),
  secondFactorRequired: refusal(
    'second-factor-required',
    401,
    'Tài khoản quản trị phải bật xác thực hai lớp trước khi đăng nhập.',
  ),
  secondFactorExists: refusal('second-factor-exists', 409, 'Tài khoản này đã bật xác thực hai lớp.'),
  accountExists: refusal('account-exists', 409, 'Địa chỉ này đã có tài khoản. Hãy tìm trong danh sách tài khoản.'),
  accountUnknown: refusal('account-unknown', 404, 'Không có tài khoản này. Hãy tải lại danh sách.'),
  accountDisabled: refusal(
    'account-disabled',
    409,
    'Tài khoản này đang ngừng dùng nên không đặt lại mật khẩu được. Hãy cho dùng lại trước.',
  ),
  ownAccount: refusal(
    'own-account',
    409,
    'Không làm việc này với tài khoản của chính mình. Hãy nhờ quản trị viên khác.',
  ),
  invitationEnded: refusal(
    'invitation-ended',
    404,
    'Đường dẫn mời này đã dùng rồi, đã được thay hoặc đã quá hạn. Hãy nhờ người quản trị gửi lại.',
  ),
  mailNotConfigured: refusal(
    'mail-not-configured',
    409,
    'Hệ thống chưa được nối với máy chủ thư nên chưa gửi được thư mời. Hãy đặt SMTP_URL rồi khởi động lại.',
  ),
  unitUnknown: refusal(
    'unit-unknown',
    422,
    'Không có đơn vị này trong đợt điều tra nào. Hãy chọn đơn vị trong danh sách.',
  ),
  passwordWrong: refusal(
    'password-wrong',
    422,
    'Mật khẩu hiện tại không đúng. Sai năm lần liền thì tài khoản tạm khóa 15 phút.',
  ),
  passwordWeak: (problem: PasswordProblem) => new AppError('password-weak', 422, WEAK_PASSWORD[problem], { problem }),
  passwordSame: refusal('password-same', 422, 'Mật khẩu mới giống mật khẩu cũ. Hãy chọn mật khẩu khác.'),
  codeWrong: refusal('code-wrong', 422, 'Mã không đúng. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.'),
  ticketEnded: refusal('ticket-ended', 422, 'Đã quá 15 phút nên mã QR này không dùng được nữa. Hãy làm lại từ đầu.'),
  secondFactorMissing: refusal('second-factor-missing', 409, 'Hãy bật xác thực hai lớp trước rồi tạo mã khôi phục.'),
  sessionUnknown: refusal('session-unknown', 404, 'Phiên này đã kết thúc. Hãy tải lại danh sách.'),
  clientUnknown: refusal('client-unknown', 404, 'Không có chương trình này. Hãy tải lại danh sách.'),
  webhookUnknown: refusal('webhook-unknown', 404, 'Không có địa chỉ nhận báo này. Hãy tải lại danh sách.'),
  signInRequired: refusal('sign-in-required', 401, 'Phiên làm việc đã hết. Hãy đăng nhập lại.'),
  csrfInvalid: refusal('csrf-invalid', 403, 'Phiên làm việc không khớp. Hãy tải lại trang rồi thử lại.'),
  forbidden: refusal('forbidden', 403, 'Tài khoản của bạn không được làm việc này.'),
  wrongClient: refusal('wrong-client', 401, 'Mã chương trình hoặc khóa bí mật không đúng. Hãy kiểm tra lại cấu hình.'),
  tokenInvalid: refusal('token-invalid', 401, 'Mã truy cập không đúng hoặc đã hết hạn. Hãy lấy mã mới rồi gọi lại.'),
} as const
