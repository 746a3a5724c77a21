/** What the server says of sending: why it is held, plans and estimates. */
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
  'mỗi kênh chỉ ghi một lần': 'each channel only once',
}
