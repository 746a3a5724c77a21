/** What the server says of what became of a message: causes, what to do about them, states. */
import type { Catalogue } from '../t.ts'

export const serverCauses: Catalogue = {
  'Chưa cần làm gì: hệ thống tự gửi lại. {0}': 'Nothing to do yet: the system sends it again by itself. {0}',
  'Không tới được, chưa rõ vì sao': 'Not reached, it is not clear why',
  'Kiểm tra địa chỉ rồi gửi lại; nếu vẫn vậy, gọi người quản trị máy chủ thư hoặc gửi tay đường dẫn.':
    'Check the address, then resend; if it stays so, call the mail server’s administrator or hand over the link.',
  'Kiểm tra số điện thoại rồi gửi lại; nếu vẫn vậy, gọi người quản trị hệ thống hoặc gửi tay đường dẫn.':
    'Check the telephone number, then resend; if it stays so, call the system administrator or hand over the link.',
  'Gọi người quản trị máy chủ thư': 'Ask the mail server’s administrator',
  'Gọi người phụ trách tài khoản Zalo của cơ quan': 'Ask the person in charge of the office’s Zalo account',
  'Hỏi người nhận đã thấy tin chưa, rồi ghi lại trong danh sách “Chưa rõ đã gửi”.':
    'Ask the recipient whether the message came, then settle it in the list “Not known whether it arrived”.',
  'Hệ thống của Zalo đang bận hoặc gặp trục trặc': 'Zalo’s system is busy or in trouble',
  'Nếu kéo dài quá một giờ, gọi người quản trị hệ thống.':
    'If it lasts more than an hour, call the system administrator.',
  'Yêu cầu gửi của hệ thống bị Zalo từ chối': 'Zalo refused the system’s request',
  '{0} và người quản trị hệ thống để kiểm tra cấu hình Zalo.':
    '{0} and the system administrator to check the Zalo configuration.',
  'Quyền gửi tin qua Zalo đã hết hạn hoặc chưa được cấp': 'The right to send by Zalo has expired or was not granted',
  '{0} cấp lại quyền cho hệ thống; sau đó tin tự gửi tiếp.':
    '{0} to grant the system the right anew; messages then go on by themselves.',
  'Không có địa chỉ để gửi': 'There is no address to send to',
  'Bổ sung địa chỉ thư hoặc số điện thoại rồi gửi lại, hoặc gửi tay đường dẫn.':
    'Add an e-mail address or a telephone number, then resend, or hand over the link.',
  'Địa chỉ thư viết sai': 'The e-mail address is misspelt',
  'Sửa địa chỉ rồi gửi lại, hoặc gửi tay đường dẫn.': 'Correct the address, then resend, or hand over the link.',
  'Đã trả lời nên không gửi nữa': 'Not sent any more: already answered',
  'Không cần làm gì.': 'There is nothing to do.',
  'Người nhận đề nghị không gửi tin nữa': 'The recipient asked for no more messages',
  'Không gửi thêm. Chỉ đưa đường dẫn khi người đó tự hỏi.':
    'Do not send again. Give the link only if the person asks for it.',
  'Đã tới bằng kênh khác nên không gửi nữa': 'Not sent any more: reached by another channel',
  'Đợt điều tra đã kết thúc nên không gửi nữa': 'Not sent any more: the campaign is over',
  'Lượt gửi đã được dừng hẳn': 'The wave was stopped for good',
  'Nếu vẫn muốn gửi, tạo một lượt nhắc mới cho những người chưa trả lời.':
    'If you still want to send, create a new reminder for those who have not answered.',
  'Cán bộ xác nhận là chưa gửi được': 'An officer noted that it was not sent',
  'Gửi lại, hoặc gửi tay đường dẫn.': 'Resend, or hand over the link.',
  'Việc gửi đang được giữ lại, chờ quản trị viên xác nhận': 'Sending is held, waiting for an administrator to confirm',
  'Quản trị viên xác nhận cho gửi tiếp ở phần Gửi phiếu.': 'An administrator confirms under Sending that it may go on.',
  'Đã dùng hết số tin được gửi trong ngày': 'The number of messages allowed a day is used up',
  'Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, gọi người phụ trách tài khoản để tăng hạn mức.':
    'The system goes on tomorrow. To be faster, ask the person in charge of the account to raise the quota.',
  'Đã gửi đủ số tin mỗi ngày do cơ quan đặt': 'The office’s own number of messages a day is used up',
  'Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, tăng số tin mỗi ngày ở phần nhịp gửi.':
    'The system goes on tomorrow. To be faster, raise the number of messages a day under Channels.',
  'Đang gửi thì máy dừng đột ngột, chưa rõ tin đã đi hay chưa':
    'The machine stopped suddenly while sending; it is not known whether the message went out',
  'Máy chủ thư không trả lời kịp, chưa rõ thư đã đi hay chưa':
    'The mail server did not answer in time; it is not known whether the letter went out',
  'Mất kết nối khi đang gửi, chưa rõ thư đã đi hay chưa':
    'The connection was lost while sending; it is not known whether the letter went out',
  'Chờ quá lâu không thấy Zalo trả lời, chưa rõ tin đã đi hay chưa':
    'Zalo did not answer in time; it is not known whether the message went out',
  'Mất kết nối với Zalo khi đang gửi, chưa rõ tin đã đi hay chưa':
    'The connection to Zalo was lost while sending; it is not known whether the message went out',
  'Không đọc được trả lời của Zalo, chưa rõ tin đã đi hay chưa':
    'Zalo’s answer could not be read; it is not known whether the message went out',
  'Không có tin này ở Zalo: tin chưa tới người nhận': 'Zalo does not have this message: it did not reach the recipient',
  'Không kết nối được tới máy chủ thư của cơ quan': 'The office’s mail server cannot be reached',
  '{0} kiểm tra máy chủ và đường mạng.': '{0} to check the server and the network.',
  'Máy chủ thư không nhận tài khoản gửi': 'The mail server does not accept the sending account',
  '{0} kiểm tra tên và mật khẩu của tài khoản gửi thư.': '{0} to check the name and password of the sending account.',
  'Không lập được kết nối an toàn tới máy chủ thư': 'No secure connection to the mail server could be made',
  '{0} kiểm tra chứng thư bảo mật của máy chủ.': '{0} to check the server’s certificate.',
  'Địa chỉ gửi của cơ quan viết sai': 'The office’s sender address is misspelt',
  'Gọi người quản trị hệ thống sửa địa chỉ gửi thư trong cấu hình.':
    'Ask the system administrator to correct the sender address in the configuration.',
  'Hệ thống đang xin Zalo cấp lại quyền gửi tin': 'The system is asking Zalo for the right to send again',
  'Không kết nối được tới Zalo': 'Zalo cannot be reached',
  'Gọi người quản trị hệ thống kiểm tra đường mạng ra ngoài.':
    'Ask the system administrator to check the network connection to the outside.',
  'Địa chỉ thư không tồn tại hoặc không nhận thư': 'The address does not exist or takes no mail',
  'Hộp thư của người nhận đã đầy': 'The recipient’s mailbox is full',
  'Báo người nhận dọn hộp thư rồi gửi lại, hoặc gửi tay đường dẫn.':
    'Ask the recipient to clear the mailbox, then resend, or hand over the link.',
  'Gọi người quản trị máy chủ thư kiểm tra tên và mật khẩu của tài khoản gửi thư.':
    'Ask the mail server’s administrator to check the name and password of the sending account.',
  'Máy chủ thư tạm thời chưa nhận': 'The mail server does not accept mail for the moment',
  'Nếu kéo dài quá một ngày, gọi người quản trị máy chủ thư hoặc gửi tay đường dẫn.':
    'If it lasts more than a day, call the mail server’s administrator or hand over the link.',
  'Không tìm thấy nơi nhận thư: phần sau dấu @ có thể sai, hoặc máy chủ bên nhận không hoạt động':
    'The receiving side was not found: the part after @ may be wrong, or its server is not running',
  'Kiểm tra địa chỉ; nếu đúng, đợi rồi gửi lại hoặc gửi tay đường dẫn.':
    'Check the address; if it is right, wait and resend or hand over the link.',
  'Máy chủ bên nhận chặn thư vì quy định an toàn của họ':
    'The receiving server blocks the letter by its security rules',
  'Gọi người quản trị máy chủ thư; trong lúc chờ, gửi qua Zalo hoặc gửi tay đường dẫn.':
    'Call the mail server’s administrator; meanwhile send by Zalo or hand over the link.',
  'Máy chủ bên nhận không nhận nội dung thư': 'The receiving server does not accept the letter’s content',
  'Máy chủ thư từ chối thư này': 'The mail server refused this letter',
  'Gọi người quản trị máy chủ thư hỏi lý do; trong lúc chờ, gửi qua Zalo hoặc gửi tay đường dẫn.':
    'Ask the mail server’s administrator for the reason; meanwhile send by Zalo or hand over the link.',
  'Bên nhận không chấp nhận địa chỉ gửi của cơ quan': 'The receiving side does not accept the office’s sender address',
  'Gọi người quản trị máy chủ thư kiểm tra địa chỉ gửi.':
    'Ask the mail server’s administrator to check the sender address.',
  'Lượt mời': 'Invitations',
  'Lượt nhắc': 'Reminder',
  'Đang chờ gửi': 'Waiting to be sent',
  'Đang gửi': 'Sending',
  'Đã gửi': 'Sent',
  'Đã tới': 'Arrived',
  'Không gửi được': 'Failed',
  'Chưa rõ đã gửi': 'Not known whether it was sent',
  'Không gửi nữa': 'Withdrawn',
  'Cán bộ đã nhắn đường dẫn qua Zalo': 'An officer sent the link by Zalo chat',
  'Cán bộ đã đưa giấy có đường dẫn': 'An officer gave the link on paper',
  'Cán bộ đã gửi tay đường dẫn': 'An officer handed over the link',
  'Đã cấp đường dẫn mới; đường dẫn cũ không dùng được nữa': 'A new link was issued; the old one no longer works',
  'Đã sửa địa chỉ liên hệ': 'The contact address was corrected',
  'Cán bộ cho gửi riêng cho người này': 'An officer sent it to this person alone',
  'Xếp hàng chờ gửi': 'Queued for sending',
  'Cán bộ cho gửi lại': 'An officer had it sent again',
  'Chờ gửi lại: {0}': 'Waiting to be sent again: {0}',
  'Cán bộ xác nhận đã gửi': 'An officer noted that it was sent',
  'Gửi qua thư điện tử hoặc gửi tay đường dẫn.': 'Send by e-mail or hand over the link.',
  'Số điện thoại này chưa dùng Zalo': 'This telephone number is not on Zalo',
  'Sửa số điện thoại nếu sai rồi gửi lại; nếu đúng, gửi qua thư điện tử hoặc gửi tay đường dẫn.':
    'Correct the number if it is wrong, then resend; if it is right, send by e-mail or hand over the link.',
  '{0} và người quản trị hệ thống kiểm tra cấu hình Zalo.':
    '{0} and the system administrator to check the Zalo configuration.',
  '{0} kiểm tra mẫu tin; trong lúc chờ, gửi qua thư điện tử hoặc gửi tay đường dẫn.':
    '{0} to check the message template; meanwhile send by e-mail or hand over the link.',
  'Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, gọi người phụ trách tài khoản Zalo của cơ quan để tăng hạn mức.':
    'The system goes on tomorrow. To be faster, ask the person in charge of the office’s Zalo account to raise the quota.',
  'Số điện thoại không đúng': 'The telephone number is wrong',
  'Sửa số điện thoại rồi gửi lại, hoặc gửi tay đường dẫn.':
    'Correct the telephone number, then resend, or hand over the link.',
  'Ứng dụng Zalo của người nhận quá cũ': 'The recipient’s Zalo app is too old',
  'Người nhận không hoạt động trên Zalo, đã tắt loại tin này hoặc dùng ứng dụng quá cũ':
    'The recipient is not active on Zalo, has turned this kind of message off or uses too old an app',
  'Tài khoản Zalo của người nhận không được nhận loại tin này':
    'The recipient’s Zalo account may not get this kind of message',
  'Người nhận đã từ chối loại tin này trên Zalo': 'The recipient refused this kind of message on Zalo',
  'Cơ quan chưa được phép gửi loại tin này cho riêng người nhận này':
    'The office may not yet send this kind of message to this recipient',
  'Người nhận đã chặn mọi tin của cơ quan trên Zalo': 'The recipient has blocked all messages of the office on Zalo',
  'Mã mẫu tin Zalo không đúng': 'The code of the Zalo template is wrong',
  'và người quản trị hệ thống sửa mã mẫu tin': 'and the system administrator to correct the template’s code',
  'Cơ quan chưa được cấp quyền dùng mẫu tin Zalo này': 'The office was not given the right to use this Zalo template',
  'xin quyền dùng mẫu tin': 'to request the right to use the template',
  'Mẫu tin Zalo chưa được duyệt': 'The Zalo template is not approved yet',
  'gửi mẫu tin đi duyệt': 'to submit the template for approval',
  'Mẫu tin Zalo đã bị khóa': 'The Zalo template is locked',
  'xem lý do và xin duyệt mẫu tin khác': 'to see the reason and have another template approved',
  'Tài khoản Zalo không đủ tiền để gửi': 'The Zalo account has too little money to send',
  'nạp thêm tiền': 'to add money',
  'Không thanh toán được cho Zalo': 'Zalo could not be paid',
  'kiểm tra ví và cách thanh toán': 'to check the wallet and the way of payment',
  'Tài khoản Zalo của cơ quan chưa được dùng tính năng gửi tin': 'The office’s Zalo account may not use sending yet',
  'xin quyền dùng tính năng này': 'to request the right to this feature',
  'Tài khoản Zalo của cơ quan chưa được phép gửi loại tin này':
    'The office’s Zalo account may not send this kind of message yet',
  'kiểm tra việc xác thực và gói dịch vụ': 'to check verification and the service package',
  'Tài khoản Zalo của cơ quan bị chặn gửi tin vì vi phạm quy định':
    'The office’s Zalo account is barred from sending for breaking rules',
  'liên hệ Zalo để được mở lại': 'to contact Zalo to have it reopened',
  'Tài khoản Zalo của cơ quan chưa nối với tài khoản thanh toán':
    'The office’s Zalo account is not linked to a payment account',
  'nối tài khoản thanh toán': 'to link a payment account',
  'Ứng dụng Zalo của hệ thống không hợp lệ': 'The system’s Zalo application is not valid',
  'Không tìm thấy ứng dụng Zalo của hệ thống': 'The system’s Zalo application was not found',
  'Ứng dụng Zalo của hệ thống chưa được kích hoạt': 'The system’s Zalo application is not activated',
  'Khóa bí mật của ứng dụng Zalo không đúng': 'The secret key of the Zalo application is wrong',
  'Ứng dụng Zalo của hệ thống chưa nối với tài khoản của cơ quan':
    'The system’s Zalo application is not linked to the office’s account',
  'Nội dung gửi cho người này không khớp mẫu tin Zalo': 'The content for this person does not fit the Zalo template',
  'Có phần quá dài so với mẫu tin Zalo': 'A part is too long for the Zalo template',
  'Còn thiếu phần mà mẫu tin Zalo cần': 'A part that the Zalo template needs is missing',
  'Có phần không đúng dạng mà mẫu tin Zalo cần': 'A part is not in the form that the Zalo template needs',
  'Đã dùng hết số tin mà mẫu tin Zalo này được gửi trong ngày': 'This Zalo template’s messages for the day are used up',
  'Quyền gửi tin qua Zalo đã hết hạn': 'The right to send by Zalo has expired',
  'Đã dùng hết số tin Zalo được gửi trong ngày': 'The day’s Zalo messages are used up',
  'Ngoài giờ Zalo cho phép gửi': 'Outside the hours in which Zalo allows sending',
  'Hệ thống gửi tiếp vào sáng hôm sau.': 'The system goes on the next morning.',
  'Tài khoản Zalo của cơ quan chưa gửi được tin': 'The office’s Zalo account cannot send messages yet',
  'kiểm tra tài khoản': 'to check the account',
  'Không gửi được tin Zalo tới người nhận này': 'The Zalo message cannot be sent to this recipient',
  'Nội dung gửi cho người này không được Zalo chấp nhận': 'Zalo does not accept the content for this person',
  'Tin bị Zalo từ chối, chưa rõ vì sao': 'Zalo refused the message, it is not clear why',
  'Kiểm tra số điện thoại rồi gửi lại; nếu vẫn vậy, gửi qua thư điện tử hoặc gửi tay đường dẫn.':
    'Check the telephone number, then resend; if it stays so, send by e-mail or hand over the link.',
  'Gọi người phụ trách tài khoản Zalo của cơ quan {0}; sau đó tin tự gửi tiếp.':
    'Ask the person in charge of the office’s Zalo account {0}; messages then go on by themselves.',
  'Không gửi được: {0}': 'Failed: {0}',
  'Chưa rõ đã gửi: {0}': 'Not known whether it was sent: {0}',
  'Không gửi nữa: {0}': 'Withdrawn: {0}',
  'Đang chờ gửi: {0}': 'Waiting to be sent: {0}',
}
