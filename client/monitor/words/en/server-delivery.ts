/** What the server says of sending: causes, states, estimates, plans and letters. */
import type { Catalogue } from '../t.ts'

export const serverDelivery: Catalogue = {
  'Hãy ghi địa chỉ thư hoặc số điện thoại cần sửa.': 'Enter the e-mail address or telephone number to correct.',
  'Thư điện tử': 'E-mail',
  '{0} chưa được cấu hình trên hệ thống này.': '{0} is not configured on this system.',
  'Dữ liệu đã được nạp lại từ một bản sao lưu.': 'The data was restored from a backup.',
  'Cơ sở dữ liệu đang chạy trên một máy chủ PostgreSQL khác với nơi đã gửi trước đây.':
    'The database runs on another PostgreSQL server than the one that sent before.',
  'Đây là một cơ sở dữ liệu khác với cơ sở dữ liệu đã gửi trước đây: bản sao, hoặc bản được nạp lại.':
    'This is another database than the one that sent before: a copy, or one that was restored.',
  'Máy chủ PostgreSQL đã được đưa về một thời điểm trước, hoặc máy dự phòng đã lên thay.':
    'The PostgreSQL server was taken back to an earlier moment, or a standby took its place.',
  'Thư mục dữ liệu đã được chép sang chỗ khác hoặc được khôi phục từ bản sao lưu.':
    'The data folder was copied elsewhere or restored from a backup.',
  'Hệ thống đang chạy trên một máy khác với máy đã gửi trước đây.':
    'The system runs on another machine than the one that sent before.',
  'Địa chỉ công khai (PUBLIC_URL) đã đổi, nên đường dẫn trong tin mới sẽ khác tin đã gửi.':
    'The public address (PUBLIC_URL) has changed, so links in new messages will differ from those already sent.',
  'Cơ sở dữ liệu đang ở một thời điểm cũ hơn lần chạy gần nhất: có thể vừa được khôi phục.':
    'The database is at an earlier moment than at the last run: it may just have been restored.',
  'Hệ thống đã ngừng hơn 6 giờ trong khi có tin đến giờ gửi.':
    'The system was stopped for more than 6 hours while messages were due.',
  'Hệ thống không chắc mình còn ở đúng nơi đã gửi trước đây.':
    'The system is not sure that it is still in the place that sent before.',
  'Chưa cần làm gì: hệ thống tự gửi lại. {0}': 'Nothing to do yet: the system sends it again by itself. {0}',
  'Không tới được, chưa rõ vì sao': 'Not reached, it is not clear why',
  'Kiểm tra địa chỉ rồi gửi lại; nếu vẫn vậy, gọi người quản trị máy chủ thư hoặc trao đường dẫn tận tay.':
    'Check the address, then resend; if it stays so, call the mail server’s administrator or hand over the link.',
  'Kiểm tra số điện thoại rồi gửi lại; nếu vẫn vậy, gọi người quản trị hệ thống hoặc trao đường dẫn tận tay.':
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
  'Bổ sung địa chỉ thư hoặc số điện thoại rồi gửi lại, hoặc trao đường dẫn tận tay.':
    'Add an e-mail address or a telephone number, then resend, or hand over the link.',
  'Địa chỉ thư viết sai': 'The e-mail address is misspelt',
  'Sửa địa chỉ rồi gửi lại, hoặc trao đường dẫn tận tay.': 'Correct the address, then resend, or hand over the link.',
  'Đã trả lời nên không gửi nữa': 'Not sent any more: already answered',
  'Không cần làm gì.': 'There is nothing to do.',
  'Người nhận đề nghị không gửi tin nữa': 'The recipient asked for no more messages',
  'Không gửi thêm. Chỉ trao đường dẫn khi người đó tự hỏi.':
    'Do not send again. Give the link only if the person asks for it.',
  'Đã tới bằng kênh khác nên không gửi nữa': 'Not sent any more: reached by another channel',
  'Đợt điều tra đã kết thúc nên không gửi nữa': 'Not sent any more: the campaign is over',
  'Lượt gửi đã được dừng hẳn': 'The wave was stopped for good',
  'Nếu vẫn muốn gửi, tạo một lượt nhắc mới cho những người chưa trả lời.':
    'If you still want to send, create a new reminder for those who have not answered.',
  'Cán bộ xác nhận là chưa gửi được': 'An officer noted that it was not sent',
  'Gửi lại, hoặc trao đường dẫn tận tay.': 'Resend, or hand over the link.',
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
  'Báo người nhận dọn hộp thư rồi gửi lại, hoặc trao đường dẫn tận tay.':
    'Ask the recipient to clear the mailbox, then resend, or hand over the link.',
  'Gọi người quản trị máy chủ thư kiểm tra tên và mật khẩu của tài khoản gửi thư.':
    'Ask the mail server’s administrator to check the name and password of the sending account.',
  'Máy chủ thư tạm thời chưa nhận': 'The mail server does not accept mail for the moment',
  'Nếu kéo dài quá một ngày, gọi người quản trị máy chủ thư hoặc trao đường dẫn tận tay.':
    'If it lasts more than a day, call the mail server’s administrator or hand over the link.',
  'Không tìm thấy nơi nhận thư: phần sau dấu @ có thể sai, hoặc máy chủ bên nhận không hoạt động':
    'The receiving side was not found: the part after @ may be wrong, or its server is not running',
  'Kiểm tra địa chỉ; nếu đúng, đợi rồi gửi lại hoặc trao đường dẫn tận tay.':
    'Check the address; if it is right, wait and resend or hand over the link.',
  'Máy chủ bên nhận chặn thư vì quy định an toàn của họ':
    'The receiving server blocks the letter by its security rules',
  'Gọi người quản trị máy chủ thư; trong lúc chờ, gửi qua Zalo hoặc trao đường dẫn tận tay.':
    'Call the mail server’s administrator; meanwhile send by Zalo or hand over the link.',
  'Máy chủ bên nhận không nhận nội dung thư': 'The receiving server does not accept the letter’s content',
  'Máy chủ thư từ chối thư này': 'The mail server refused this letter',
  'Gọi người quản trị máy chủ thư hỏi lý do; trong lúc chờ, gửi qua Zalo hoặc trao đường dẫn tận tay.':
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
  'Cán bộ đã trao đường dẫn bằng giấy': 'An officer gave the link on paper',
  'Cán bộ đã trao đường dẫn tận tay': 'An officer handed over the link',
  'Đã cấp đường dẫn mới; đường dẫn cũ không dùng được nữa': 'A new link was issued; the old one no longer works',
  'Đã sửa địa chỉ liên hệ': 'The contact address was corrected',
  'Cán bộ cho gửi riêng cho người này': 'An officer sent it to this person alone',
  'Xếp hàng chờ gửi': 'Queued for sending',
  'Cán bộ cho gửi lại': 'An officer had it sent again',
  'Chờ gửi lại: {0}': 'Waiting to be sent again: {0}',
  'Cán bộ xác nhận đã gửi': 'An officer noted that it was sent',
  'Gửi qua thư điện tử hoặc trao đường dẫn tận tay.': 'Send by e-mail or hand over the link.',
  'Số điện thoại này chưa dùng Zalo': 'This telephone number is not on Zalo',
  'Sửa số điện thoại nếu sai rồi gửi lại; nếu đúng, gửi qua thư điện tử hoặc trao đường dẫn tận tay.':
    'Correct the number if it is wrong, then resend; if it is right, send by e-mail or hand over the link.',
  '{0} và người quản trị hệ thống kiểm tra cấu hình Zalo.':
    '{0} and the system administrator to check the Zalo configuration.',
  '{0} kiểm tra mẫu tin; trong lúc chờ, gửi qua thư điện tử hoặc trao đường dẫn tận tay.':
    '{0} to check the message template; meanwhile send by e-mail or hand over the link.',
  'Hệ thống gửi tiếp vào ngày mai. Muốn nhanh hơn, gọi người phụ trách tài khoản Zalo của cơ quan để tăng hạn mức.':
    'The system goes on tomorrow. To be faster, ask the person in charge of the office’s Zalo account to raise the quota.',
  'Số điện thoại không đúng': 'The telephone number is wrong',
  'Sửa số điện thoại rồi gửi lại, hoặc trao đường dẫn tận tay.':
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
  'Kiểm tra số điện thoại rồi gửi lại; nếu vẫn vậy, gửi qua thư điện tử hoặc trao đường dẫn tận tay.':
    'Check the telephone number, then resend; if it stays so, send by e-mail or hand over the link.',
  'Kênh gửi chưa được cấu hình trên hệ thống này.': 'This channel is not configured on this system.',
  thư: 'letters',
  'thư điện tử': 'e-mails',
  'tin Zalo': 'Zalo messages',
  '{0} ngày {1}': '{0} on {1}',
  'Không có ai để gửi.': 'There is nobody to send to.',
  '{0} người: {1}.': '{0} {0:person:people}: {1}.',
  '{0} chỉ gửi cho người không có hoặc không nhận được {1}; số tin thật phụ thuộc vào số {2} hỏng.':
    '{0} goes only to those who have no, or cannot be reached by, {1}; the true number depends on how many {2} fail.',
  '{0} vào hộp thư thử, không giới hạn tốc độ': '{0} to the test outbox, without a limit of speed',
  '{0} {1}/ngày': '{0} {1} a day',
  '{0} không giới hạn tốc độ': '{0} without a limit of speed',
  '{0} {1}/phút': '{0} {1} a minute',
  'không bao giờ xong với tốc độ này': 'never done at this speed',
  'xong trong ngày {0}, khoảng {1}': 'done on {0}, at about {1}',
  'xong sau {0} ngày (khoảng {1})': 'done after {0} {0:day:days} (about {1})',
  '{0} bắt đầu lúc {1}: {2} nằm ngoài giờ gửi.': '{0} begins at {1}: {2} is outside the sending hours.',
  '{0} bắt đầu lúc {1}, sau các tin đang chờ trước và hạn mức trong ngày.':
    '{0} begins at {1}, after the messages that wait already and the day’s quota.',
  'Không kịp: {0} {1} chưa gửi được khi đợt đóng lúc {2}{3}. Hãy gửi sớm hơn, thêm kênh hoặc tăng tốc độ.':
    'Too late: {0} {1} not sent when the campaign closes at {2}{3}. Send earlier, add a channel or raise the speed.',
  '{0} đang tạm dừng: ước tính này chỉ đúng nếu cho gửi tiếp ngay.':
    '{0} is paused: this estimate holds only if sending goes on now.',
  '{0} đang gặp trục trặc và tự thử lại: ước tính này chỉ đúng nếu gửi lại được ngay.':
    '{0} is in trouble and tries again by itself: this estimate holds only if sending works again now.',
  'Chưa biết hạn mức Zalo mỗi ngày: sẽ biết khi tin đầu tiên được trả lời; ước tính này chưa tính hạn mức.':
    'Zalo’s daily quota is not known yet: it will be once the first message is answered; this estimate leaves it out.',
  'Một đợt có nhiều nhất {0} lượt gửi, kể cả các lượt đã gửi.':
    'A campaign has at most {0} waves, those already sent included.',
  'Mỗi đợt chỉ có một lượt mời.': 'A campaign has only one wave of invitations.',
  'Thời điểm này đã qua. Hãy chọn thời điểm sau bây giờ.': 'This moment has passed. Choose one after now.',
  'Đợt đóng lúc {0}. Hãy chọn thời điểm trước đó.': 'The campaign closes at {0}. Choose a moment before that.',
  'Chưa có lượt mời nên không thể nhắc. Hãy thêm lượt mời.':
    'There are no invitations, so nobody can be reminded. Add the invitations.',
  'Lượt nhắc phải ở sau lượt mời.': 'A reminder must come after the invitations.',
  'Chưa cấu hình {0} trên hệ thống này.': '{0} is not configured on this system.',
  'Cách lượt {0} qua cùng kênh chưa đầy 10 phút. Hãy để cách xa hơn, người nhận sẽ không bị nhắn dồn.':
    'Less than 10 minutes from {0} over the same channel. Leave more time, so that nobody is flooded.',
  'Zalo không gửi từ 22:00 đến 06:00. Hãy chọn giờ gửi có phần nằm ngoài khoảng đó.':
    'Zalo does not send from 22:00 to 06:00. Choose sending hours that lie outside in part.',
  'Một lượt được ghi hai lần trong kế hoạch.': 'A wave is written twice in the plan.',
  'Tiêu đề đang trống.': 'The subject is empty.',
  'Tiêu đề phải nằm trên một dòng.': 'The subject must be on one line.',
  'Tiêu đề': 'Subject',
  '{0} chỉ được đứng trong nội dung, không đứng trong tiêu đề.': '{0} may stand only in the text, not in the subject.',
  'Nội dung đang trống.': 'The text is empty.',
  'Nội dung': 'Text',
  'Thiếu {0}. Hãy đặt nó một mình trên một dòng, ở chỗ người nhận bấm vào.':
    '{0} is missing. Put it alone on a line, where the recipient is to press.',
  '{0} xuất hiện {1} lần. Hãy giữ lại một.': '{0} occurs {1} times. Keep one.',
  '{0} phải đứng một mình trên một dòng, không kèm chữ hay dấu nào.':
    '{0} must stand alone on a line, without any word or mark.',
  'Không có {0}. Có phải ý là {1}?': 'There is no {0}. Did you mean {1}?',
  'Không có {0}. Dùng được: {1}.': 'There is no {0}. You can use: {1}.',
  'Còn {0} chỗ nữa cũng không có.': '{0} more are unknown as well.',
  'Có dấu { hoặc } lẻ. Hãy xóa đi hoặc viết đủ cặp.': 'There is a lone { or }. Remove it or write the pair.',
  'Có đoạn giống thẻ HTML; người nhận sẽ thấy nguyên văn như vậy.':
    'A part looks like an HTML tag; recipients will see it just as it is.',
  'Có địa chỉ trang mạng khác ngoài {0}. Người nhận được dặn chỉ bấm một đường dẫn; thêm đường dẫn dễ bị ngờ là lừa đảo và bị hộp thư chặn.':
    'There is a web address besides {0}. Recipients are told to press one link only; more links look like fraud and get blocked.',
  'Thư không có {0}: người nhận sẽ không biết được mời đánh giá đơn vị nào.':
    'The letter has no {0}: recipients will not know which unit they are to assess.',
  '{0} dài {1} ký tự; nhiều nhất {2}.': '{0} has {1} characters; at most {2}.',
  'Lời của tin Zalo đã được Zalo duyệt trước nên không sửa được ở đây; hệ thống chỉ điền các ô này.':
    'The words of the Zalo message were approved by Zalo beforehand and cannot be changed here; the system only fills in these fields.',
  'Họ và tên người nhận': 'The recipient’s full name',
  'Tên đợt điều tra': 'Name of the campaign',
  'Các đơn vị người nhận còn phải đánh giá; đứng một mình trên một dòng thì thành danh sách':
    'The units the recipient has still to assess; alone on a line it becomes a list',
  'Hạn trả lời, có giờ và chữ “ngày”; khi đợt không có hạn thì là “khi đợt điều tra kết thúc”':
    'Answers due, with the word “ngày”; for a campaign without a deadline “khi đợt điều tra kết thúc”',
  'Đường dẫn riêng của người nhận; bắt buộc, đúng một lần, đứng một mình trên một dòng':
    'The recipient’s own link; required, exactly once, alone on a line',
  'Tên cơ quan tổ chức khảo sát': 'Name of the organizing office',
  'Số điện thoại của cơ quan': 'Telephone number of the office',
  'Địa chỉ thư điện tử của cơ quan': 'E-mail address of the office',
  'Gọi người phụ trách tài khoản Zalo của cơ quan {0}; sau đó tin tự gửi tiếp.':
    'Ask the person in charge of the office’s Zalo account {0}; messages then go on by themselves.',
  '{0} người, {1} → {2}.': '{0} {0:person:people}, {1} → {2}.',
  'Thư điện tử: {0} → {1}.': 'E-mail: {0} → {1}.',
  'Zalo: {0} → {1}.': 'Zalo: {0} → {1}.',
  '{0} thư điện tử, {1} tin Zalo': '{0} e-mails, {1} Zalo messages',
  '{0}; muốn gửi hết cần thêm {1} sau hạn': '{0}; to send all would take {1} after the deadline',
  '{0} ngày {1} giờ': '{0} {0:day:days} {1} {1:hour:hours}',
  '{0} ngày {1} phút': '{0} {0:day:days} {1} {1:minute:minutes}',
  '{0} giờ {1} phút': '{0} {0:hour:hours} {1} {1:minute:minutes}',
  '{0} ngày': '{0} {0:day:days}',
  '{0} giờ': '{0} {0:hour:hours}',
  '{0} phút': '{0} {0:minute:minutes}',
  tin: 'messages',
  'Không gửi được: {0}': 'Failed: {0}',
  'Chưa rõ đã gửi: {0}': 'Not known whether it was sent: {0}',
  'Không gửi nữa: {0}': 'Withdrawn: {0}',
  'Đang chờ gửi: {0}': 'Waiting to be sent: {0}',
  'Họ và tên, rút gọn còn nhiều nhất 30 ký tự': 'Full name, shortened to at most 30 characters',
  'Đơn vị được mời đánh giá': 'Unit the recipient is asked to assess',
  'Hạn trả lời': 'Answers due',
  'Phần riêng của đường dẫn, nằm trong nút bấm': 'The link’s own part, in the button',
  'khi kết thúc đợt': 'at the end of the campaign',
  'Hệ thống chưa được nối với máy chủ thư, nên thư thử nằm trong hộp thư thử của hệ thống.':
    'The system is not connected to a mail server, so the test letter lies in its test outbox.',
  'Máy chủ thư đã nhận thư thử. Hãy mở hộp thư của bạn; nếu vài phút nữa chưa thấy, xem cả mục thư rác.':
    'The mail server took the test letter. Open your mailbox; if it is not there in a few minutes, look in the spam folder.',
  'Chưa rõ thư thử đã đi hay chưa': 'Not known whether the test letter went out',
  'Thư thử chưa gửi được': 'The test letter could not be sent',
  'Chưa rõ thư thử đã đi hay chưa: {0}. {1}': 'Not known whether the test letter went out: {0}. {1}',
  'Thư thử chưa gửi được: {0}. {1}': 'The test letter could not be sent: {0}. {1}',
  'mỗi kênh chỉ ghi một lần': 'each channel only once',
}
