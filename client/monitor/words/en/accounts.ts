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
  'Tài khoản quản trị cần xác thực hai lớp.': 'Administrator accounts need two-step sign-in.',
  'Mở ứng dụng xác thực trên điện thoại, quét hình này rồi nhập mã 6 số hiện ra.':
    'Open the authenticator app on your phone, scan this picture, then enter the 6-digit code that appears.',
  'Mã QR của tài khoản này': 'QR code of this account',
  'Không quét được? Nhập khóa này: ': 'Cannot scan it? Enter this key: ',
  'Mã không đúng hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới rồi nhập lại.':
    'The code is wrong or was used already. Wait for the app to show a new one and enter that.',
  'Mật khẩu': 'Password',
  'Chưa có tên. Hãy ghi tên để đồng nghiệp nhận ra bạn trong danh sách tài khoản.':
    'No name yet. Write it so that colleagues know you in the list of accounts.',
  'Lưu tên': 'Save the name',
  'Hiện hoặc ẩn mật khẩu': 'Show or hide the password',
  'Đăng nhập': 'Sign in',
  'Quay lại': 'Back',
  'Điều tra xã hội học Chỉ số cải cách hành chính': 'Sociological survey for the PAR Index',
  'Mã khôi phục': 'Recovery code',
  'Một trong mười mã bạn đã cất khi bật xác thực hai lớp; mỗi mã dùng một lần.':
    'One of the ten codes you put away when you turned two-step sign-in on; each works once.',
  'Xác thực hai lớp': 'Two-step sign-in',
  'Mật khẩu đã đặt xong. Xác thực hai lớp giữ tài khoản an toàn cả khi mật khẩu bị lộ.':
    'Your password is set. Two-step sign-in keeps the account safe even when the password leaks.',
  'Bật xác thực hai lớp': 'Turn on two-step sign-in',
  'Để sau': 'Later',
  'Tới trang đăng nhập': 'To the sign-in page',
  'Đặt mật khẩu': 'Set a password',
  'Đặt lại mật khẩu': 'Set a new password',
  'Tài khoản {0}, vai trò {1}. Đường dẫn dùng được đến {2}.': 'Account {0}, role {1}. The link works until {2}.',
  'Mật khẩu mới': 'New password',
  'Ít nhất 12 ký tự. Vài từ ghép lại thành một câu là dễ nhớ nhất.':
    'At least 12 characters. A few words put together are easiest to remember.',
  'Gõ lại mật khẩu mới': 'New password once more',
  'Hai lần gõ chưa giống nhau.': 'The two are not the same yet.',
  'Mã khôi phục của {0}, mỗi mã dùng một lần:': 'Recovery codes of {0}, each works once:',
  'Mất điện thoại, bạn vào bằng một trong mười mã này, mỗi mã một lần. Hãy cất ở nơi không phải điện thoại: in ra hoặc lưu vào chỗ an toàn. Sẽ không xem lại được.':
    'Should you lose your phone, you get in with one of these ten codes, each once. Keep them somewhere that is not your phone: print them or save them in a safe place. They are not shown again.',
  'Sao chép': 'Copy',
  'Lưu thành tệp': 'Save as a file',
  'Tôi đã cất các mã này': 'I have put these codes away',
  'Tiếp tục': 'Continue',
  'Mã không đúng hoặc đã dùng rồi. Hãy chờ ứng dụng hiện mã mới rồi nhập lại. Sai năm lần liền thì tài khoản tạm khóa 15 phút.':
    'The code is wrong or was used already. Wait for the app to show a new one and enter that. Five wrong ones in a row lock the account for 15 minutes.',
  'Mã khôi phục không đúng hoặc đã dùng rồi; mỗi mã dùng một lần. Sai năm lần liền thì tài khoản tạm khóa 15 phút.':
    'The recovery code is wrong or was used already; each works once. Five wrong ones in a row lock the account for 15 minutes.',
  'Không có điện thoại? Dùng mã khôi phục': 'No phone? Use a recovery code',
  'Mở khóa': 'Unlock',
  'Đổi vai trò': 'Change the role',
  'Gửi đường dẫn đặt lại mật khẩu': 'Send a link for a new password',
  'Đăng xuất ở mọi nơi': 'Sign out everywhere',
  'Ngừng dùng': 'Close the account',
  'Đã ngừng dùng': 'Closed',
  'Cho dùng lại': 'Open the account again',
  'Tài khoản bị khóa vì nhập sai năm lần liền. Hãy chắc rằng chính người này vừa thử đăng nhập, rồi mở khóa để họ vào được ngay.':
    'The account is locked because of five wrong tries in a row. Make sure that it was this person who tried, then unlock it so that they get in at once.',
  '{0} phiên đang mở của người này kết thúc ngay; họ đăng nhập lại với vai trò mới.':
    '{0} open {0:session:sessions} of this person {0:ends:end} at once; they sign in again with the new role.',
  'Thư gửi tới {0} với đường dẫn dùng một lần trong 72 giờ. Khi đường dẫn được dùng, mật khẩu, xác thực hai lớp và mã khôi phục cũ mất hiệu lực và mọi phiên kết thúc; trước đó chưa có gì thay đổi.':
    'A letter goes to {0} with a link that works once within 72 hours. When it is used, the old password, two-step sign-in and recovery codes stop working and every session ends; until then nothing changes.',
  '{0} phiên đang mở của người này kết thúc ngay. Mật khẩu vẫn như cũ.':
    '{0} open {0:session:sessions} of this person {0:ends:end} at once. The password stays.',
  '{0} phiên đang mở của người này kết thúc ngay và họ không đăng nhập được nữa. Tên họ vẫn còn trong nhật ký; có thể cho dùng lại sau.':
    '{0} open {0:session:sessions} of this person {0:ends:end} at once and they cannot sign in any more. Their name stays in the log; the account can be opened again later.',
  'Người này đăng nhập lại được bằng mật khẩu cũ, với vai trò như trước.':
    'This person can sign in again with the old password, in the same role.',
  'Chính bạn': 'You',
  'Việc khác với {0}': 'More actions for {0}',
  'Tạm khóa đến {0}': 'Locked until {0}',
  'Chỉ mật khẩu': 'Password only',
  'Không đăng nhập được': 'Cannot sign in',
  'Không đăng nhập ở đâu': 'Not signed in anywhere',
  '{0} phiên, gần nhất {1}': '{0} {0:session:sessions}, last at {1}',
  'Người mới nhận thư mời với đường dẫn riêng để tự đặt mật khẩu. Không ai biết mật khẩu của người khác.':
    'A new person gets a letter with a link of their own and sets a password themselves. Nobody knows another’s password.',
  'Mời người': 'Invite a person',
  '{0} tài khoản': '{0} {0:account:accounts}',
  'Phần này dành cho quản trị viên.': 'This part is for administrators.',
  'Nhập điểm từ ngoài': 'Bring points in',
  'Tải phiếu trả lời đã ẩn danh': 'Download anonymised responses',
  'Chương trình lấy kết quả': 'Programs that read results',
  'Chưa có chương trình nào. Hãy đặt tên ở trên để đăng ký.': 'No program yet. Give one a name above to register it.',
  'Mã {0} · đăng ký {1}': 'ID {0} · registered {1}',
  'Đọc điểm và Chỉ số': 'Reads points and the Index',
  'Thu hồi {0}': 'Revoke {0}',
  'Thu hồi': 'Revoke',
  'thu hồi': 'revoke',
  'Chương trình không lấy được quyền truy cập mới; quyền đã lấy hết hiệu lực trong 15 phút. Muốn dùng lại phải đăng ký lại với khóa mới.':
    'The program gets no new access; what it was given ends within 15 minutes. To use it again, register it anew with another key.',
  'Tên chương trình': 'Name of the program',
  'Được làm thêm': 'May also',
  'Đăng ký': 'Register',
  'Khóa của {0}': 'Key of {0}',
  'Mã chương trình': 'Client ID',
  'Khóa bí mật': 'Secret key',
  'Đang chờ trả lời': 'Waiting for an answer',
  'Chờ mở đường dẫn': 'Link not used yet',
  'Đã quá hạn': 'Expired',
  'Hạn {0}': 'Until {0}',
  'Gửi lại cho {0}': 'Send again to {0}',
  'Gửi lại': 'Send again',
  'Rút lời mời {0}': 'Withdraw the invitation of {0}',
  Rút: 'Withdraw',
  'Gửi thư mời': 'Send the invitation',
  'Máy chủ thư đã nhận thư cho {0}. Nếu vài phút nữa người đó chưa thấy, nhắc họ xem cả mục thư rác.':
    'The mail server has taken the letter to {0}. If they do not see it in a few minutes, ask them to look in the spam folder too.',
  'Hệ thống chưa được nối với máy chủ thư, nên thư cho {0} nằm trong hộp thư thử.':
    'The system has no mail server yet, so the letter to {0} lies in the trial outbox.',
  'Mở hộp thư thử': 'Open the trial outbox',
  'Chưa rõ thư cho {0} đã đi hay chưa. Hãy hỏi người đó rồi gửi lại nếu cần.':
    'It is not known whether the letter to {0} has gone. Ask that person, and send it again if needed.',
  'Thư cho {0} chưa gửi được. Hãy kiểm tra lại địa chỉ; lời mời vẫn còn ở dưới, có thể gửi lại hoặc rút.':
    'The letter to {0} could not be sent. Check the address; the invitation is still below and can be sent again or withdrawn.',
  'Phần mềm khác lấy kết quả qua đây, chẳng hạn phần mềm tính Chỉ số. Khóa bí mật chỉ hiện một lần khi đăng ký.':
    'Other software takes results from here, for example the one that computes the Index. A secret key is shown only once, when it is registered.',
  'Thiết lập, gửi phiếu, xem kết quả; không quản lý tài khoản.':
    'Sets up, sends, sees results; does not manage accounts.',
  'Chỉ xem tỷ lệ trả lời của đơn vị mình.': 'Sees the response rate of their own unit only.',
  'Xem mọi thứ trừ câu trả lời; không thay đổi gì.': 'Sees everything but answers; changes nothing.',
  'Mọi việc, kể cả tài khoản và chương trình. Cần xác thực hai lớp.':
    'Everything, accounts and programs included. Needs two-step sign-in.',
  'Vai trò': 'Role',
  'Chọn đơn vị': 'Choose a unit',
  'Tài khoản quản trị của bạn chưa có xác thực hai lớp: ai biết mật khẩu là vào được.':
    'Your administrator account has no two-step sign-in yet: whoever knows the password gets in.',
  'Bật ngay': 'Turn it on',
  'Hãy chép ngay vào cấu hình của phần mềm kia. Đóng hộp này là không xem lại được; mất thì đăng ký lại.':
    'Copy it into the other software’s settings now. After this box is closed it cannot be seen again; if it is lost, register anew.',
  'Tôi đã chép': 'I have copied it',
  'Địa chỉ được báo khi có thay đổi': 'Addresses told of changes',
  'Chưa có địa chỉ nào. Phần mềm kia được báo ngay khi một đợt đổi trạng thái.':
    'No address yet. The other software is told as soon as a campaign changes its state.',
  'Đăng ký {0}': 'Registered {0}',
  'Xóa {0}': 'Delete {0}',
  Xóa: 'Delete',
  'Địa chỉ này không được báo nữa; {0} lời báo đang chờ bị bỏ.':
    'This address is told no more; {0} waiting {0:notice is:notices are} dropped.',
  'Chưa có gì để báo': 'Nothing to tell yet',
  'Lời báo gần nhất đã tới': 'The last notice arrived',
  'Lời báo gần nhất không tới sau {0} lần thử': 'The last notice did not arrive after {0} {0:try:tries}',
  '{0} lời báo đang chờ gửi': '{0} {0:notice waits:notices wait} to be sent',
  'Chưa tới sau {0} lần thử, thử lại lúc {1}': 'Not arrived after {0} {0:try:tries}, next try at {1}',
  'Địa chỉ nhận báo': 'Address to tell',
  'Khóa kiểm tra lời báo': 'Key that signs the notices',
  'Thiết bị không rõ': 'Unknown device',
  'Mật khẩu đặt ngày': 'Password set on',
  'Tạo mã khôi phục mới': 'Make new recovery codes',
  'Hãy gõ mật khẩu để chắc rằng đó là bạn. Điện thoại và mã khôi phục đang dùng vẫn còn hiệu lực cho tới khi điện thoại mới được xác nhận.':
    'Type your password so that we know it is you. The phone and recovery codes in use keep working until the new phone is confirmed.',
  'Hãy gõ mật khẩu để chắc rằng đó là bạn. Các mã khôi phục cũ mất hiệu lực.':
    'Type your password so that we know it is you. The old recovery codes stop working.',
  'Đổi mật khẩu': 'Change the password',
  'Mật khẩu hiện tại': 'Present password',
  'Đã đổi mật khẩu. {0} phiên ở nơi khác đã kết thúc.':
    'The password is changed. {0} {0:session:sessions} elsewhere {0:has:have} ended.',
  'Đã đổi mật khẩu.': 'The password is changed.',
  'Đang bật': 'On',
  'Chưa bật': 'Off',
  'Mỗi lần đăng nhập cần mật khẩu và mã 6 số trên điện thoại. Còn {0} mã khôi phục chưa dùng.':
    'Each sign-in needs the password and a 6-digit code from the phone. {0} unused recovery {0:code is:codes are} left.',
  'Mỗi lần đăng nhập sẽ cần thêm mã 6 số trên điện thoại, nên lộ mật khẩu cũng chưa ai vào được.':
    'Each sign-in will also need a 6-digit code from the phone, so that a leaked password alone opens nothing.',
  'Sắp hết mã khôi phục. Hãy tạo mã mới.': 'Few recovery codes are left. Make new ones.',
  'Chuyển sang điện thoại khác': 'Move to another phone',
  'Nơi đang đăng nhập': 'Where you are signed in',
  'Địa chỉ mạng {0} · đăng nhập {1}': 'Network address {0} · signed in {1}',
  'Dùng gần nhất {0}': 'Last used {0}',
  'Máy này': 'This device',
  'Đăng xuất {0}, dùng gần nhất {1}': 'Sign out {0}, last used {1}',
}
