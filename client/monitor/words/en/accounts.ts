/** English words of accounts, sessions and one's own account. */
import type { Catalogue } from '../t.ts'

export const accounts: Catalogue = {
  'Tài khoản của tôi': 'My account',
  'Tài khoản': 'Accounts',
  'Chương trình': 'Programs',
  'Mã 6 số': '6-digit code',
  'Mở ứng dụng xác thực trên điện thoại để xem mã.': 'Open the authenticator app on your phone to see the code.',
  'Phiên làm việc đã hết': 'Your session has ended',
  'Hãy đăng nhập lại. Những gì bạn đang làm vẫn còn nguyên và sẽ được tiếp tục.':
    'Please sign in again. What you were doing is still here and goes on.',
  'Đăng nhập bằng tài khoản khác': 'Sign in with another account',
  'Tài khoản quản trị cần xác thực hai lớp. Mở ứng dụng xác thực trên điện thoại, quét hình này rồi nhập mã 6 số hiện ra.':
    'Administrator accounts need two-step sign-in. Open the authenticator app on your phone, scan this picture, then enter the 6-digit code that appears.',
  'Mã QR của tài khoản này': 'QR code of this account',
  'Không quét được? Nhập khóa này: ': 'Cannot scan it? Enter this key: ',
  'Mã không đúng hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.':
    'The code is wrong or was used already. Wait for the app to show a new one and enter that.',
  'Mật khẩu': 'Password',
  'Hiện hoặc ẩn mật khẩu': 'Show or hide the password',
  'Đăng nhập': 'Sign in',
  'Quay lại': 'Back',
  'Điều tra xã hội học Chỉ số cải cách hành chính': 'Sociological survey for the PAR Index',
}
